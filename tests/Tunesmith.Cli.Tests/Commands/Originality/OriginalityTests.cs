using System.Text.Json;
using Tunesmith.Analysis.Originality;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Tests.CommandLine;
using Tunesmith.Music;
using Tunesmith.Tests.Documents;

namespace Tunesmith.Cli.Tests.Commands.Originality;

/// <summary><c>tunesmith originality</c>.</summary>
public sealed class OriginalityTests : IDisposable
{
    private const string Known = "|:GABc d2BG|cAFA G2D2|EFGA B2cd|edcB A4:|";
    private const string Planted = "|F2C2 D2E2|_A_Bc_d _e2c_A|_d_B_G_B _A2_E2|C8|";

    private readonly TemporaryFolder _folder = new();

    public OriginalityTests()
    {
        Directory.CreateDirectory(PathOf("songs"));
        Write("songs/known.abc", "Known", Known);
        Write("songs/other.abc", "Other", "|CEGc eGce|fdBG AFDB,|C2E2 G2B2|c8|");
        Write("tune.abc", "Tune", Planted);
    }

    [Fact]
    public async Task A_passage_that_was_copied_and_transposed_is_named_with_its_bars()
    {
        ToolRun run = await ToolRun.Of(["originality", PathOf("tune.abc"), PathOf("songs")]);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("2 songs to compare with, and fewer than 20 tell little", run.Error, StringComparison.Ordinal);
        string[] lines = run.Output.ReplaceLineEndings("\n").TrimEnd().Split('\n');
        Assert.Contains("   13         2-3          1-2  known, 1 semitone higher, in the same time", lines);
        Assert.Contains("2 of the 2 real songs share less with the others; so few tell little", lines);
        Assert.Equal(OriginalityReport.NoClearance, lines[^1]);
    }

    [Fact]
    public async Task A_song_without_a_name_is_wrong_usage()
    {
        ToolRun run = await ToolRun.Of(["originality", "", PathOf("songs")]);
        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains("the name of the song is empty; give one", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_document_has_the_figures_and_the_passages()
    {
        ToolRun run = await ToolRun.Of(["originality", PathOf("tune.abc"), PathOf("songs"), "--json"]);
        JsonElement document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(13, document.GetProperty("longestSharedNotes").GetInt32());
        Assert.Equal(13.0 / 18, document.GetProperty("coveredShare").GetDouble(), 12);
        Assert.Equal(100, document.GetProperty("percentile").GetDouble());
        JsonElement passage = Assert.Single(document.GetProperty("passages").EnumerateArray());
        Assert.Equal(("known", 13, 1), (
            passage.GetProperty("song").GetString(),
            passage.GetProperty("notes").GetInt32(),
            passage.GetProperty("semitones").GetInt32()));
        Assert.Equal([2, 3], passage.GetProperty("bars").EnumerateArray().Select(bar => bar.GetInt32()));
        Assert.Equal([48, 4], document.GetProperty("hearings").EnumerateArray().Select(hearing => hearing.GetProperty("grid").GetInt32()));
        Assert.Equal(OriginalityReport.NoClearance, document.GetProperty("note").GetString());
    }

    [Fact]
    public async Task A_song_of_the_folder_is_said_to_be_one()
    {
        ToolRun run = await ToolRun.Of(["originality", "songbook:arirang", "songbook", "--json"]);
        JsonElement document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("Arirang", Assert.Single(document.GetProperty("copies").EnumerateArray()).GetString());
        Assert.Equal(("above", 1), (document.GetProperty("likeness").GetString(), document.GetProperty("coveredShare").GetDouble()));
        Assert.Contains("warning: the song is in songbook, note for note, as Arirang", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_composed_song_is_not_charged_for_the_song_that_it_begins_with()
    {
        string song = PathOf("composed.mid");
        await ToolRun.Of(["compose", "--primer", "songbook:arirang", "--primer-bars", "8", "--bars", "8", "--seed", "2", "-o", song]);
        Score score = Score.Load(song);
        score.ToMidi().Save(PathOf("without-record.mid"));
        ToolRun run = await ToolRun.Of(["originality", song, "songbook", "--json"]);
        JsonElement composed = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(9, composed.GetProperty("judgedFrom").GetInt32());
        Assert.All(
            composed.GetProperty("passages").EnumerateArray(),
            passage => Assert.InRange(passage.GetProperty("bars")[0].GetInt32(), 9, 16));
        run = await ToolRun.Of(["originality", PathOf("without-record.mid"), "songbook", "--json"]);
        JsonElement whole = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(JsonValueKind.Null, whole.GetProperty("judgedFrom").ValueKind);
        Assert.Equal("Arirang", whole.GetProperty("passages")[0].GetProperty("song").GetString());
        Assert.True(whole.GetProperty("coveredShare").GetDouble() > composed.GetProperty("coveredShare").GetDouble());
        run = await ToolRun.Of(["originality", song, "songbook"]);
        Assert.Contains("judged is what was composed, from bar 9 on", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_does_not_depend_on_the_threads()
    {
        ToolRun one = await ToolRun.Of(["originality", "songbook:arirang", "songbook", "--threads", "1"]);
        ToolRun two = await ToolRun.Of(["originality", "songbook:arirang", "songbook", "--threads", "2"]);
        Assert.Equal(one, two);
    }

    [Fact]
    public async Task A_folder_of_one_title_has_no_percentile()
    {
        File.Delete(PathOf("songs/other.abc"));
        ToolRun run = await ToolRun.Of(["originality", PathOf("tune.abc"), PathOf("songs")]);
        Assert.Contains(
            "nothing to compare with: that takes 8 notes, and real songs of other titles", run.Output, StringComparison.Ordinal);
        run = await ToolRun.Of(["originality", PathOf("tune.abc"), PathOf("songs"), "--json"]);
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(run.Output).RootElement.GetProperty("percentile").ValueKind);
    }

    [Theory]
    [InlineData("originality takes one song, but FOLDER is a folder; name a file in it", "FOLDER", "songbook")]
    [InlineData("There is no folder or file \"FOLDER/none\".", "songbook:arirang", "FOLDER/none")]
    [InlineData("cannot judge FOLDER/tune.abc: ", "FOLDER/tune.abc", "FOLDER/songs", "--voice", "track:1")]
    public async Task What_cannot_be_judged_is_said_in_one_line(string message, params string[] arguments)
    {
        Write("songs/two.abc", "Two", "[V:1] CDEF GABc|\n[V:2] C2E2 G2c2|");
        ToolRun run = await ToolRun.Of(["originality", .. arguments.Select(InFolder)]);
        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.StartsWith($"tunesmith: {InFolder(message)}", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));

        string InFolder(string text) => text.Replace("FOLDER", Folder, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_example_of_the_document_is_so()
    {
        string document = RepositoryDocuments.Read("docs/originality.md");
        File.WriteAllText(PathOf("my-tune.abc"), Block("```abc\n"));
        ToolRun run = await ToolRun.Of(["originality", PathOf("my-tune.abc"), "songbook"]);
        Assert.Equal(Block("```\n$ tunesmith originality my-tune.abc songbook\n").TrimEnd(), run.Output.ReplaceLineEndings("\n").TrimEnd());

        string Block(string beginning)
        {
            int start = document.IndexOf(beginning, StringComparison.Ordinal) + beginning.Length;
            return document[start..document.IndexOf("```", start, StringComparison.Ordinal)];
        }
    }

    public void Dispose() => _folder.Dispose();

    private string Folder => _folder.Path;

    private void Write(string name, string title, string bars) =>
        File.WriteAllText(PathOf(name), $"X:1\nT:{title}\nM:4/4\nL:1/8\nK:C\n{bars}\n");

    private string PathOf(string name) => Path.Combine(Folder, name);
}
