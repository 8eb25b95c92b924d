using System.Text.Json;
using Tunesmith.Cli.Tests.CommandLine;
using Tunesmith.Music;

namespace Tunesmith.Cli.Tests.Commands.Inspecting;

/// <summary>What <c>inspect</c> says of used, partly used and left out songs, of copies and twins, and in total.</summary>
public sealed class InspectReportTests : IDisposable
{
    private static readonly int[] Tune = [60, 62, 64, 60, 67, 65, 64, 62, 60, 64, 67, 72, 71, 69, 67, 65, 64, 67, 62, 60];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_ends_with_its_totals_and_a_note_where_it_is_too_small()
    {
        SaveAll();

        ToolRun run = await ToolRun.Of(["inspect", _folder.Path]);

        string[] lines = run.Output.TrimEnd().Split(Environment.NewLine);
        Assert.Equal("5 songs processed, 1 song discarded, 4 total songs to learn from", lines[0]);
        Assert.Equal("first song: a.mid, shape (80, 130)", lines[1]);
        Assert.Contains("  short.mid: shorter than 32 steps: 8; --min-steps 8 would keep it", lines);
        Assert.Contains("  crowded.mid: 20 notes fall in one step with another and are not heard; --grid 6 would hear all", lines);
        Assert.Contains("  copy.mid: the same melody as a.mid", lines);
        Assert.Contains("  twin.mid: of a.mid 20 notes, 5 semitones higher, in the same time (and 1 other)", lines);
        string[] totals = lines[Array.IndexOf(lines, "files      3 used, 1 used in part, 1 left out")..];
        Assert.Equal("left out   1 shorter than 32 steps", totals[1]);
        Assert.Equal("in part    1 notes too close together for the grid", totals[2]);
        Assert.Contains("meter      4/4 in 4 songs", totals);
        Assert.Contains("tempo      120 quarters a minute", totals);
        Assert.Contains("titles     4, 3 without exact copies; 2 songs with an exact copy, 3 songs with a twin", totals);
        Assert.Single(totals, line => line.StartsWith("holds      ", StringComparison.Ordinal));
        Assert.Single(totals, line => line.StartsWith("notes      ", StringComparison.Ordinal));
        Assert.StartsWith("note: there are only 3 titles to learn from", totals[^2], StringComparison.Ordinal);
        Assert.StartsWith("note: the 4 titles have only 2 different tunes", totals[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_json_every_file_has_its_status_reason_suggestion_and_partner()
    {
        SaveAll();

        ToolRun run = await ToolRun.Of(["inspect", _folder.Path, "--json"]);

        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement report = document.RootElement;
        Dictionary<string, JsonElement> files = report.GetProperty("files").EnumerateArray().ToDictionary(file => Text(file, "file")!);
        Assert.Equal(["a.mid", "copy.mid", "crowded.mid", "short.mid", "twin.mid"], files.Keys);
        Assert.Equal(["used", "used", "partly", "leftOut", "used"], files.Values.Select(file => Text(file, "status")));
        Assert.Equal([null, null, "--grid 6", "--min-steps 8", null], files.Values.Select(file => Text(file, "suggestion")));
        Assert.Equal("""["TooShort"]""", files["short.mid"].GetProperty("causes").GetRawText());
        Assert.Equal(("a.mid", "a.mid"), (Text(files["copy.mid"], "copyOf"), Text(files["twin.mid"], "twinOf")));
        Assert.Equal("20 notes, 5 semitones higher, in the same time", Text(files["twin.mid"], "inCommon"));
        Assert.False(files["crowded.mid"].TryGetProperty("copyOf", out _));
        JsonElement totals = report.GetProperty("totals");
        Assert.Equal("""[{"cause":"TooShort","reason":"shorter than 32 steps","files":1}]""", totals.GetProperty("leftOut").GetRawText());
        Assert.Equal("""[{"meter":"4/4","songs":4}]""", totals.GetProperty("meters").GetRawText());
        Assert.Equal((4, 3), (totals.GetProperty("titles").GetInt32(), totals.GetProperty("titleGroups").GetInt32()));
        Assert.Equal(1, report.GetProperty("partlyUsed").GetInt32());
        Assert.Equal(2, totals.GetProperty("remarks").GetArrayLength());
        Assert.Equal(60, totals.GetProperty("lowest").GetInt32());
    }

    [Fact]
    public async Task Of_many_files_with_one_reason_some_are_named()
    {
        for (int file = 0; file < 25; file++)
        {
            Save($"{file:00}.mid", Tune[..2]);
        }

        string[] lines = (await ToolRun.Of(["inspect", _folder.Path])).Output.Split(Environment.NewLine);

        Assert.Equal(20, lines.Count(line => line.Contains("--min-steps", StringComparison.Ordinal)));
        Assert.Contains("  ... and 5 more for this reason (--json names all)", lines);
        using JsonDocument all = JsonDocument.Parse((await ToolRun.Of(["inspect", _folder.Path, "--json"])).Output);
        Assert.Equal(25, all.RootElement.GetProperty("files").GetArrayLength());
    }

    [Fact]
    public async Task Strictly_a_broken_file_fails_alone_and_is_left_out_of_a_folder()
    {
        Save("a.mid", Tune);
        byte[] bytes = File.ReadAllBytes(_folder.File("a.mid"));
        File.WriteAllBytes(_folder.File("cut.mid"), bytes[..^4]);

        ToolRun one = await ToolRun.Of(["inspect", _folder.File("cut.mid"), "--strict"]);
        Assert.Equal((1, ""), (one.ExitCode, one.Output));
        Assert.Single(one.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("breaks its format: expected at most ", one.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await ToolRun.Of(["inspect", _folder.File("cut.mid")])).ExitCode);
        ToolRun folder = await ToolRun.Of(["inspect", _folder.Path, "--strict"]);
        Assert.Contains("left out   1 breaks its format, which --strict does not take", folder.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_song_that_is_left_out_is_told_of_and_more_minutes_let_it_in()
    {
        Save("a.mid", Tune);

        ToolRun left = await ToolRun.Of(["inspect", _folder.File("a.mid"), "--max-minutes", "0.1"]);
        Assert.Equal((0, ""), (left.ExitCode, left.Error));
        Assert.Contains(
            "would be left out: too long: 0.2 minutes, where at most 0.1 are heard; --max-minutes 1 would keep it",
            left.Output,
            StringComparison.Ordinal);
        left = await ToolRun.Of(["inspect", _folder.File("a.mid"), "--max-minutes", "0.1", "--json"]);
        using JsonDocument report = JsonDocument.Parse(left.Output);
        Assert.Equal(("leftOut", "--max-minutes 1"), (Text(report.RootElement, "status"), Text(report.RootElement, "suggestion")));
        ToolRun kept = await ToolRun.Of(["inspect", _folder.File("a.mid"), "--max-minutes", "1"]);
        Assert.Contains("would be learned from", kept.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("train", "-o", "m.safetensors")]
    [InlineData("compare", "--min-steps", "66")]
    [InlineData("sweep", "--space", "space.json")]
    public async Task Every_command_that_reads_songs_takes_the_limits(string command, params string[] more)
    {
        Save("a.mid", Tune);
        File.WriteAllText(_folder.File("space.json"), """{"learningRate":[0.01]}""");
        string[] rest = [.. more.Select(word => word.Contains('.', StringComparison.Ordinal) ? _folder.File(word) : word)];

        ToolRun run = await ToolRun.Of([command, _folder.Path, .. rest, "--max-minutes", "0.1", "--strict"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("too long: 0.2 minutes, where at most 0.1 are heard", run.Error, StringComparison.Ordinal);
    }

    private void SaveAll()
    {
        Save("a.mid", Tune);
        Save("copy.mid", Tune);
        Save("twin.mid", Array.ConvertAll(Tune, pitch => pitch + 5));
        Save("short.mid", Tune[..2]);
        Save("crowded.mid", [.. Enumerable.Range(0, 60).Select(note => 60 + (note % 9))], length: 16);
    }

    private void Save(string path, int[] pitches, int length = 96) => new Score(
        96,
        [ScoreTrack.FromNotes(pitches.Select((pitch, note) => new Note(note * length, length, new Pitch(pitch), 90, 0)))])
        .Save(_folder.File(path));

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
