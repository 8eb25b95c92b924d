using System.Text.Json;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Training;

namespace Tunesmith.Cli.Tests.Commands.Evaluating;

public sealed class SweepTests : IDisposable
{
    private readonly Workshop _workshop = new();

    public SweepTests()
    {
        Recipe small = Recipe.Plain with
        {
            Definition = Recipe.Plain.Definition with { Hidden = [5], Window = 8 },
            Batch = 6,
            Steps = 2,
        };
        File.WriteAllText(Base, small.ToJson());
        File.WriteAllText(Space, """{"learningRate": {"min": 0.001, "max": 0.1, "scale": "log"}, "definition.hidden": [4, [3, 3]]}""");
    }

    private string Base => _workshop.PathOf("base.json");

    private string Space => _workshop.PathOf("space.json");

    private string Log => _workshop.PathOf("logs/results.jsonl");

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Every_trial_is_a_line_and_the_best_are_a_table()
    {
        ToolRun run = await Sweep("--trials", "3", "-o", Log);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        JsonElement[] lines = [.. File.ReadAllLines(Log).Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal([0, 1, 2], lines.Select(line => line.GetProperty("trial").GetInt32()));
        string[] keys = ["trial", "choices", "natsPerStep", "accuracy", "moveAccuracy", "secondsPerFold", "perFold", "error", "sweep"];
        Assert.All(lines, line => Assert.Equal(keys, line.EnumerateObject().Select(property => property.Name)));
        Assert.All(lines, line => Assert.Equal(
            ["definition.hidden", "learningRate"], line.GetProperty("choices").EnumerateObject().Select(property => property.Name)));
        Assert.All(lines, line => Assert.Equal(3, line.GetProperty("perFold").GetArrayLength()));
        Assert.Contains("3 trials; the best first", run.Output, StringComparison.Ordinal);
        Assert.Contains("definition.hidden ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_goes_on_where_it_stopped()
    {
        await Sweep("--trials", "1", "-o", Log);
        string first = File.ReadAllText(Log);
        ToolRun run = await Sweep("--trials", "3", "-o", Log, "--resume", "--json");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.StartsWith(first, File.ReadAllText(Log), StringComparison.Ordinal);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        Assert.Equal(["best", "trials", "log", "remarks"], document.RootElement.EnumerateObject().Select(property => property.Name));
        JsonElement[] trials = [.. document.RootElement.GetProperty("trials").EnumerateArray()];
        int best = document.RootElement.GetProperty("best").GetInt32();
        Assert.Equal(
            trials.Min(trial => trial.GetProperty("natsPerStep").GetDouble()), trials[best].GetProperty("natsPerStep").GetDouble());

        ToolRun whole = await Sweep("--trials", "3", "--json", "--threads", "1");
        using JsonDocument other = JsonDocument.Parse(whole.Output);
        Assert.Equal(
            trials.Select(trial => trial.GetProperty("perFold").GetRawText()),
            other.RootElement.GetProperty("trials").EnumerateArray().Select(trial => trial.GetProperty("perFold").GetRawText()));
    }

    [Fact]
    public async Task An_interrupted_search_keeps_what_is_done()
    {
        await Sweep("--trials", "2", "-o", Log);
        ToolRun run = await ToolRun.Of(
            Arguments("--trials", "9", "-o", Log, "--resume"),
            cancellation: new CancellationToken(canceled: true));
        Assert.Equal(ExitCode.Interrupted, run.ExitCode);
        Assert.Equal(2, File.ReadAllLines(Log).Length);
    }

    [Fact]
    public async Task A_search_stopped_before_its_first_trial_is_begun_anew_by_the_same_command()
    {
        string[] options = ["--trials", "1", "-o", Log];
        ToolRun stopped = await ToolRun.Of(Arguments(options), cancellation: new CancellationToken(canceled: true));
        Assert.Equal(ExitCode.Interrupted, stopped.ExitCode);
        Directory.CreateDirectory(Path.GetDirectoryName(Log)!);
        File.WriteAllText(Log, ""); // as a search leaves it that had begun its first trial

        Assert.Equal(ExitCode.Done, (await Sweep(options)).ExitCode);
        Assert.Single(File.ReadAllLines(Log));
        Fails(await Sweep(options), ExitCode.WrongUsage, "is there already");
    }

    [Fact]
    public async Task Failures_are_one_line_and_leave_the_results_alone()
    {
        await Sweep("--trials", "1", "-o", Log);
        string before = File.ReadAllText(Log);
        Fails(await Sweep("-o", Log), ExitCode.WrongUsage, "is there already; add --resume to go on with its trials, or name another");
        Fails(await Sweep("-o", Log, "--resume", "--seed", "2"), ExitCode.Failed, "the seed was 1 and is now 2");
        Fails(
            await Sweep("-o", Log, "--resume", "--score-from", "17"),
            ExitCode.Failed,
            "songs were scored from step 16 and are now from 17");
        Fails(await Sweep("--resume"), ExitCode.WrongUsage, "--resume goes on with the trials in a file; name it with --log");
        Fails(await Sweep("-o", Space), ExitCode.WrongUsage, "the log would be written over the space");
        Fails(await Sweep("-o", _workshop.PathOf("songs/alpha.mid"), "--resume"), ExitCode.WrongUsage, "a song of the corpus");
        Fails(await Sweep("-o", Base), ExitCode.WrongUsage, "the log would be written over the recipe");
        Fails(await Sweep("--recipe", "lab"), ExitCode.WrongUsage, "use lab-79");
        Fails(await Sweep("--folds", "4"), ExitCode.Failed, "4 folds need songs of at least 4 titles");
        File.WriteAllText(Space, """{"steps": [3], "stepz": [1]}""");
        Fails(await Sweep("-o", Log, "--resume"), ExitCode.Failed, $"cannot use the space {Space}: the space's member \"stepz\": ");
        File.WriteAllText(Space, """{"steps": [3]}""");
        Fails(await Sweep("-o", Log, "--resume"), ExitCode.Failed, "the space is another");
        File.Delete(Space);
        Fails(await Sweep(), ExitCode.Failed, $"there is no space {Space}; write one, such as ");
        Assert.Equal(before, File.ReadAllText(Log));
    }

    [Fact]
    public async Task A_search_of_which_every_trial_fails_says_why()
    {
        File.WriteAllText(Space, """{"batch": [0]}""");
        ToolRun run = await Sweep("--trials", "2", "--json");
        Assert.Equal((ExitCode.Failed, ""), (run.ExitCode, run.Output));
        Assert.EndsWith(
            "tunesmith: every trial failed; the first because of this: expected a batch of 1 to 65536 windows, found 0"
                + Environment.NewLine,
            run.Error,
            StringComparison.Ordinal);
    }

    private static void Fails(ToolRun run, int exitCode, string message)
    {
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.Equal(exitCode, run.ExitCode);
    }

    private Task<ToolRun> Sweep(params string[] options) => ToolRun.Of(Arguments(options));

    private string[] Arguments(params string[] options)
    {
        (string Name, string Value)[] otherwise =
        [
            ("--space", Space), ("--recipe", Base), ("--encoding", "lab"),
            ("--min-steps", "20"), ("--folds", "3"), ("--score-from", "16"), ("--trials", "2"),
        ];
        IEnumerable<string> rest = otherwise
            .Where(pair => !options.Contains(pair.Name))
            .SelectMany(pair => new[] { pair.Name, pair.Value });
        return ["sweep", _workshop.Songs, .. options, .. rest];
    }
}
