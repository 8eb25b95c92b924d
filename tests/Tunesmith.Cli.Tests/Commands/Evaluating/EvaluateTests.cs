using System.Text.Json;
using Tunesmith.Cli.CommandLine;

namespace Tunesmith.Cli.Tests.Commands.Evaluating;

public sealed class EvaluateTests : IDisposable
{
    private readonly Workshop _workshop = new();

    public EvaluateTests()
    {
        _workshop.Add("others/delta.mid", 43);
        _workshop.Add("others/epsilon.mid", 30);
    }

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task The_model_stands_beside_the_baselines_of_its_songs()
    {
        using JsonDocument document = await Json("others", "--train", _workshop.Songs);
        Assert.Equal(
            ["folds", "scoredSteps", "rows", "bestBaseline", "remarks", "statistics"],
            document.RootElement.EnumerateObject().Select(property => property.Name));
        JsonElement[] rows = [.. document.RootElement.GetProperty("rows").EnumerateArray()];
        Assert.Equal((1, 11), (document.RootElement.GetProperty("folds").GetInt32(), rows.Length));
        Assert.Equal(("model", "model"), (rows[^1].GetProperty("name").GetString(), rows[^1].GetProperty("kind").GetString()));
        Assert.Equal(1, rows[^1].GetProperty("perFold").GetArrayLength());
        Assert.True(rows[^1].GetProperty("parameters").GetInt64() > 0);
        Assert.DoesNotContain("very songs", document.RootElement.GetProperty("remarks").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_songs_it_learned_from_only_what_needs_none_is_beside_it()
    {
        using JsonDocument document = await Json("others");
        Assert.Equal(
            ["uniform", "model"],
            document.RootElement.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("name").GetString()));
        string remarks = document.RootElement.GetProperty("remarks").GetRawText();
        Assert.Contains("--train", remarks, StringComparison.Ordinal);
        Assert.Contains("the model has no token for a rest: 2 steps of rest are heard but left out", remarks, StringComparison.Ordinal);
        Assert.Equal(43 + 30 - 16 - 16 - 2, document.RootElement.GetProperty("scoredSteps").GetInt32());
    }

    [Fact]
    public async Task Its_own_songs_tell_nothing_and_are_warned_of()
    {
        ToolRun run = await Evaluate("songs");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.StartsWith("tunesmith: warning: these are the very songs of the model's training", run.Error, StringComparison.Ordinal);
        Assert.Contains("3 songs, encoding lab, at least 20 steps each (1 of 4 files left out", run.Output, StringComparison.Ordinal);
        Assert.Contains("model needs ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Titles_in_both_folders_are_named()
    {
        _workshop.Add("others/beta - chorus.mid", 60);
        ToolRun run = await Evaluate("others", "--train", _workshop.Songs);
        Assert.StartsWith("tunesmith: warning: 1 title stands in both folders, \"beta\": ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_song_that_ends_before_the_first_scored_step_is_told_of()
    {
        ToolRun run = await Evaluate("others", "--score-from", "35");
        Assert.Contains("note: 1 song ends before step 35 and is not scored", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failures_are_one_line()
    {
        Fails(await Evaluate("none"), ExitCode.Failed, "There is no folder or file");
        Fails(await Evaluate("others", "--score-from", "50"), ExitCode.Failed, "scored from step 50, and the longest has 43");
        Fails(await Evaluate("others", "--train", _workshop.PathOf("none")), ExitCode.Failed, "There is no folder or file");
        Fails(await Evaluate("others", "--min-steps", "100"), ExitCode.Failed, "No song to learn from");
        Fails(await ToolRun.Of(["evaluate", _workshop.PathOf("no.safetensors"), _workshop.Songs]), ExitCode.Failed, "there is no model");
        Fails(await ToolRun.Of(["evaluate", _workshop.Model]), ExitCode.WrongUsage, "evaluate");
    }

    private static void Fails(ToolRun run, int exitCode, string message)
    {
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.Equal(exitCode, run.ExitCode);
    }

    private async Task<JsonDocument> Json(string folder, params string[] options)
    {
        ToolRun run = await Evaluate(folder, [.. options, "--json"]);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        return JsonDocument.Parse(run.Output);
    }

    private async Task<ToolRun> Evaluate(string folder, params string[] options)
    {
        if (!File.Exists(_workshop.Model))
        {
            Assert.Equal(ExitCode.Done, (await _workshop.Train("--recipe", "lab", "--steps", "5")).ExitCode);
        }

        string[] from = options.Contains("--score-from") ? [] : ["--score-from", "16"];
        return await ToolRun.Of(["evaluate", _workshop.Model, _workshop.PathOf(folder), .. options, .. from]);
    }
}
