using Tunesmith.Experiments;
using Tunesmith.Tests.Corpus;

namespace Tunesmith.Tests.Experiments;

public sealed class SweepTests
{
    private const string Numbers = ",\"accuracy\":null,\"moveAccuracy\":null,\"secondsPerFold\":null,\"perFold\":null,\"error\":null,"
        + "\"sweep\":{\"seed\":1,\"space\":\"\",\"recipe\":\"\",\"songs\":\"\",\"folds\":2,\"foldSeed\":null,\"scoreFrom\":1}}\n";

    private const string Rest = ",\"natsPerStep\":null" + Numbers;
    private const string Whole = "{\"trial\":0,\"choices\":{}" + Rest;

    private const string Space = """{"learningRate": {"min": 0.001, "max": 0.1, "scale": "log"}, "batch": [4, 8, 0], "steps": [1, 2]}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_search_that_was_stopped_and_gone_on_with_is_the_one_that_never_stopped()
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("results.jsonl");
        IReadOnlyList<SweepTrial> whole = Make().Run(6, [], _ => { }, cancellationToken: Cancellation);
        using (SweepLog log = SweepLog.Create(path))
        {
            Make().Run(2, [], log.Add, cancellationToken: Cancellation);
        }

        File.AppendAllText(path, "{\"trial\":2,\"cho"); // the program was killed here
        using (SweepLog log = SweepLog.Resume(path))
        {
            Assert.Equal([0, 1], log.Trials.Select(trial => trial.Trial));
            List<int> run = [];
            Sweep sweep = Make();
            sweep.RequireSame(log.Trials, path);
            IReadOnlyList<SweepTrial> all = sweep.Run(6, log.Trials, Save, cancellationToken: Cancellation);
            Assert.Equal([2, 3, 4, 5], run);
            Assert.Equal(whole.Select(Result), all.Select(Result));

            void Save(SweepTrial trial)
            {
                run.Add(trial.Trial);
                log.Add(trial);
            }
        }

        using SweepLog read = SweepLog.Resume(path);
        Assert.Equal(whole.Select(Result), read.Trials.Select(Result));
        Assert.Equal(6, File.ReadAllLines(path).Length);
    }

    [Fact]
    public void A_trial_that_makes_no_sense_or_runs_away_is_recorded_and_the_others_go_on()
    {
        Sweep sweep = Make("""{"batch": [0, 4], "learningRate": [0.01, 1e30]}""");
        IReadOnlyList<SweepTrial> trials = sweep.Run(12, [], _ => { }, cancellationToken: Cancellation);
        Assert.Contains(trials, trial => trial.Error?.StartsWith("expected a batch of 1 to", StringComparison.Ordinal) == true);
        Assert.Contains(trials, trial => trial.Error?.StartsWith("the training ran away", StringComparison.Ordinal) == true);
        Assert.Contains(trials, trial => trial is { Error: null, NatsPerStep: > 0, PerFold.Count: 3, SecondsPerFold: > 0 });
        Assert.All(trials, trial => Assert.Equal(trial.Error is null, trial.NatsPerStep is not null));
    }

    [Fact]
    public void Trials_of_another_search_are_refused_by_name()
    {
        SweepTrial[] trials = [.. Make().Run(1, [], _ => { }, cancellationToken: Cancellation)];
        Refuses(Make(seed: 4), "the seed was 3 and is now 4");
        Refuses(Make("""{"batch": [4]}"""), "the space is another");
        Refuses(Make(options: ManySongs.Options with { Folds = 2 }), "the folds are others");
        CrossValidationOptions later = ManySongs.Options with { Scoring = ManySongs.Options.Scoring with { From = 9 } };
        Refuses(Make(options: later), "songs were scored from step 8 and are now from 9");
        SweepSpace clipped = SweepSpace.FromJson(Space, ManySongs.Recipe with { Clip = 1 });
        Refuses(new Sweep(clipped, ManySongs.Corpus, ManySongs.Options, 3), "the base recipe is another");
        Make().RequireSame(trials, "r");

        void Refuses(Sweep sweep, string difference) => Assert.Equal(
            $"cannot go on with the trials in r: {difference}. Use the same, or name another file",
            Assert.Throws<SweepException>(() => sweep.RequireSame(trials, "r")).Message);
    }

    [Theory]
    [InlineData("dear diary", 1)]
    [InlineData("{\"trial\":0}\n", 1)]
    [InlineData("\nnull\n", 1)]
    [InlineData(Whole + "{\"trial\":1,\"choices\":{\"a\":\"\\ud800\"}" + Rest, 2)]
    [InlineData(Whole + "{\"trial\":1,\"choices\":{\"\\ud800\":1}" + Rest, 2)]
    [InlineData("{\"trial\":0,\"choices\":{},\"natsPerStep\":1e999" + Numbers, 1)]
    public void A_file_of_something_else_is_refused_and_left_alone(string text, int line)
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("a.txt");
        File.WriteAllText(path, text);
        SweepException error = Assert.Throws<SweepException>(() => SweepLog.Resume(path));
        Assert.Contains($"found something else in line {line}", error.Message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(path));
    }

    [Fact]
    public void A_letter_that_is_no_UTF_8_does_not_move_the_place_where_a_file_is_gone_on_with()
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("results.jsonl");
        byte[] whole = System.Text.Encoding.Latin1.GetBytes("{\"trial\":0,\"choices\":{\"a\":\"\u00FF\"}" + Rest);
        File.WriteAllBytes(path, [.. whole, .. "{\"trial\":1,\"cho"u8]); // the program was killed here
        using (SweepLog log = SweepLog.Resume(path))
        {
            Assert.Single(log.Trials);
        }

        Assert.Equal(whole, File.ReadAllBytes(path));
    }

    private static Sweep Make(string space = Space, ulong seed = 3, CrossValidationOptions? options = null) =>
        new(SweepSpace.FromJson(space, ManySongs.Recipe), ManySongs.Corpus, options ?? ManySongs.Options, seed);

    private static string Result(SweepTrial trial) =>
        $"{trial.Trial} {trial.Choices.ToJsonString()} {trial.NatsPerStep:R} {trial.Accuracy} {trial.MoveAccuracy} "
        + $"{trial.Error} {trial.Sweep}";
}
