using System.CommandLine;
using System.Text.Json.Serialization;
using Tunesmith.Audio;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Drawing;
using Tunesmith.Cli.Files;
using Tunesmith.Cli.Programs;
using Tunesmith.Corpus;

namespace Tunesmith.Cli.Commands.Songs;

/// <summary><c>tunesmith play</c>: plays a song by whatever player the machine has.</summary>
internal sealed class PlayCommand : ToolCommand
{
    private static readonly RenderOptions Format = new(); // 44.1 kHz in stereo, as Player says to those that must be told

    private readonly ProgramPath _programs;
    private readonly Argument<string> _song = SongReading.Argument();
    private readonly EngineOptions _engine = new();
    private readonly Option<string?> _player = new("--player")
    {
        Description = $"The program that plays it: {string.Join(", ", Player.All.Select(player => player.Name))}; "
            + "otherwise the first of these that there is",
        HelpName = "NAME",
    };

    private readonly Option<bool> _json = SharedOptions.Json();

    public PlayCommand()
        : this(ProgramPath.OfProcess())
    {
    }

    /// <summary>The command where programs are looked for in certain places.</summary>
    internal PlayCommand(ProgramPath programs)
        : base("play", "Play a song.")
    {
        _programs = programs;
        Choices.Accept(_player, [.. Player.All.Select(player => player.Name)]);
        Add(_song);
        Add(_player);
        _engine.AddTo(this);
        Add(_json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples =>
    [
        new("tunesmith play tune.mid", "The song, until it is over or Ctrl-C is pressed."),
        new("tunesmith play songbook:arirang", "A tune of the songbook."),
    ];

    /// <inheritdoc/>
    public override Task RunAsync(ParseResult arguments, ToolConsole console, CancellationToken cancellation)
    {
        string path = arguments.GetRequiredValue(_song);
        bool json = arguments.GetValue(_json);
        SongFile song = SongReading.Read(path, Name, console);
        SoundEngine engine = _engine.Read(arguments, _programs, Format.SampleRate);
        (Player player, string program) = Player.Find(_programs, arguments.GetValue(_player));
        ConsoleStream notes = console.Progress(json);
        string length = Durations.InWords(TimeSpan.FromSeconds(song.Score.Seconds));
        notes.WriteLine(ToolConsole.OneLine($"playing {song.Title}, {length}, by {player.Name}; Ctrl-C stops"));

        TimeSpan played = TimeSpan.Zero;
        RenderingDisplay display = new(
            notes, TimeProvider.System, _ => played == TimeSpan.Zero ? "getting ready" : $"playing  {Durations.InWords(played)}");
        ProgramEnd end = null!;
        display.Run(() => end = Play(
            player,
            program,
            stream => engine(song.Score, stream, Format, display, cancellation),
            bytes =>
            {
                played = TimeSpan.FromSeconds(bytes / (2.0 * Format.Channels * Format.SampleRate));
                display.Report(default);
            },
            cancellation));
        if (end.ExitCode != 0)
        {
            throw new ToolException($"{player.Name} {end}{player.Others(_programs)}");
        }

        if (json)
        {
            PlayDocument document = new(song.Title, song.Score.Seconds, player.Name, _engine.NameOf(arguments));
            JsonOutput.Write(console, document, PlayJson.Default.PlayDocument);
        }

        return Task.CompletedTask;
    }

    /// <summary>Has a player play. What it takes on standard input is rendered as it is played; a file is whole before.</summary>
    /// <param name="player">The player.</param>
    /// <param name="program">Where it is.</param>
    /// <param name="render">Writes the sound.</param>
    /// <param name="taken">Told how many bytes of samples a player has taken on its standard input.</param>
    /// <param name="cancellation">Stops it.</param>
    private static ProgramEnd Play(
        Player player, string program, Action<Stream> render, Action<long> taken, CancellationToken cancellation)
    {
        if (player.Input != PlayerInput.File)
        {
            return OtherProgram.Run(
                program,
                player.Arguments,
                stream =>
                {
                    using PlayerStream input = new(stream, withHeader: player.Input == PlayerInput.Wav, taken);
                    render(input);
                },
                environment: null,
                cancellation);
        }

        using ScratchFolder scratch = new();
        string file = scratch.File("song.wav");
        using (FileStream stream = File.Create(file))
        {
            render(stream);
        }

        return OtherProgram.Run(program, player.ArgumentsFor(file), feed: null, new(Player.FileVariable, file), cancellation);
    }
}

/// <summary>What <c>tunesmith play --json</c> reports at the end.</summary>
/// <param name="Title">The song's title.</param>
/// <param name="Seconds">How long the song is, without what dies away after it.</param>
/// <param name="Player">The program that played it.</param>
/// <param name="Engine">What made the sound: <c>built-in</c> or <c>fluidsynth</c>.</param>
internal sealed record PlayDocument(string Title, double Seconds, string Player, string Engine);

/// <summary>JSON of <c>tunesmith play</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PlayDocument))]
internal sealed partial class PlayJson : JsonSerializerContext;
