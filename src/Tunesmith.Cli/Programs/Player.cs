using Tunesmith.Cli.CommandLine;

namespace Tunesmith.Cli.Programs;

/// <summary>How a player gets its sound.</summary>
internal enum PlayerInput
{
    /// <summary>A WAV file on standard input.</summary>
    Wav,

    /// <summary>Samples on standard input, 16-bit and little-endian, without a header.</summary>
    Samples,

    /// <summary>A WAV file by its name.</summary>
    File,
}

/// <summary>A program that plays sound.</summary>
/// <param name="Name">What is typed to call it.</param>
/// <param name="Input">How it gets its sound.</param>
/// <param name="Arguments">Its arguments. Those of one that takes samples say what they are: 44.1 kHz in stereo.</param>
internal sealed record Player(string Name, PlayerInput Input, params IReadOnlyList<string> Arguments)
{
    /// <summary>Which environment variable tells the file's name where an argument would have to be quoted for another language.</summary>
    public const string FileVariable = "TUNESMITH_SOUND";

    private const string PowerShell = "powershell";

    /// <summary>All that are known, in the order in which they are looked for.</summary>
    public static IReadOnlyList<Player> All { get; } =
    [
        new("aplay", PlayerInput.Wav, "-q", "-"),
        new("paplay", PlayerInput.Samples, "--raw", "--format=s16le", "--rate=44100", "--channels=2"),
        new("afplay", PlayerInput.File),
        new("ffplay", PlayerInput.Wav, "-nodisp", "-autoexit", "-loglevel", "error", "-i", "-"),
        new(
            PowerShell,
            PlayerInput.File,
            "-NoProfile",
            "-NonInteractive",
            "-Command",
            $"(New-Object System.Media.SoundPlayer $env:{FileVariable}).PlaySync()"),
    ];

    /// <summary>The arguments by which it plays a file.</summary>
    public IEnumerable<string> ArgumentsFor(string file) => Name == PowerShell ? Arguments : [.. Arguments, file];

    /// <summary>The player to use and where it is.</summary>
    /// <param name="programs">Where to look.</param>
    /// <param name="name">The one that was asked for; null for the first that there is.</param>
    /// <exception cref="ToolException">There is none.</exception>
    public static (Player Player, string Path) Find(ProgramPath programs, string? name)
    {
        (Player Player, string Path)[] found = Found(programs);
        int chosen = name is null ? 0 : Array.FindIndex(found, each => each.Player.Name == name);
        return found.Length > 0 && chosen >= 0 ? found[chosen] : throw new ToolException(Missing(name, found));
    }

    /// <summary>The others that could be used in the place of one, as the end of a message; empty where there is none.</summary>
    public string Others(ProgramPath programs)
    {
        string names = string.Join(" or ", Found(programs).Select(each => each.Player.Name).Where(other => other != Name));
        return names.Length == 0 ? "" : $"; --player can be {names}";
    }

    private static (Player Player, string Path)[] Found(ProgramPath programs) =>
    [
        .. All
            .Where(player => player.Name != PowerShell || OperatingSystem.IsWindows()) // elsewhere it plays nothing
            .Select(player => (Player: player, Path: programs.Find(player.Name)))
            .Where(each => each.Path is not null)
            .Select(each => (each.Player, each.Path!)),
    ];

    private static string Missing(string? name, (Player Player, string Path)[] found)
    {
        string missing = name switch
        {
            "afplay" when !OperatingSystem.IsMacOS() => "there is no afplay on the PATH, which comes with macOS alone",
            PowerShell when !OperatingSystem.IsWindows() => $"{PowerShell} plays sound on Windows alone",
            _ => $"there is no {name ?? "program that plays sound"} on the PATH",
        };
        if (found.Length > 0)
        {
            return $"{missing}; --player can be {string.Join(" or ", found.Select(each => each.Player.Name))}";
        }

        string advice = OperatingSystem.IsLinux()
            ? "aplay of the package alsa-utils, paplay of pulseaudio-utils, or ffplay of ffmpeg"
            : "ffplay, which comes with ffmpeg";
        return $"{missing}; install {advice}, or make a file with tunesmith render";
    }
}
