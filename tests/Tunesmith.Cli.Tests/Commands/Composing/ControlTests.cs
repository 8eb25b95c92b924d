using Tunesmith.Cli.CommandLine;
using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Cli.Tests.Commands.Composing;

/// <summary>The options of compose that say how to choose and what to keep to.</summary>
public sealed class ControlTests : IAsyncLifetime
{
    private readonly Workshop _workshop = new() { Recipe = "plain" };

    public async ValueTask InitializeAsync() => await _workshop.WithModel();

    public ValueTask DisposeAsync()
    {
        _workshop.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_song_keeps_to_all_that_is_asked_for()
    {
        Melody song = await Composed(
            "--key", "D minor", "--range", "D4..D6", "--ban", "F,A4", "--max-leap", "7", "--max-hold", "6", "--end-on", "tonic",
            "--max-bar-repeats", "0", "--steps", "60", "--boost", "E=3", "--top-k", "30", "--top-p", "0.99", "--min-p", "0.001");
        Pitch[] pitches = [.. song.Skip(8).SoundingPitches().Where(pitch => pitch >= 0).Select(pitch => new Pitch(pitch))];
        Assert.NotEmpty(pitches);
        Assert.All(pitches, pitch => Assert.Contains(pitch.Class, new[] { 2, 4, 7, 9, 10, 0 }));
        Assert.All(pitches, pitch => Assert.InRange(pitch.Number, 62, 86));
        Assert.DoesNotContain(new Pitch(69), pitches);
        Assert.Equal(2, pitches[^1].Class);
    }

    [Fact]
    public async Task A_rhythm_is_kept_with_its_length()
    {
        Melody rhythm = Encodings.Melody().Hear(Score.Load(_workshop.PathOf("songs/beta - verse.mid")));
        ToolRun run = await _workshop.Compose(
            "--primer", _workshop.PathOf("songs/alpha.mid"), "--seed", "3",
            "--rhythm-from", _workshop.PathOf("songs/beta - verse.mid"), "--json");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains($"\"steps\":{rhythm.Length}", run.Output.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);

        Melody song = Encodings.Melody().Hear(Score.Load(_workshop.PathOf("a.mid")));
        Assert.Equal(Kinds(rhythm, 0), Kinds(song, song.Length - rhythm.Length));

        static IEnumerable<(bool IsRest, bool IsOnset)> Kinds(Melody melody, int from) =>
            melody.Steps[from..].ToArray().Select(step => (step.IsRest, step.IsOnset));
    }

    [Fact]
    public async Task The_key_that_was_found_is_said()
    {
        ToolRun run = await _workshop.ComposeFrom("0", "a.mid", "--end-on", "tonic");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Matches("the key of the primer is taken to be [A-G][#b]? (major|minor); --key says another", run.Error);
    }

    [Fact]
    public async Task Silence_has_no_tonic_to_end_on()
    {
        ToolRun run = await _workshop.Compose("--steps", "20", "--end-on", "tonic");
        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains("there are no notes to start from that --end-on tonic could take a key from", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_met_from_nothing_names_no_primer()
    {
        ToolRun run = await _workshop.Compose("--steps", "0", "--end-on", "C");
        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains("an end on C cannot be met in 0 steps after silence;", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_met_is_one_line_and_no_file()
    {
        ToolRun run = await _workshop.ComposeFrom("0", "a.mid", "--range", "C#4..C#4", "--max-leap", "120", "--end-on", "D");
        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains(
            "range C#4..C#4 and an end on D cannot be met together in 20 steps after a primer of 8",
            run.Error,
            StringComparison.Ordinal);
        Assert.Single(run.Error.Trim().Split('\n'));
        Assert.False(File.Exists(_workshop.PathOf("a.mid")));
    }

    [Theory]
    [InlineData("--key", "H minor", "--key takes a key such as \"D minor\"")]
    [InlineData("--range", "C6..C4", "--range takes two pitches, the lower first")]
    [InlineData("--range", "C4", "--range takes two pitches, the lower first")]
    [InlineData("--ban", "C#4,X", "--ban takes pitches such as C#4,F, not 'C#4,X'")]
    [InlineData("--boost", "G4=2,F", "--boost takes pitches with factors from 0.000001 to 1000000 such as G4=2,F=0.5, not 'F'")]
    [InlineData("--boost", "G4=0", "--boost takes pitches with factors")]
    [InlineData("--end-on", "C4", "--end-on takes a note such as C or F#, or tonic, not 'C4'")]
    [InlineData("--top-k", "0", "--top-k takes a whole number of at least 1, not '0'")]
    [InlineData("--top-p", "1.5", "--top-p takes a number from")]
    [InlineData("--min-p", "-1", "--min-p takes a number from 0 to 1, not '-1'")]
    [InlineData("--max-leap", "128", "--max-leap takes a whole number from 0 to 127, not '128'")]
    [InlineData("--max-hold", "0", "--max-hold takes a whole number from 1 to 1000000, not '0'")]
    [InlineData("--max-bar-repeats", "-1", "--max-bar-repeats takes a whole number from 0")]
    public async Task A_bad_value_is_one_clear_line(string option, string value, string message)
    {
        ToolRun run = await _workshop.ComposeFrom("0", "a.mid", option, value);
        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Trim().Split('\n'));
    }

    [Fact]
    public async Task More_steps_than_the_rhythm_has_are_refused()
    {
        ToolRun run = await _workshop.ComposeFrom("0", "a.mid", "--rhythm-from", _workshop.PathOf("songs/short.mid"), "--steps", "90");
        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains("as many as --rhythm-from has, not 90", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rhythm_that_the_lab_stops_hearing_is_said_to_stop_and_why()
    {
        using Workshop lab = await new Workshop().WithModel();
        ToolRun run = await lab.Compose("--rhythm-from", "songbook:greensleeves", "--seed", "1");
        Assert.Matches(
            "of the rhythm of songbook:greensleeves only .* can be heard: the lab encoding stops at the first meter that", run.Error);
    }

    private async Task<Melody> Composed(params string[] options)
    {
        ToolRun run = await _workshop.ComposeFrom("0", "a.mid", options);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        return Encodings.Melody().Hear(Score.Load(_workshop.PathOf("a.mid")));
    }
}
