using System.Text.Json;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Encoding;
using Tunesmith.Model;
using Tunesmith.Music;

namespace Tunesmith.Cli.Tests.Commands;

/// <summary>The encoding melody on the command line, from the songs to the composed one.</summary>
public sealed class MelodyEncodingTests : IDisposable
{
    private static readonly TempoChange Andante = new(0, 750_000);
    private static readonly MeterChange Waltz = new(0, new Meter(3, 4));

    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task A_song_is_told_with_the_voice_that_is_heard()
    {
        Save("waltz.mid");

        ToolRun run = await Inspect("waltz.mid");

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        string[] lines = run.Output.Split(Environment.NewLine);
        Assert.Contains("melody in the encoding melody: 72 steps", lines);
        Assert.Contains("voice track 1, \"Lead? Vocal\", 4 steps a quarter", lines);
        Assert.Single(
            lines, line => line.StartsWith("1 note falls in one step with another and is not heard; --grid ", StringComparison.Ordinal));
        Assert.DoesNotContain("gives way", run.Output, StringComparison.Ordinal); // once is enough
        Assert.Contains("C5   |O=O=O=O=O=O=|", run.Output, StringComparison.Ordinal);
        run = await Inspect("waltz.mid", "--voice", "channel:3", "--grid", "8");
        Assert.Contains("voice channel 3, 8 steps a quarter", run.Output, StringComparison.Ordinal);
        run = await Inspect("waltz.mid", "--voice", "lowest");
        Assert.Contains("voice the lowest notes of all tracks", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_json_a_song_has_its_voice_and_its_onsets()
    {
        Save("waltz.mid");

        JsonElement report = JsonDocument.Parse((await Inspect("waltz.mid", "--json", "--melody")).Output).RootElement;

        Assert.Equal("melody", report.GetProperty("encoding").GetString());
        Assert.Equal(4, report.GetProperty("grid").GetInt32());
        Assert.Equal("""{"voice":"track:1","name":"Lead\u001B Vocal","notes":37,"crowded":1}""", report.GetProperty("voice").GetRawText());
        Assert.Equal(72, report.GetProperty("melody").GetArrayLength());
        Assert.Equal([0, 2, 4], report.GetProperty("onsets").EnumerateArray().Take(3).Select(step => step.GetInt32()));
        ToolRun heardByLab = await ToolRun.Of(["inspect", _workshop.PathOf("waltz.mid"), "--json", "--melody", "--encoding", "lab"]);
        JsonElement lab = JsonDocument.Parse(heardByLab.Output).RootElement;
        Assert.False(lab.TryGetProperty("voice", out _));
        Assert.False(lab.TryGetProperty("onsets", out _));
    }

    [Fact]
    public async Task A_folder_is_told_with_how_its_voices_were_chosen()
    {
        Save("songs/waltz.mid");

        ToolRun run = await Inspect("songs", "--min-steps", "20");
        string[] lines = run.Output.Split(Environment.NewLine);

        Assert.Equal("5 songs processed, 1 song discarded, 4 total songs to learn from", lines[0]);
        Assert.Equal("first song: alpha.mid, shape (39, 130)", lines[1]);
        Assert.Contains("repeats    36 steps do as the step before, 17.5 %", lines); // every other step of the waltz holds
        Assert.Contains("encoding   melody", lines);
        Assert.Contains("voice      auto: by its name in 1 song, the highest notes in 3 songs", lines);
        Assert.Contains("grid       4 steps a quarter", lines);
        Assert.Contains("crowded    1 note gives way to another in its step; a finer --grid tells them apart", lines);

        JsonElement report = JsonDocument.Parse((await Inspect("songs", "--json", "--voice", "track:1")).Output).RootElement;
        JsonElement[] files = [.. report.GetProperty("files").EnumerateArray()];
        Assert.Equal(
            "no melody: there is no track 1, its one track is number 0; --voice highest would keep it",
            files[0].GetProperty("reason").GetString());
        Assert.False(files[0].TryGetProperty("voice", out _));
        Assert.Equal("track:1", files[^1].GetProperty("voice").GetProperty("voice").GetString());
    }

    [Theory]
    [InlineData("the lab encoding hears all voices on sixteenths; leave out --voice and --grid, or add --encoding melody", "--voice", "lowest")]
    [InlineData("the lab encoding hears all voices on sixteenths; leave out --voice and --grid, or add --encoding melody", "--grid", "12")]
    [InlineData("--voice: Expected as voice auto, highest, lowest, track:N or channel:N, counted from 0, found \"loud\"", "--encoding", "melody", "--voice", "loud")]
    [InlineData("--voice: Expected as voice a channel from 0 to 15, but not 9, which plays the drums, found \"channel:9\"", "--encoding", "melody", "--voice", "channel:9")]
    [InlineData("--grid takes a whole number from 1 to 48, not '0'", "--encoding", "melody", "--grid", "0")]
    public async Task A_voice_or_grid_that_does_not_exist_is_wrong_usage(string message, params string[] options)
    {
        string[] inspect = ["inspect", _workshop.Songs, .. options.Contains("--encoding") ? Array.Empty<string>() : ["--encoding", "lab"]];
        string[] train = ["train", _workshop.Songs, "-o", _workshop.Model, "--recipe", "lab"];
        foreach (string[] command in new[] { inspect, train })
        {
            ToolRun run = await ToolRun.Of([.. command, .. options]);
            Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
            Assert.StartsWith($"tunesmith: {message} (see: ", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_usual_voice_and_grid_are_no_mistake_with_the_lab() =>
        Assert.Equal(
            ExitCode.Done,
            (await ToolRun.Of(["inspect", _workshop.Songs, "--encoding", "lab", "--voice", "auto", "--grid", "4"])).ExitCode);

    [Fact]
    public async Task A_model_remembers_how_it_hears_songs()
    {
        Save("songs/waltz.mid");

        ToolRun run = await _workshop.Train("--steps", "2", "--encoding", "melody", "--voice", "highest", "--grid", "12");

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        ModelDefinition definition = MelodyModel.Load(_workshop.Model).Definition;
        Assert.Equal(("melody", "highest", 12, true), (definition.Encoding, definition.Voice, definition.Grid, definition.RestIsToken));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(12)]
    public async Task A_song_is_composed_in_the_tempo_and_meter_it_starts_from(int grid)
    {
        Save("songs/waltz.mid");
        await _workshop.Train("--steps", "2", "--encoding", "melody", "--grid", $"{grid}");

        ToolRun run = await _workshop.Compose("--primer", _workshop.PathOf("songs/waltz.mid"), "--steps", "50", "--seed", "5");

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Score song = Score.Load(_workshop.PathOf("a.mid"));
        Assert.Equal([Andante], song.Tempos.Changes);
        Assert.Equal([Waltz], song.Meters.Changes);
        Assert.Equal(480, song.TicksPerQuarter);
        Assert.Equal((8 + 50) * 480 / grid, song.EndTick);
        Melody primer = Hear("songs/waltz.mid", grid);
        Assert.Equal(primer.Take(8).Steps, Hear("a.mid", grid).Take(8).Steps);
        Assert.Equal(primer.Steps, Hear("a.base.mid", grid).Steps);
    }

    [Fact]
    public async Task Without_its_primer_a_song_keeps_tempo_meter_and_bar_lines()
    {
        Save("songs/waltz.mid");
        await _workshop.Train("--steps", "2", "--encoding", "melody");

        await _workshop.Compose("--primer", _workshop.PathOf("songs/waltz.mid"), "--steps", "50", "--seed", "5", "--without-primer");

        Score song = Score.Load(_workshop.PathOf("a.mid"));
        Assert.Equal([Andante], song.Tempos.Changes);
        // 8 steps of 12 are gone.
        Assert.Equal(
            [(0L, Waltz.Meter), (4 * 120L, Waltz.Meter)], song.Meters.Changes.Select(change => (change.Tick, change.Meter)));
        Assert.Equal(50 * 120, song.EndTick);
    }

    [Fact]
    public async Task A_primer_without_the_models_voice_is_refused_by_that_reason()
    {
        Save("songs/waltz.mid");
        await _workshop.Train("--steps", "0", "--encoding", "melody", "--voice", "track:1");

        ToolRun run = await _workshop.Compose("--primer", _workshop.PathOf("songs/alpha.mid"));

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains(
            "no melody: there is no track 1, its one track is number 0; choose another song", run.Error, StringComparison.Ordinal);
    }

    private static Melody HearSong(Score song, int grid) => Encodings.Melody(grid: grid).Hear(song);

    private Melody Hear(string path, int grid) => HearSong(Score.Load(_workshop.PathOf(path)), grid);

    private Task<ToolRun> Inspect(string path, params string[] options) =>
        ToolRun.Of(["inspect", _workshop.PathOf(path), "--encoding", "melody", .. options]);

    /// <summary>
    /// Six bars of a waltz, 96 ticks a quarter: a voice that strikes C5 on every eighth, with a grace note to the first, below a higher
    /// note of the piano.
    /// </summary>
    private void Save(string path)
    {
        IEnumerable<Note> eighths = Enumerable.Range(0, 36).Select(eighth => new Note(48 * eighth, 48, new Pitch(72), 90, 1));
        Note[] voice = [.. eighths.Skip(1), new Note(0, 10, new Pitch(71), 90, 1), new Note(10, 38, new Pitch(72), 90, 1)];
        Score song = new(
            96,
            [
                ScoreTrack.FromNotes([new Note(0, 1728, new Pitch(84), 90, 3)], "Piano"),
                ScoreTrack.FromNotes(voice, "Lead\u001b Vocal"),
                ScoreTrack.FromNotes([new Note(0, 48, new Pitch(40), 90, 9)], "Vocal drums"),
            ],
            new TempoMap([Andante]),
            new MeterMap([Waltz]));
        Directory.CreateDirectory(Path.GetDirectoryName(_workshop.PathOf(path))!);
        song.Save(_workshop.PathOf(path));
    }
}
