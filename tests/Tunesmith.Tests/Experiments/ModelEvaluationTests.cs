using Tunesmith.Encoding;
using Tunesmith.Evaluation;
using Tunesmith.Experiments;
using Tunesmith.Model;
using Tunesmith.Tests.Evaluation;
using Tunesmith.Tests.Training;
using Tunesmith.Training;

namespace Tunesmith.Tests.Experiments;

public sealed class ModelEvaluationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_model_stands_beside_baselines_of_the_songs_it_learned_from()
    {
        IReadOnlyList<TokenSequence> songs = ManySongs.Corpus.Sequences();
        MelodyModel model = Trainer.Train(ManySongs.Recipe, [.. songs.Take(4)], cancellationToken: Cancellation).Model;
        EvaluationReport report = Run(model, [.. songs.Skip(4)], [.. songs.Take(4)]);

        Assert.Equal((1, 11), (report.Folds, report.Rows.Count));
        EvaluationRow own = report.Rows[^1];
        Assert.Equal((EvaluationKind.Model, "mine", model.Parameters.Shape.ParameterCount), (own.Kind, own.Name, own.Parameters));
        Assert.All(report.Rows, row => Assert.Equal(songs.Skip(4).Sum(song => song.Length - 8), row.Score.Steps));
        HeldOutScore bigram = HeldOutScorer.Score(
            NGramBaseline.Fit([.. songs.Take(4)], 2, 79), [.. songs.Skip(4)], ManySongs.Options.Scoring, Cancellation);
        Assert.Equal(bigram, report.Rows.Single(row => row.Name == "bigram").Score);
    }

    [Fact]
    public void Without_songs_to_fit_on_there_is_the_baseline_that_needs_none()
    {
        EvaluationReport report = Run(TinySongs.Train(), TinySongs.Sequences, null);
        Assert.Equal(["uniform", "mine"], report.Rows.Select(row => row.Name));
    }

    [Fact]
    public void Rests_are_left_out_for_all_where_the_model_has_no_token_for_them()
    {
        EvaluationReport report = Run(TinySongs.Train(), [TokenSongs.Of([.. Enumerable.Repeat(3, 10), 78, 78, 3])], TinySongs.Sequences);
        Assert.All(report.Rows, row => Assert.Equal(3, row.Score.Steps));
    }

    [Fact]
    public void A_training_is_held_against_the_best_baseline_on_its_own_held_out_songs()
    {
        IReadOnlyList<TokenSequence> songs = ManySongs.Corpus.Sequences();
        Recipe recipe = ManySongs.Recipe with { Validation = new Validation { Share = 0.4 } };
        SongSplit split = HeldOutSplit.Of(songs, 0.4, recipe.Seed);
        EvaluationRow best = ModelEvaluation.BestBaselineOf(recipe.Definition, songs, split, 2, Cancellation)!;
        IReadOnlyList<Baseline> baselines = Baselines.Fit(split.TrainingOf(songs));
        ScoringOptions all = new() { From = 1 };
        Assert.Equal(
            baselines.Min(baseline => HeldOutScorer.Score(baseline, split.HeldOutOf(songs), all, Cancellation).NatsPerStep),
            best.Score.NatsPerStep);
        HeldOutSummary model = Trainer.Train(recipe, songs, cancellationToken: Cancellation).Model.Summary.HeldOut!;
        Assert.Equal(model.SongSteps - model.Songs, best.Score.Steps);
        SongSplit whole = HeldOutSplit.Of(songs, 0, recipe.Seed);
        Assert.Null(ModelEvaluation.BestBaselineOf(recipe.Definition, songs, whole, 2, Cancellation));
    }

    private static EvaluationReport Run(MelodyModel model, IReadOnlyList<TokenSequence> songs, IReadOnlyList<TokenSequence>? learned) =>
        ModelEvaluation.Run(model, songs, learned, new ScoringOptions { From = 8 }, "mine", cancellationToken: Cancellation);
}
