using System.Text.Json;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Tests;
using Tunesmith.Training;

namespace Tunesmith.Cli.Tests.Commands.Evaluating;

public sealed class CompareTests : IDisposable
{
    private static readonly string[] Keys =
        ["name", "kind", "natsPerStep", "accuracy", "moveAccuracy", "seconds", "parameters", "perFold", "perplexity"];

    private readonly Workshop _workshop = new();

    public CompareTests() => File.WriteAllText(_workshop.PathOf("mine.json"), Small().ToJson());

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Json_has_a_row_for_each_baseline_and_each_recipe()
    {
        ToolRun run = await Compare("--recipes", "plain,mine.json", "--json");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        Assert.Equal(
            ["folds", "scoredSteps", "rows", "bestBaseline", "titles", "remarks"],
            document.RootElement.EnumerateObject().Select(property => property.Name));
        JsonElement[] rows = [.. document.RootElement.GetProperty("rows").EnumerateArray()];
        Assert.All(rows, row => Assert.Equal(Keys, row.EnumerateObject().Select(property => property.Name)));
        string[] baselines = ["repeat-last", "copy-back", "unigram", "bigram", "3-gram", "4-gram", "5-gram", "6-gram", "7-gram", "8-gram"];
        Assert.Equal([.. baselines, "plain", "mine"], rows.Select(row => row.GetProperty("name").GetString()));
        Assert.All(rows[..10], row => Assert.Equal(("baseline", JsonValueKind.Null), Kind(row)));
        Assert.All(rows[10..], row => Assert.Equal(("recipe", JsonValueKind.Number), Kind(row)));
        Assert.All(rows, row => Assert.Equal(3, row.GetProperty("perFold").GetArrayLength()));
        Assert.Equal(3, document.RootElement.GetProperty("folds").GetInt32());
        Assert.Equal(40 + 47 + 54 - (3 * 16), document.RootElement.GetProperty("scoredSteps").GetInt64());
        Assert.Equal("""[["alpha"],["beta"],["gamma"]]""", document.RootElement.GetProperty("titles").GetRawText());
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_rows_whatever_the_threads()
    {
        string[] first = await Scores("--threads", "1", "--seed", "5");
        Assert.Equal(first, await Scores("--threads", "2", "--seed", "5"));
        Assert.NotEqual(first, await Scores("--threads", "2", "--seed", "6"));
    }

    [Fact]
    public async Task The_table_has_the_best_first_and_says_what_it_means()
    {
        ToolRun run = await Compare("--recipes", "mine.json", "--steps", "0", "--show-folds");

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        string[] lines = run.Output.Split(Environment.NewLine);
        string description = "3 songs of 3 titles in 3 folds, encoding lab, at least 20 steps each (1 of 4 files left out";
        Assert.StartsWith(description, lines[0], StringComparison.Ordinal);
        Assert.StartsWith("note: there are only 3 titles", lines[1], StringComparison.Ordinal);
        string[] table = [.. lines.SkipWhile(line => !line.Contains("nats a step  perplexity", StringComparison.Ordinal)).Skip(1).Take(11)];
        double[] nats = [.. table.Select(line => double.Parse(line[20..31], System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(nats.Order(), nats);
        Assert.EndsWith("best baseline", table[0], StringComparison.Ordinal);
        Assert.Single(table, line => line.EndsWith("best baseline", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("mine needs ", StringComparison.Ordinal)
            && line.Contains("it has learned less than the baseline ", StringComparison.Ordinal));
        Assert.Contains("fold 2 holds out: beta", lines);
    }

    [Theory]
    [InlineData("--recipes lab", ExitCode.WrongUsage, "the recipe lab has no token for a rest, so it cannot be scored on the same steps as others; use")]
    [InlineData("--recipes deep", ExitCode.WrongUsage, "there is no recipe and no file \"deep\"")]
    [InlineData("--recipes ,", ExitCode.WrongUsage, "--recipes names none; name some, such as lab-79,plain,lookback")]
    [InlineData("--recipes plain,plain", ExitCode.WrongUsage, "--recipes has two of the name plain")]
    [InlineData("--recipes lab-79", ExitCode.WrongUsage, "the recipe lab-79: a window of 64 steps needs songs of at least 66")]
    [InlineData("--folds 4", ExitCode.Failed, "4 folds need songs of at least 4 titles, found 3: use fewer folds or add songs")]
    [InlineData("--folds 1", ExitCode.WrongUsage, "--folds takes a whole number from 2 to 1000, not '1'")]
    [InlineData("--score-from 0", ExitCode.WrongUsage, "--score-from takes a whole number of at least 1, not '0'")]
    [InlineData("--score-from 54", ExitCode.Failed, "scored from step 54, and the longest has 54 steps; score from step 27 or earlier")]
    [InlineData("--min-steps 60", ExitCode.Failed, "all 4 files are left out; the longest, gamma.mid, has 54 of the 60 steps needed")]
    [InlineData("--grid 3", ExitCode.WrongUsage, "the lab encoding hears all voices on sixteenths")]
    public async Task A_failure_is_one_line(string options, int exitCode, string message)
    {
        ToolRun run = await Compare(options.Split(' '));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.Equal(exitCode, run.ExitCode);
    }

    [Fact]
    public async Task A_song_too_short_to_be_scored_is_told_of()
    {
        ToolRun run = await Compare("--recipes", "mine.json", "--score-from", "45", "--json");
        Assert.Contains("1 song ends before step 45 and is not scored", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"perFold\":[null,", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_protocol_scores_the_labs_songs()
    {
        ToolRun run = await ToolRun.Of(
            ["compare", SharedData.Require("data/pop"), "--encoding", "lab", "--recipes", "plain", "--steps", "1", "--json"]);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        Assert.StartsWith("""{"folds":5,"scoredSteps":8315,"rows":[""", run.Output, StringComparison.Ordinal);
        JsonElement[] rows = [.. document.RootElement.GetProperty("rows").EnumerateArray()];
        Assert.Equal(2.256, Nats("unigram"), 0.0005);
        Assert.Equal(0.816, Nats("bigram"), 0.0005);

        double Nats(string name) => rows.Single(row => row.GetProperty("name").GetString() == name).GetProperty("natsPerStep").GetDouble();
    }

    private static Recipe Small() => Recipe.Plain with
    {
        Definition = Recipe.Plain.Definition with { Hidden = [5], Window = 8 },
        Batch = 6,
        Steps = 3,
    };

    private static (string?, JsonValueKind) Kind(JsonElement row) =>
        (row.GetProperty("kind").GetString(), row.GetProperty("parameters").ValueKind);

    private async Task<string[]> Scores(params string[] options)
    {
        ToolRun run = await Compare(["--recipes", "mine.json", "--json", .. options]);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        return [.. document.RootElement.GetProperty("rows").EnumerateArray().Select(row =>
            $"{row.GetProperty("name")} {row.GetProperty("perFold").GetRawText()} "
                + $"{row.GetProperty("accuracy")} {row.GetProperty("moveAccuracy")}")];
    }

    private Task<ToolRun> Compare(params string[] options)
    {
        string[] all = [.. options.Select(option => option.Replace("mine.json", _workshop.PathOf("mine.json"), StringComparison.Ordinal))];
        (string Name, string Value)[] otherwise =
        [
            ("--encoding", "lab"), ("--recipes", _workshop.PathOf("mine.json")),
            ("--min-steps", "20"), ("--folds", "3"), ("--score-from", "16"), ("--steps", "2"),
        ];
        IEnumerable<string> rest = otherwise.Where(pair => !all.Contains(pair.Name)).SelectMany(pair => new[] { pair.Name, pair.Value });
        return ToolRun.Of(["compare", _workshop.Songs, .. all, .. rest]);
    }
}
