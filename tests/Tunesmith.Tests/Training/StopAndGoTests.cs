using CsCheck;
using Tunesmith.Encoding;
using Tunesmith.Model;
using Tunesmith.Training;

namespace Tunesmith.Tests.Training;

/// <summary>A training that is stopped and gone on with gives the bytes of one that never stopped.</summary>
public sealed class StopAndGoTests
{
    private static readonly Recipe Recipe = TinySongs.Recipe with { Steps = 9, DisplayEvery = 2 };

    /// <summary>Two songs are soon learned by heart, and the third, which is held out, suffers from it.</summary>
    private static readonly Recipe Impatient = Recipe with
    {
        Steps = 300,
        LearningRate = 0.03,
        Validation = new Validation { Share = 0.3, Every = 1, Patience = 3 },
    };

    private static readonly Gen<Regularization> Regularizations =
        from decay in Gen.OneOf(Gen.Const(0.0), Gen.Const(0.1))
        from input in Gen.OneOf(Gen.Const(0.0), Gen.Const(0.3))
        from output in Gen.OneOf(Gen.Const(0.0), Gen.Const(0.5))
        from transpose in Gen.Int[0, 3]
        select new Regularization { WeightDecay = decay, InputDropout = input, OutputDropout = output, Transpose = transpose };

    /// <summary>Learning rates that rise and fall, songs held out, and trainings that stop early.</summary>
    private static readonly Gen<Recipe> Ends =
        from share in Gen.OneOf(Gen.Const(0.0), Gen.Const(0.4))
        from every in Gen.Int[1, 4]
        from patience in Gen.Int[0, 2]
        from warmUp in Gen.Int[0, 3]
        from finalShare in Gen.OneOf(Gen.Const(1.0), Gen.Const(0.1))
        from clip in Gen.OneOf(Gen.Const(0.0), Gen.Const(0.2))
        from reach in Gen.Bool
        select TinySongs.Recipe with
        {
            Validation = new Validation { Share = share, Every = every, Patience = patience },
            Schedule = new Schedule { WarmUp = warmUp, FinalShare = finalShare },
            Clip = clip,
            ReachAccuracy = reach ? new AccuracyBand(0.1, 0.6) : null,
            Initialization = reach ? InitialWeights.Small : InitialWeights.Lab,
        };

    private static readonly Gen<Recipe> Recipes =
        from looksBack in Gen.Bool
        from layers in Gen.Int[1, 2]
        from last in Gen.Bool
        from steps in Gen.Int[2, 13]
        from displayEvery in Gen.Int[1, 4]
        from batch in Gen.Int[1, 40]
        from end in Ends
        from regularization in Regularizations
        select end with
        {
            Regularization = regularization,
            Definition = (looksBack ? TinySongs.LookBack("lab") : TinySongs.Recipe).Definition with
            {
                Hidden = layers == 1 ? [12] : [5, 9],
            },
            Scored = last ? ScoredSteps.Last : ScoredSteps.Every,
            Steps = steps,
            DisplayEvery = displayEvery,
            Batch = batch,
        };

    [Fact]
    public void However_often_and_wherever_it_is_stopped_and_on_whatever_threads() =>
        Gen.Select(Recipes, Gen.Int[1, 12].Array[1, 4], Gen.Int[1, 5].Array[5]).Sample(
            (recipe, stops, threads) =>
            {
                byte[] unbroken = Leg.ToTheEnd(recipe);
                int steps = MelodyModel.FromBytes(unbroken).Summary.Steps;
                byte[]? checkpoint = null;
                int leg = 0;
                foreach (int stop in stops.Where(stop => stop < steps).Order().Distinct())
                {
                    checkpoint = Leg.Stopped(recipe, stop, checkpoint, threads[leg++]);
                    Assert.Equal(stop, TrainingCheckpoint.FromBytes(checkpoint).Step);
                }

                Assert.Equal(unbroken, Leg.ToTheEnd(recipe, checkpoint, threads[leg]));
            },
            iter: 100,
            threads: 1);

    [Fact]
    public void From_every_checkpoint_that_is_saved_on_the_way()
    {
        byte[] unbroken = Leg.ToTheEnd(Recipe);
        SortedDictionary<int, byte[]> checkpoints = Leg.Checkpoints(Recipe, every: 2);
        Assert.Equal([2, 4, 6, 8, 9], checkpoints.Keys);
        Assert.All(checkpoints.Values, checkpoint => Assert.Equal(unbroken, Leg.ToTheEnd(Recipe, checkpoint, threads: 2)));
    }

    [Fact]
    public void The_checkpoints_of_a_run_that_went_on_are_those_of_one_that_never_stopped()
    {
        SortedDictionary<int, byte[]> unbroken = Leg.Checkpoints(Recipe, every: 1);
        SortedDictionary<int, byte[]> resumed = Leg.Checkpoints(Recipe, every: 1, Leg.Stopped(Recipe, 4));
        Assert.Equal([5, 6, 7, 8, 9], resumed.Keys);
        Assert.All(resumed, entry => Assert.Equal(unbroken[entry.Key], entry.Value));
        Assert.Equal(unbroken[4], Leg.Stopped(Recipe, 4));
    }

    [Theory]
    [InlineData(9, 10)]
    [InlineData(9, 30)]
    [InlineData(1, 9)]
    public void A_finished_run_made_longer_is_the_longer_run(int steps, int longer)
    {
        byte[] last = Leg.Checkpoints(Recipe with { Steps = steps }, every: int.MaxValue)[steps];
        Recipe more = Recipe with { Steps = longer };
        Assert.Equal(Leg.ToTheEnd(more), Leg.ToTheEnd(more, last));
    }

    [Theory]
    [InlineData(9, 10)]
    [InlineData(8, 30)]
    [InlineData(1, 9)]
    public void A_finished_run_with_songs_held_out_made_longer_is_the_longer_run(int steps, int longer)
    {
        Recipe recipe = Recipe with { Validation = new Validation { Share = 0.3, Every = 4 } };
        byte[] last = Leg.Checkpoints(recipe with { Steps = steps }, every: int.MaxValue)[steps];
        Recipe more = recipe with { Steps = longer };
        Assert.Equal(Leg.ToTheEnd(more), Leg.ToTheEnd(more, last));
        Assert.Equal(Leg.ToTheEnd(recipe with { Steps = steps }), Leg.ToTheEnd(recipe with { Steps = steps }, last));
    }

    [Fact]
    public void A_training_that_lost_patience_stays_where_it_stopped()
    {
        Recipe impatient = Impatient;
        byte[] unbroken = Leg.ToTheEnd(impatient);
        (int end, byte[] last) = Leg.Checkpoints(impatient, every: int.MaxValue).Single();
        Assert.InRange(end, 3, 299);
        Assert.Equal(TrainingStop.Patience, MelodyModel.FromBytes(unbroken).Summary.StoppedBy);
        Assert.Equal(unbroken, Leg.ToTheEnd(impatient, last));
        Recipe longer = impatient with { Steps = 400 };
        Assert.Equal(Leg.ToTheEnd(longer), Leg.ToTheEnd(longer, last));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Patience_is_counted_on_across_a_stop(int before)
    {
        int end = MelodyModel.FromBytes(Leg.ToTheEnd(Impatient)).Summary.Steps;
        byte[] checkpoint = Leg.Stopped(Impatient, end - 1 - before);
        Assert.Equal(Leg.ToTheEnd(Impatient), Leg.ToTheEnd(Impatient, checkpoint));
    }

    [Fact]
    public void A_checkpoint_has_the_best_weights_beside_the_last()
    {
        int end = MelodyModel.FromBytes(Leg.ToTheEnd(Impatient)).Summary.Steps;
        TrainingCheckpoint checkpoint = TrainingCheckpoint.FromBytes(Leg.Stopped(Impatient, end - 1));
        MelodyModel best = MelodyModel.FromBytes(Leg.ToTheEnd(Impatient));
        Assert.Equal(best.Parameters.Get("out.Wo"), checkpoint.BestWeights!.Get("out.Wo"));
        Assert.NotEqual(best.Parameters.Get("out.Wo"), checkpoint.Model.Parameters.Get("out.Wo"));
        Assert.Equal(best.Summary.HeldOut!.Loss, checkpoint.State.Best!.Value.Loss);
        Assert.Equal(2, checkpoint.State.LooksSinceBest);
        Assert.Null(checkpoint.Model.Summary.HeldOut!.Loss);
        Assert.Equal(checkpoint.ToBytes(), TrainingCheckpoint.FromBytes(checkpoint.ToBytes()).ToBytes());
    }

    [Theory]
    [InlineData(10)]
    [InlineData(8)]
    public void A_learning_rate_that_falls_to_its_end_cannot_have_another_end(int steps)
    {
        Recipe falling = Recipe with { Schedule = new Schedule { FinalShare = 0.5 } };
        TrainingCheckpoint checkpoint = TrainingCheckpoint.FromBytes(Leg.Stopped(falling, 4));
        Assert.Null(checkpoint.DifferenceTo(falling, TinySongs.Sequences, "abc"));
        Assert.Equal(
            $"its learning rate falls over 9 steps, and {steps} are asked for",
            checkpoint.DifferenceTo(falling with { Steps = steps }, TinySongs.Sequences, "abc"));
    }

    [Fact]
    public void Going_on_to_where_it_stands_gives_the_model_as_it_stands()
    {
        byte[] checkpoint = Leg.Stopped(Recipe, 4);
        Recipe shorter = Recipe with { Steps = 4 };
        Assert.Equal(Leg.ToTheEnd(shorter), Leg.ToTheEnd(shorter, checkpoint));
    }

    [Fact]
    public void Many_steps_are_gone_on_from_as_well()
    {
        // From step 7,000 or so, beta1^t is the least number above 0 and stays there.
        Recipe many = Recipe with { Definition = Recipe.Definition with { Hidden = [2], Window = 2 }, Batch = 1, Steps = 7_300 };
        Assert.Equal(Leg.ToTheEnd(many), Leg.ToTheEnd(many, Leg.Stopped(many, 7_290)));
    }

    [Fact]
    public void A_run_stopped_before_its_first_step_leaves_what_was_there()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        List<TrainingCheckpoint> saved = [];
        TrainingOptions options = new() { SaveCheckpoint = saved.Add };
        Assert.ThrowsAny<OperationCanceledException>(() => Trainer.Train(Recipe, TinySongs.Sequences, options, null, source.Token));
        Assert.Empty(saved);

        byte[] checkpoint = Leg.Stopped(Recipe, 3);
        options = options with { ResumeFrom = TrainingCheckpoint.FromBytes(checkpoint), DataFingerprint = "abc" };
        Assert.ThrowsAny<OperationCanceledException>(() => Trainer.Train(Recipe, TinySongs.Sequences, options, null, source.Token));
        Assert.Equal(checkpoint, Assert.Single(saved).ToBytes());
    }

    [Fact]
    public void A_result_tells_the_steps_and_scores_of_its_own_run()
    {
        TrainingOptions options = new() { ResumeFrom = TrainingCheckpoint.FromBytes(Leg.Stopped(Recipe, 3)), DataFingerprint = "abc" };
        TrainingResult result = Trainer.Train(Recipe, TinySongs.Sequences, options, null, TestContext.Current.CancellationToken);
        Assert.Equal(6, result.StepsTaken);
        Assert.Equal([4, 6, 8], result.Scores.Select(score => score.Step));
        Assert.Equal(9, result.Model.Summary.Steps);
    }

    public static TheoryData<string> Differences() => [.. Others.Keys];

    [Theory]
    [MemberData(nameof(Differences))]
    public void What_differs_is_said_and_nothing_is_trained(string message)
    {
        (Recipe recipe, int songs, string fingerprint) = Others[message];
        TrainingOptions options = new()
        {
            ResumeFrom = TrainingCheckpoint.FromBytes(Leg.Stopped(Recipe, 4)),
            DataFingerprint = fingerprint,
            CheckpointEvery = 1,
            SaveCheckpoint = _ => Assert.Fail("It trained."),
        };
        TokenSequence[] learned = [.. TinySongs.Sequences.Take(songs)];
        TrainingException error = Assert.Throws<TrainingException>(
            () => Trainer.Train(recipe, learned, options, null, TestContext.Current.CancellationToken));
        Assert.Equal($"cannot go on from the checkpoint: {message}. Use the same songs and settings, or start anew.", error.Message);
    }

    private static readonly Dictionary<string, (Recipe Recipe, int Songs, string Fingerprint)> Others = new()
    {
        ["the songs are not the ones it learned from"] = (Recipe, 3, "abd"),
        ["the songs are not the ones it learned from; seed was 1 and is now 2"] = (Recipe with { Seed = 2 }, 2, "abc"),
        ["learningRate was 0.01 and is now 0.02"] = (Recipe with { LearningRate = 0.02 }, 3, "abc"),
        ["batch was 20 and is now 21; displayEvery was 2 and is now 1"] = (Recipe with { Batch = 21, DisplayEvery = 1 }, 3, "abc"),
        ["scored was \"Last\" and is now \"Every\""] = (Recipe with { Scored = ScoredSteps.Every }, 3, "abc"),
        ["hidden was [12] and is now [12,12]"] = (Recipe with { Definition = Recipe.Definition with { Hidden = [12, 12] } }, 3, "abc"),
        ["reachAccuracy was null and is now {\"low\":0.75,\"high\":0.9}"] = (Recipe with { ReachAccuracy = new() }, 3, "abc"),
        ["share was 0 and is now 0.1; patience was 0 and is now 2"] =
            (Recipe with { Validation = new Validation { Share = 0.1, Patience = 2 } }, 3, "abc"),
        ["window was 8 and is now 7"] = (Recipe with { Definition = Recipe.Definition with { Window = 7 } }, 3, "abc"),
        ["it has taken 4 steps already, and 3 are asked for"] = (Recipe with { Steps = 3 }, 3, "abc"),
        ["it has taken 4 steps already, and 0 are asked for"] = (Recipe with { Steps = 0 }, 3, "abc"),
    };

    [Fact]
    public void A_checkpoint_is_also_the_model_as_it_stands()
    {
        byte[] checkpoint = Leg.Stopped(Recipe, 4);
        MelodyModel model = MelodyModel.FromBytes(checkpoint);
        Assert.Equal(TrainingCheckpoint.FromBytes(checkpoint).Model.ToBytes(), model.ToBytes());
        Assert.Equal(Leg.ToTheEnd(Recipe with { Steps = 4 }).Length, model.ToBytes().Length);
        Assert.Equal(4, model.Summary.Steps);
    }
}
