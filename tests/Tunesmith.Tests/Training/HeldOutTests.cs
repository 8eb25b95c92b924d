using Tunesmith.Encoding;
using Tunesmith.Evaluation;
using Tunesmith.Model;
using Tunesmith.Training;

namespace Tunesmith.Tests.Training;

/// <summary>Trainings that hold songs out, and trainings that stop before their end.</summary>
public sealed class HeldOutTests
{
    private static readonly Recipe Recipe = TinySongs.Recipe with
    {
        Steps = 60,
        LearningRate = 0.03,
        Scored = ScoredSteps.Every,
        Definition = TinySongs.Recipe.Definition with { RestIsToken = true },
        Validation = new Validation { Share = 0.3, Every = 7 },
    };

    private static SongSplit Split => Recipe.SplitOf(TinySongs.Sequences);

    [Fact]
    public void The_model_is_the_one_that_did_best_on_them_and_says_how_well()
    {
        TrainingResult result = Train(Recipe);
        Assert.Equal([6, 13, 20, 27, 34, 41, 48, 55, 59], result.HeldOutLooks.Select(look => look.Step));
        HeldOutLook best = result.HeldOutLooks.MinBy(look => look.Loss);
        HeldOutSummary summary = result.Model.Summary.HeldOut!;
        Assert.Equal((best.Step, best.Loss, best.Accuracy), (summary.Step, summary.Loss, summary.Accuracy));
        Assert.Equal(best.MoveAccuracy, summary.MoveAccuracy);
        Assert.True(best.Step < 59, "The last step should not be the best here.");
        Assert.Equal((60, null), (result.Model.Summary.Steps, result.Model.Summary.StoppedBy));

        Recipe unhurried = Recipe with { Steps = best.Step + 1 };
        Assert.Equal(Train(unhurried).Model.Parameters.Buffer.Span, result.Model.Parameters.Buffer.Span);
        Assert.Equal(Score(result.Model, Split.HeldOutOf(TinySongs.Sequences)), (best.Loss, best.Accuracy, best.MoveAccuracy));
    }

    [Fact]
    public void Songs_held_out_are_not_learned_from()
    {
        SongSplit split = Split;
        MelodyModel model = Train(Recipe with { Steps = 3, Validation = Recipe.Validation with { Every = 3 } }).Model;
        MelodyModel without = Trainer.Train(
            Recipe with { Steps = 3, Validation = new() },
            split.TrainingOf(TinySongs.Sequences),
            cancellationToken: TestContext.Current.CancellationToken).Model;
        Assert.Equal(without.Parameters.Buffer.Span, model.Parameters.Buffer.Span);
        Assert.Equal((2, 1), (model.Summary.Songs, model.Summary.HeldOut!.Songs));
        Assert.Equal(93, model.Summary.SongSteps + model.Summary.HeldOut.SongSteps);
        Assert.Null(without.Summary.HeldOut);
    }

    [Fact]
    public void One_title_alone_is_learned_from_and_nothing_held_out()
    {
        TrainingResult result = Trainer.Train(Recipe, [TinySongs.Sequences[0]], cancellationToken: TestContext.Current.CancellationToken);
        Assert.Null(result.Model.Summary.HeldOut);
        Assert.Empty(result.HeldOutLooks);
    }

    [Fact]
    public void Untrained_weights_are_not_tried()
    {
        TrainingResult result = Train(Recipe with { Steps = 0 });
        Assert.Empty(result.HeldOutLooks);
        Assert.Equal(new HeldOutSummary { Songs = 1, SongSteps = result.Model.Summary.HeldOut!.SongSteps }, result.Model.Summary.HeldOut);
    }

    [Fact]
    public void Rests_that_are_no_tokens_are_not_scored()
    {
        Recipe labs = Recipe with { Definition = TinySongs.Recipe.Definition, Steps = 7 };
        HeldOutSummary summary = Train(labs).Model.Summary.HeldOut!;
        Assert.InRange(summary.Loss!.Value, 0, 20);
    }

    [Fact]
    public void Looks_do_not_move_the_training()
    {
        Recipe rarely = Recipe with { Validation = Recipe.Validation with { Every = 60 } };
        Assert.Equal(Train(rarely).Scores, Train(Recipe).Scores);
    }

    [Fact]
    public void Progress_tells_of_every_look()
    {
        List<TrainingProgress> reports = [];
        TrainingResult result = Train(Recipe, new Collect(reports));
        Assert.Equal(result.HeldOutLooks, reports.Where(report => report.HeldOut is not null).Select(report => report.HeldOut!.Value));
        Assert.All(reports, report => Assert.Equal(report.HeldOut?.Step ?? report.Step, report.Step));
    }

    [Fact]
    public void Patience_stops_it_after_so_many_looks_without_a_better_one()
    {
        Recipe impatient = Recipe with { Steps = 1000, Validation = new Validation { Share = 0.3, Every = 5, Patience = 3 } };
        TrainingResult result = Train(impatient);
        int best = result.HeldOutLooks.Index().MinBy(look => look.Item.Loss).Index;
        Assert.Equal(best + 3, result.HeldOutLooks.Count - 1);
        Assert.Equal(TrainingStop.Patience, result.Model.Summary.StoppedBy);
        Assert.Equal(result.HeldOutLooks[^1].Step + 1, result.Model.Summary.Steps);
        Assert.Equal(result.HeldOutLooks[best].Step, result.Model.Summary.HeldOut!.Step);
    }

    [Fact]
    public void It_stops_at_the_first_look_with_an_accuracy_in_the_band_and_keeps_the_weights_of_that_step()
    {
        Recipe reaching = Recipe with { Steps = 1000, DisplayEvery = 1, ReachAccuracy = new AccuracyBand(0.5, 0.8) };
        TrainingResult result = Train(reaching);
        double[] means = [.. Enumerable.Range(0, result.Scores.Count - 4)
            .Select(first => result.Scores.Skip(first).Take(5).Average(score => score.Accuracy))];
        Assert.InRange(means[^1], 0.5, 0.8);
        Assert.DoesNotContain(means[..^1], mean => mean is >= 0.5 and <= 0.8);
        Assert.Equal(means[^1], result.Model.Summary.Accuracy);
        Assert.Equal(TrainingStop.Accuracy, result.Model.Summary.StoppedBy);

        int steps = result.Model.Summary.Steps;
        Assert.Equal(steps - 1, result.Model.Summary.HeldOut!.Step);
        Recipe that = Recipe with { Steps = steps, DisplayEvery = 1, Validation = Recipe.Validation with { Every = steps } };
        Assert.Equal(Train(that).Model.Parameters.Buffer.Span, result.Model.Parameters.Buffer.Span);
    }

    [Fact]
    public void An_accuracy_that_is_never_reached_stops_nothing()
    {
        TrainingSummary summary = Train(Recipe with { ReachAccuracy = new AccuracyBand(0.999, 1), Steps = 9 }).Model.Summary;
        Assert.Equal((9, null), (summary.Steps, summary.StoppedBy));
    }

    [Fact]
    public void Everything_that_regularizes_changes_the_weights_and_nothing_else()
    {
        Regularization[] ways =
        [
            new(),
            new() { WeightDecay = 0.5 },
            new() { InputDropout = 0.5 },
            new() { OutputDropout = 0.5 },
            new() { Transpose = 3 },
        ];
        IEnumerable<MelodyModel> models = ways.Select(way => Train(Recipe with { Steps = 3, Regularization = way }).Model);
        float[][] weights = [.. models.Select(model => model.Parameters.Get("layer0.Wh"))];
        foreach ((int index, float[] one) in weights.Index())
        {
            Assert.All(weights[(index + 1)..], other => Assert.NotEqual(one, other));
        }
    }

    private static (double, double, double?) Score(MelodyModel model, IReadOnlyList<TokenSequence> songs)
    {
        HeldOutScore score = HeldOutScorer.Score(
            new ModelPredictor(model), songs, new ScoringOptions { From = 1 }, TestContext.Current.CancellationToken);
        return (score.NatsPerStep!.Value, score.Accuracy!.Value, score.MoveAccuracy);
    }

    private static TrainingResult Train(Recipe recipe, IProgress<TrainingProgress>? progress = null) => Trainer.Train(
        recipe, TinySongs.Sequences, new TrainingOptions { Threads = 1 }, progress, TestContext.Current.CancellationToken);

    private sealed class Collect(List<TrainingProgress> reports) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => reports.Add(value);
    }
}
