using Tunesmith.Compute;
using Tunesmith.Encoding;
using Tunesmith.Model;
using Tunesmith.Training;

namespace Tunesmith.Tests.Training;

public sealed class TrainerTests
{
    [Theory]
    [InlineData(ScoredSteps.Last)]
    [InlineData(ScoredSteps.Every)]
    public void The_same_recipe_and_songs_give_the_same_bytes_on_any_number_of_threads(ScoredSteps scored)
    {
        Recipe recipe = TinySongs.Recipe with { Scored = scored, Batch = 40 };
        byte[] one = Bytes(1);
        Assert.Equal(one, Bytes(1));
        Assert.Equal(one, Bytes(2));
        Assert.Equal(one, Bytes(5));

        byte[] Bytes(int threads) => Train(recipe, new TrainingOptions { Threads = threads }).Model.ToBytes();
    }

    [Fact]
    public void What_is_not_in_the_recipe_does_not_change_the_model()
    {
        MelodyModel usual = Train(TinySongs.Recipe).Model;
        TrainingOptions watching = new()
        {
            Time = new SteadyTime(),
            CheckpointEvery = 3,
            SaveCheckpoint = _ => { },
            ModelEvery = 2,
            ReceiveModel = _ => { },
        };
        Assert.Equal(usual.ToBytes(), Train(TinySongs.Recipe, watching, new Collect([])).Model.ToBytes());
    }

    [Fact]
    public void A_model_handed_out_on_the_way_has_the_weights_of_a_training_that_ends_there()
    {
        List<MelodyModel> models = [];
        Train(TinySongs.Recipe, new TrainingOptions { ModelEvery = 2, ReceiveModel = models.Add });

        Assert.Equal([2, 4], models.Select(model => model.Summary.Steps));
        Assert.All(models, model => Assert.Equal(
            Train(TinySongs.Recipe with { Steps = model.Summary.Steps }).Model.Parameters.Buffer.Span.ToArray(),
            model.Parameters.Buffer.Span.ToArray()));
        Assert.Throws<ArgumentOutOfRangeException>(() => Train(TinySongs.Recipe, new TrainingOptions { ModelEvery = -1 }));
    }

    [Fact]
    public void Another_seed_gives_another_model()
    {
        Assert.NotEqual(Weights(1), Weights(2));

        static float[] Weights(ulong seed) => TinySongs.Train(seed: seed).Parameters.Get("layer0.Wh");
    }

    [Fact]
    public void No_steps_leave_the_weights_as_they_were_drawn()
    {
        TrainingResult result = Train(TinySongs.Recipe with { Steps = 0, Seed = 9 });
        Parameters drawn = new(TinySongs.Recipe.Definition.CreateShape());
        WeightInitialization.Fill(drawn, new RandomSource(9, RandomPurpose.Weights));

        Assert.Equal(drawn.Buffer.Span.ToArray(), result.Model.Parameters.Buffer.Span.ToArray());
        Assert.Empty(result.Scores);
        Assert.Equal(new TrainingSummary { Songs = 3, SongSteps = 93 }, result.Model.Summary);
    }

    [Fact]
    public void Progress_is_told_after_every_step_and_scores_at_0_1_and_every_10()
    {
        List<TrainingProgress> reports = [];
        TrainingOptions options = new() { Time = new SteadyTime() };
        TrainingResult result = Train(TinySongs.Recipe with { Steps = 32 }, options, new Collect(reports));

        Assert.Equal(Enumerable.Range(0, 32), reports.Select(report => report.Step));
        Assert.All(reports, report => Assert.Equal(32, report.Steps));
        Assert.Equal([0, 1, 10, 20, 30], reports.Where(report => report.Score is not null).Select(report => report.Step));
        Assert.Equal(result.Scores, reports.Where(report => report.Score is not null).Select(report => report.Score!.Value));
        Assert.All(reports, report => Assert.Equal(report.Score?.Step ?? report.Step, report.Step));

        Assert.Equal(TimeSpan.FromSeconds(4), reports[3].Elapsed); // one look at the clock a step
        Assert.Equal(1, reports[3].StepsPerSecond);
        Assert.Equal(TimeSpan.FromSeconds(28), reports[3].Remaining);
        Assert.Equal(TimeSpan.Zero, reports[31].Remaining);
        Assert.Equal(TimeSpan.FromSeconds(33), result.Elapsed);
        Assert.Equal(0, new TrainingProgress(0, 1, null, TimeSpan.Zero).StepsPerSecond);
    }

    [Theory]
    [InlineData(1, new[] { 0, 1, 2, 3, 4, 5, 6 })]
    [InlineData(3, new[] { 0, 1, 3, 6 })]
    [InlineData(100, new[] { 0, 1 })]
    public void Scores_can_be_looked_at_more_or_less_often(int every, int[] steps)
    {
        TrainingResult result = Train(TinySongs.Recipe with { Steps = 7, DisplayEvery = every });
        Assert.Equal(steps, result.Scores.Select(score => score.Step));
    }

    [Fact]
    public void The_summary_is_the_mean_of_the_last_five_scores()
    {
        TrainingOptions options = new() { DataFingerprint = "abc" };
        TrainingResult result = Train(TinySongs.Recipe with { Steps = 8, DisplayEvery = 1 }, options);
        Assert.Equal(8, result.Scores.Count);
        Assert.Equal(result.Scores.Skip(3).Average(score => score.Loss), result.Model.Summary.Loss);
        Assert.Equal(result.Scores.Skip(3).Average(score => score.Accuracy), result.Model.Summary.Accuracy);
        Assert.Equal((8, 3, 93), (result.Model.Summary.Steps, result.Model.Summary.Songs, result.Model.Summary.SongSteps));
        Assert.Equal("abc", result.Model.DataFingerprint);
        Assert.Equal(8, Recipe.Of(result.Model)!.Steps);
    }

    [Theory]
    [InlineData(ScoredSteps.Last)]
    [InlineData(ScoredSteps.Every)]
    public void Songs_that_repeat_themselves_are_learned(ScoredSteps scored)
    {
        TrainingResult result = Train(TinySongs.Recipe with { Steps = 300, Scored = scored });
        Assert.InRange(result.Scores[0].Loss, 2, 20);
        Assert.InRange(result.Model.Summary.Loss!.Value, 0, 0.4);
        Assert.InRange(result.Model.Summary.Accuracy!.Value, 0.8, 1);
    }

    [Fact]
    public void A_training_can_be_stopped_between_two_steps()
    {
        using CancellationTokenSource source = new();
        List<TrainingProgress> reports = [];
        Stop progress = new(reports, source, after: 3);
        Assert.ThrowsAny<OperationCanceledException>(() =>
            Trainer.Train(TinySongs.Recipe, TinySongs.Sequences, progress: progress, cancellationToken: source.Token));
        Assert.Equal(3, reports.Count);
    }

    [Fact]
    public void Songs_that_cannot_be_learned_from_are_refused_in_one_line()
    {
        Assert.Equal("there is no song to learn from", Message([]));
        TokenSequence shortSong = Encodings.Lab.Encode(TinySongs.Melody(0).Take(9));
        Assert.Equal(
            "a window of 8 steps needs songs of at least 10, but one has 9: "
                + "use a smaller window, or leave it out with CorpusOptions.MinSteps",
            Message([.. TinySongs.Sequences, shortSong]));
        Assert.Throws<RecipeException>(() => Train(TinySongs.Recipe with { Batch = 0 }));

        static string Message(TokenSequence[] songs) => Assert.Throws<TrainingException>(
            () => Trainer.Train(TinySongs.Recipe, songs, cancellationToken: TestContext.Current.CancellationToken)).Message;
    }

    [Fact]
    public void Songs_heard_otherwise_than_the_recipe_hears_them_are_refused_with_the_line_to_write()
    {
        MelodyEncoding[] others = [Encodings.Melody(), Encodings.Melody(grid: 12), Encodings.Melody(MelodyVoice.Highest)];
        foreach (MelodyEncoding other in others)
        {
            TokenSequence stray = new(other, [0, 1, 1], [new(0, 4), new(1, 4), new(2, 4)]);
            TrainingException error = Assert.Throws<TrainingException>(() => Trainer.Train(
                TinySongs.Recipe, [.. TinySongs.Sequences, stray], cancellationToken: TestContext.Current.CancellationToken));
            Assert.Equal(
                $"expected songs heard as lab (grid 4), found song 3 heard as {other}: load them with "
                    + "new CorpusOptions { Encoding = recipe.Definition.FindEncoding(), MinSteps = recipe.MinSteps }",
                error.Message);
        }

        Recipe lookBack = TinySongs.LookBack("melody");
        Assert.All(
            (TokenSequence[][])[TinySongs.In(Encodings.Lab), TinySongs.In(others[2])],
            songs => Assert.Throws<TrainingException>(
                () => Trainer.Train(lookBack, songs, cancellationToken: TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void The_result_says_which_songs_were_held_out()
    {
        Assert.Empty(Train(TinySongs.Recipe).Split.HeldOut);
        TrainingResult result = Train(TinySongs.Recipe with { Validation = new Validation { Share = 0.4 } });
        Assert.Equal(result.Model.Summary.HeldOut!.Songs, result.Split.HeldOut.Count);
        Assert.Equal(result.Model.Summary.Songs, result.Split.Training.Count);
    }

    [Theory]
    [InlineData(1e7, 1, "the training ran away by step 0: the learning rate of 10000000 is too high, try 0.001")]
    [InlineData(1e30, 5, "the training ran away by step 0: the learning rate of 1E+30 is too high, try 0.001")]
    [InlineData(1e300, 1, "the training ran away by step 0: the learning rate of 1E+300 is too high, try 0.001")]
    [InlineData(double.MaxValue, 5, "the training ran away by step 0: the learning rate of 1.7976931348623157E+308 is too high, try 0.001")]
    [InlineData(300_000, 9, "the training ran away by step 9: the learning rate of 300000 is too high, try 0.001")]
    public void A_learning_rate_that_blows_up_gives_no_model(double rate, int steps, string message)
    {
        Recipe recipe = TinySongs.Recipe with { LearningRate = rate, Steps = steps };
        Assert.Equal(message, Assert.Throws<TrainingException>(() => Train(recipe)).Message);
    }

    [Fact]
    public void The_least_learning_rate_changes_nothing_and_fails_nothing()
    {
        MelodyModel still = Train(TinySongs.Recipe with { LearningRate = double.Epsilon }).Model;
        MelodyModel untrained = Train(TinySongs.Recipe with { Steps = 0 }).Model;
        Assert.Equal(untrained.Parameters.Buffer.Span.ToArray(), still.Parameters.Buffer.Span.ToArray());
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Train(TinySongs.Recipe, new TrainingOptions { Threads = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Train(TinySongs.Recipe, new TrainingOptions { CheckpointEvery = -1 }));
    }

    private static TrainingResult Train(Recipe recipe, TrainingOptions? options = null, IProgress<TrainingProgress>? progress = null)
    {
        options ??= new TrainingOptions { Threads = 1 };
        return Trainer.Train(recipe, TinySongs.Sequences, options, progress, TestContext.Current.CancellationToken);
    }

    private class Collect(List<TrainingProgress> reports) : IProgress<TrainingProgress>
    {
        public virtual void Report(TrainingProgress value) => reports.Add(value);
    }

    private sealed class Stop(List<TrainingProgress> reports, CancellationTokenSource source, int after) : Collect(reports)
    {
        public override void Report(TrainingProgress value)
        {
            base.Report(value);
            if (value.Step + 1 == after)
            {
                source.Cancel();
            }
        }
    }
}
