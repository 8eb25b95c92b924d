using System.Text.Json;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Commands.Songs;
using Tunesmith.Cli.Tests.CommandLine;
using Tunesmith.Cli.Tests.Programs;
using Tunesmith.Music;

namespace Tunesmith.Cli.Tests.Commands.Songs;

/// <summary><c>tunesmith play</c>, with scripts for players.</summary>
public sealed class PlayTests : IDisposable
{
    private const string Record = "cat > \"$HERE/heard\"; printf '%s\\n' \"$@\" > \"$HERE/arguments\"";

    private readonly FakePrograms _fakes = new();
    private readonly TemporaryFolder _folder = new();

    private string Song => _folder.File("a song.mid");

    public PlayTests() => Scale(seconds: 2).Save(Song);

    public void Dispose()
    {
        _fakes.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("aplay", 0, "-q|-")]
    [InlineData("ffplay", 0, "-nodisp|-autoexit|-loglevel|error|-i|-")]
    [InlineData("paplay", 44, "--raw|--format=s16le|--rate=44100|--channels=2")]
    public async Task A_player_hears_what_render_writes(string player, int left, string arguments)
    {
        _fakes.Add(player, Record);
        ToolRun run = await Play();
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Equal($"playing a song, 2 s, by {player}; Ctrl-C stops", run.Output.TrimEnd());
        Assert.Equal(arguments.Split('|'), _fakes.Lines("arguments"));
        Assert.Equal((await Rendered())[left..], await Heard());
    }

    [Fact]
    public async Task A_player_of_files_gets_one_that_is_gone_afterwards()
    {
        _fakes.Add("afplay", "cp \"$1\" \"$HERE/heard\"; printf '%s\\n' \"$@\" \"$TUNESMITH_SOUND\" > \"$HERE/arguments\"");
        ToolRun run = await Play();
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Equal(await Rendered(), await Heard());
        string[] names = _fakes.Lines("arguments");
        Assert.Equal(names[0], names[1]);
        Assert.False(Directory.Exists(Path.GetDirectoryName(names[0])));

        _fakes.Add("afplay", "echo \"$1\" > \"$HERE/arguments\"; echo 'no loudspeaker' >&2; exit 1");
        run = await Play();
        Fails(run, ExitCode.Failed, "afplay ended with exit code 1: no loudspeaker");
        Assert.False(Directory.Exists(Path.GetDirectoryName(_fakes.Lines("arguments")[0])));
    }

    [Fact]
    public async Task The_first_player_there_is_plays_unless_another_is_asked_for()
    {
        _fakes.Add("ffplay", Record).Add("aplay", Record);
        Assert.Contains("by aplay;", (await Play()).Output, StringComparison.Ordinal);
        Assert.Contains("by ffplay;", (await Play("--player", "ffplay")).Output, StringComparison.Ordinal);
        Fails(await Play("--player", "paplay"), ExitCode.Failed, "there is no paplay on the PATH; --player can be aplay or ffplay");
        Fails(await Play("--player", "mplayer"), ExitCode.WrongUsage, "mplayer");
    }

    [Fact]
    public async Task A_player_of_another_system_is_told_as_such()
    {
        Assert.SkipWhen(OperatingSystem.IsMacOS() || OperatingSystem.IsWindows(), "This system has one of them.");
        Fails(await Play("--player", "powershell"), ExitCode.Failed, "powershell plays sound on Windows alone; install ");
        _fakes.Add("aplay", Record);
        Fails(await Play("--player", "afplay"), ExitCode.Failed, "which comes with macOS alone; --player can be aplay");
    }

    [Fact]
    public async Task The_song_is_read_before_a_player_is_looked_for()
    {
        File.WriteAllText(Song, "no song at all");
        Fails(await Play(), ExitCode.Failed, "begins with 'no s'");
    }

    [Fact]
    public async Task Without_a_player_a_line_says_what_to_install()
    {
        Fails(await Play(), ExitCode.Failed, "there is no program that plays sound on the PATH; install ");
        Fails(await Play("--player", "aplay"), ExitCode.Failed, "or make a file with tunesmith render");
    }

    [Fact]
    public async Task A_player_that_fails_is_quoted_and_others_are_named()
    {
        _fakes.Add("aplay", "echo 'audio open error: No such file or directory' >&2; exit 1").Add("ffplay", Record);
        Fails(
            await Play(),
            ExitCode.Failed,
            "aplay ended with exit code 1: audio open error: No such file or directory; --player can be ffplay",
            "playing a song");
    }

    [Fact]
    public async Task A_player_that_is_closed_before_the_end_is_no_failure()
    {
        Scale(seconds: 60).Save(Song);
        _fakes.Add("aplay", "head -c 1000 > \"$HERE/heard\"");
        ToolRun run = await Play();
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Equal(1_000, (await Heard()).Length);
    }

    [Fact]
    public async Task The_document_comes_at_the_end()
    {
        _fakes.Add("aplay", Record);
        ToolRun run = await Play("--json");
        JsonElement document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(
            ("a song", "aplay", "built-in"),
            (TextOf("title"), TextOf("player"), TextOf("engine")));
        Assert.Equal(2, document.GetProperty("seconds").GetDouble(), 1e-9);
        Assert.StartsWith("playing a song", run.Error, StringComparison.Ordinal);

        string? TextOf(string name) => document.GetProperty(name).GetString();
    }

    [Fact]
    public async Task What_is_no_song_is_said_before_anything_plays()
    {
        _fakes.Add("aplay", Record);
        Fails(await Run(["play", _folder.File("absent.mid")]), ExitCode.Failed, "absent.mid");
        Fails(await Run(["play", Path.GetDirectoryName(Song)!]), ExitCode.Failed, "play takes one song");
        Fails(await Play("--soundfont", "x.sf2"), ExitCode.WrongUsage, "--soundfont is for --engine fluidsynth");
        Assert.False(File.Exists(_fakes.File("heard")));
    }

    [Fact]
    public async Task A_song_that_is_too_long_ends_the_player_too()
    {
        new Score(480, [new ScoreTrack([], endTick: 9_600_000)]).Save(Song);
        _fakes.Add("aplay", Record);
        Fails(await Play(), ExitCode.Failed, "The song is too long: 166.7 minutes", "playing");
    }

    [Fact]
    public async Task Ctrl_C_stops_both()
    {
        Scale(seconds: 600).Save(Song);
        _fakes.Add("aplay", "echo $$ > \"$HERE/pid\"; exec sleep 600");
        using ToolProcess process = new(new Dictionary<string, string> { ["PATH"] = _fakes.Folder }, "play", Song);
        await process.WaitForLine("playing a song, 10 min 00 s, by aplay");
        Assert.True(SpinWait.SpinUntil(() => File.Exists(_fakes.File("pid")) && _fakes.Lines("pid").Length > 0, TimeSpan.FromSeconds(60)));
        process.Send(ToolProcess.SigInt);
        (int exitCode, string error) = await process.End();
        Assert.Equal((ExitCode.Interrupted, "tunesmith: interrupted" + Environment.NewLine), (exitCode, error));
        int id = int.Parse(_fakes.Lines("pid")[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Throws<ArgumentException>(() => System.Diagnostics.Process.GetProcessById(id));
    }

    private static Score Scale(int seconds) => new(
        480,
        [
            ScoreTrack.FromNotes(Enumerable.Range(0, seconds)
                .Select(second => new Note(960 * second, 960, new Pitch(60 + (second % 12)), 80, 0))),
        ]);

    private Task<ToolRun> Play(params string[] options) => Run(["play", Song, .. options]);

    private Task<ToolRun> Run(string[] arguments) => ToolRun.Of(arguments, [new PlayCommand(_fakes.Path)]);

    private async Task<byte[]> Rendered()
    {
        ToolRun run = await ToolRun.Of(["render", Song, "-o", _folder.File("a.wav")]);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        return await File.ReadAllBytesAsync(_folder.File("a.wav"), TestContext.Current.CancellationToken);
    }

    private Task<byte[]> Heard() => File.ReadAllBytesAsync(_fakes.File("heard"), TestContext.Current.CancellationToken);

    private static void Fails(ToolRun run, int exitCode, string message, string output = "")
    {
        Assert.Contains(message, Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(exitCode, run.ExitCode);
        Assert.StartsWith(output, run.Output, StringComparison.Ordinal);
    }
}
