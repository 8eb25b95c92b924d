using System.Buffers.Binary;
using System.Text.Json;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Commands.Songs;
using Tunesmith.Cli.Programs;
using Tunesmith.Cli.Tests.CommandLine;
using Tunesmith.Cli.Tests.Programs;
using Tunesmith.Midi;

namespace Tunesmith.Cli.Tests.Commands.Songs;

/// <summary><c>--engine fluidsynth</c>, with a script in its place, and with FluidSynth itself where it is installed.</summary>
public sealed class FluidSynthTests : IDisposable
{
    /// <summary>Keeps what it is called with, and writes the samples 1, 2, 3, 4 as a file of two frames.</summary>
    private const string Record = """
        printf '%s\n' "$@" > "$HERE/arguments"
        while [ "$#" -gt 2 ]; do
          [ "$1" = -F ] && printf '\001\000\002\000\003\000\004\000' > "$2"
          shift
        done
        cp "$2" "$HERE/song.mid"
        """;

    private readonly FakePrograms _fakes = new();
    private readonly TemporaryFolder _folder = new();

    public FluidSynthTests() => File.WriteAllBytes(SoundFont, "RIFF\0\0\0\0sfbkLIST"u8.ToArray());

    private string SoundFont => _folder.File("a bank.sf2");

    private string Sound => _folder.File("a.wav");

    public void Dispose()
    {
        _fakes.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task It_is_called_with_the_rate_the_sound_font_and_the_song_as_MIDI()
    {
        _fakes.Add("fluidsynth", Record);
        ToolRun run = await Render("--rate", "22050");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        string[] arguments = _fakes.Lines("arguments");
        Assert.Equal(
            ["-n", "-i", "-q", "-r", "22050", "-T", "raw", "-O", "s16", "-E", "little", "-F", arguments[12], SoundFont, arguments[14]],
            arguments);
        Assert.False(Directory.Exists(Path.GetDirectoryName(arguments[12])));
        Assert.False(File.Exists(arguments[14]));
        Assert.NotEmpty(MidiFile.Load(_fakes.File("song.mid")).Tracks);
        byte[] wav = await File.ReadAllBytesAsync(Sound, TestContext.Current.CancellationToken);
        Assert.Equal((2, 22_050), (wav[22], BinaryPrimitives.ReadInt32LittleEndian(wav.AsSpan(24))));
        Assert.Equal([1, 0, 2, 0, 3, 0, 4, 0], wav[44..]);
    }

    [Fact]
    public async Task Mono_is_the_mean_of_both_channels_and_the_document_tells_what_is_known()
    {
        string script = Record.Replace(
            """\001\000\002\000\003\000\004\000""", """\002\000\004\000\000\200\000\200""", StringComparison.Ordinal);
        _fakes.Add("fluidsynth", script);
        ToolRun run = await Render("--mono", "--json");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        byte[] wav = await File.ReadAllBytesAsync(Sound, TestContext.Current.CancellationToken);
        Assert.Equal((1, 3, -32_767), (wav[22], wav[44], BinaryPrimitives.ReadInt16LittleEndian(wav.AsSpan(46))));
        JsonElement document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("fluidsynth", document.GetProperty("engine").GetString());
        Assert.Equal(JsonValueKind.Null, document.GetProperty("voices").ValueKind);
        Assert.Equal(JsonValueKind.Null, document.GetProperty("limiting").ValueKind);
        Assert.Equal(0, document.GetProperty("peak").GetDouble(), 0.01);
    }

    [Theory]
    [InlineData(
        "echo 'fluidsynth: error: out of range' >&2; exit 255", "fluidsynth ended with exit code 255: fluidsynth: error: out of range")]
    [InlineData("echo 'Failed to load the SoundFont x' >&2; " + Record, "Failed to load the SoundFont x")]
    [InlineData("exit 0", "fluidsynth ended with exit code 0")]
    public async Task Its_failure_is_said_and_leaves_what_was_there(string script, string message)
    {
        await File.WriteAllTextAsync(Sound, "before", TestContext.Current.CancellationToken);
        _fakes.Add("fluidsynth", script);
        Fails(await Render(), ExitCode.Failed, message);
        Assert.Equal("before", await File.ReadAllTextAsync(Sound, TestContext.Current.CancellationToken));
        Assert.Equal(["a bank.sf2", "a.wav"], _folder.Names());
    }

    [Fact]
    public async Task What_is_missing_is_named_with_how_to_get_it()
    {
        Fails(await Render(), ExitCode.Failed, "there is no fluidsynth on the PATH; install it (");
        string[] absent = ["--engine", "fluidsynth", "--soundfont", "absent.sf2"];
        Fails(await Run(absent), ExitCode.Failed, ") and a sound font, for there is no absent.sf2 (Debian's packages timgm6mb-soundfont");
        _fakes.Add("fluidsynth", Record);
        Fails(await Run("--engine", "fluidsynth"), ExitCode.WrongUsage, "name one with --soundfont FILE: Debian's packages timgm6mb");
        Fails(await Run(absent), ExitCode.Failed, "there is no sound font absent.sf2; Debian's");
        Fails(await Render("--rate", "192000"), ExitCode.WrongUsage, "--rate takes at most 96000 with --engine fluidsynth");
        await File.WriteAllTextAsync(SoundFont, "RIFF\0\0\0\0WAVEfmt ", TestContext.Current.CancellationToken);
        Fails(await Render(), ExitCode.Failed, "a bank.sf2 is no sound font");
        await File.WriteAllTextAsync(SoundFont, "RI", TestContext.Current.CancellationToken);
        Fails(await Render(), ExitCode.Failed, "a bank.sf2 is no sound font");
    }

    [Fact]
    public async Task A_sound_never_takes_the_place_of_the_sound_font()
    {
        _fakes.Add("fluidsynth", Record);
        File.Copy(SoundFont, Sound);
        ToolRun run = await Run("--engine", "fluidsynth", "--soundfont", Sound);
        Fails(run, ExitCode.WrongUsage, "the sound would be written over the sound font");
    }

    [Fact]
    public async Task It_plays_too()
    {
        _fakes.Add("fluidsynth", Record).Add("paplay", "cat > \"$HERE/heard\"");
        ToolRun run = await ToolRun.Of(
            ["play", "songbook:arirang", "--engine", "fluidsynth", "--soundfont", SoundFont, "--json"], [new PlayCommand(_fakes.Path)]);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("\"engine\":\"fluidsynth\"", run.Output, StringComparison.Ordinal);
        Assert.Equal([1, 0, 2, 0, 3, 0, 4, 0], await File.ReadAllBytesAsync(_fakes.File("heard"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task FluidSynth_itself_renders_a_tune()
    {
        string bank = InstalledSoundFont();
        ToolRun run = await ToolRun.Of(
            ["render", "songbook:arirang", "-o", Sound, "--engine", "fluidsynth", "--soundfont", bank, "--json"]);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        JsonElement document = JsonDocument.Parse(run.Output).RootElement;
        Assert.InRange(document.GetProperty("seconds").GetDouble(), 25, 60);
        Assert.InRange(document.GetProperty("loudness").GetDouble(), -60, -5);
    }

    /// <summary>The path of FluidSynth's sound font in the environment, or where Debian's packages put one.</summary>
    private static string InstalledSoundFont()
    {
        Assert.SkipWhen(ProgramPath.OfProcess().Find("fluidsynth") is null, "FluidSynth is not installed.");
        string folder = Path.Combine(Path.GetPathRoot(Environment.CurrentDirectory)!, "usr", "share", "sounds", "sf2");
        string[] banks = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.sf2") : [];
        string? bank = banks.Order(StringComparer.Ordinal).FirstOrDefault();
        Assert.SkipWhen(bank is null, "No sound font is installed.");
        return bank;
    }

    private Task<ToolRun> Render(params string[] options) => Run(["--engine", "fluidsynth", "--soundfont", SoundFont, .. options]);

    private Task<ToolRun> Run(params string[] options) =>
        ToolRun.Of(["render", "songbook:arirang", "-o", Sound, .. options], [new RenderCommand(_fakes.Path)]);

    private static void Fails(ToolRun run, int exitCode, string message)
    {
        Assert.Contains(message, Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
    }
}
