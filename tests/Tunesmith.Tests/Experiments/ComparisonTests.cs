using Tunesmith.Encoding;
using Tunesmith.Evaluation;
using Tunesmith.Experiments;
using Tunesmith.Tests.Evaluation;
using Tunesmith.Tests.Training;
using Tunesmith.Training;

namespace Tunesmith.Tests.Experiments;

public sealed class ComparisonTests
{
    [Fact]
    public void Baselines_come_first_and_all_rows_are_scored_on_the_same_steps()
    {
        EvaluationReport report = Run(ManySongs.Options, ManySongs.Recipe, ManySongs.Recipe with { Name = "untrained", Steps = 0 });

        Assert.All(report.Rows.Take(10), row => Assert.Equal(EvaluationKind.Baseline, row.Kind));
        Assert.All(report.Rows.Skip(10), row => Assert.Equal(EvaluationKind.Recipe, row.Kind));
        Assert.Equal(["tiny", "untrained"], report.Rows.TakeLast(2).Select(row => row.Name));
        Assert.Equal(3, report.Folds);
        Assert.Equal(ManySongs.Corpus.Sequences().Sum(song => song.Length - 8), report.ScoredSteps);
        Assert.All(report.Rows, row => Assert.Equal(report.ScoredSteps, row.Score.Steps));
        Assert.All(report.Rows, row => Assert.Equal(row.Score, HeldOutScore.Total(row.PerFold)));
        Assert.All(report.Rows, row => Assert.Equal(row.Kind == EvaluationKind.Recipe, row.Parameters is not null));
        Assert.True(report.Rows[^2].Score.NatsPerStep < report.Rows[^1].Score.NatsPerStep); // what was learned is worth something
    }

    [Fact]
    public void A_fold_is_scored_by_a_model_that_has_not_seen_its_titles()
    {
        IReadOnlyList<TokenSequence> songs = ManySongs.Corpus.Sequences();
        EvaluationRow row = ManySongs.Validation().Score(ManySongs.Recipe, cancellationToken: TestContext.Current.CancellationToken);
        IReadOnlyList<SongSplit> folds = Folds.Of(songs, 3);
        for (int fold = 0; fold < 3; fold++)
        {
            var model = Trainer.Train(
                ManySongs.Recipe, folds[fold].TrainingOf(songs), cancellationToken: TestContext.Current.CancellationToken).Model;
            HeldOutScore expected = HeldOutScorer.Score(
                new ModelPredictor(model), folds[fold].HeldOutOf(songs), ManySongs.Options.Scoring, TestContext.Current.CancellationToken);
            Assert.Equal(expected, row.PerFold[fold]);
        }
    }

    [Fact]
    public void The_same_is_found_again_whatever_the_threads()
    {
        EvaluationReport first = Run(ManySongs.Options, ManySongs.Recipe);
        EvaluationReport second = Run(
            ManySongs.Options with { Scoring = ManySongs.Options.Scoring with { Threads = 1 } }, ManySongs.Recipe);
        Assert.Equal(first.Rows.Select(Scores), second.Rows.Select(Scores));
    }

    [Fact]
    public void Excerpts_of_a_title_fall_in_one_fold_which_is_named()
    {
        Assert.Equal([["ash", "elm"], ["birch", "fir"], ["cedar"]], ManySongs.Validation().HeldOutTitles);
        CrossValidation shuffled = ManySongs.Validation(ManySongs.Options with { FoldSeed = 5 });
        Assert.NotEqual(ManySongs.Validation().HeldOutTitles, shuffled.HeldOutTitles);
        Assert.Equal(["ash", "birch", "cedar", "elm", "fir"], shuffled.HeldOutTitles.SelectMany(fold => fold).Order());
    }

    [Fact]
    public void Progress_tells_of_every_step_and_every_fold()
    {
        List<FoldProgress> told = [];
        EvaluationRow row = ManySongs.Validation().Score(ManySongs.Recipe, new Listener(told), TestContext.Current.CancellationToken);
        Assert.Equal(3 * (ManySongs.Recipe.Steps + 1), told.Count);
        Assert.Equal(row.PerFold, told.Where(at => at.Score is not null).Select(at => at.Score));
        Assert.All(told, at => Assert.Equal(("tiny", 3), (at.Name, at.Folds)));
    }

    [Fact]
    public void A_comparison_can_be_stopped()
    {
        using CancellationTokenSource stopped = new();
        Listener stop = new([]) { After = _ => stopped.Cancel() };
        Assert.Throws<OperationCanceledException>(() => ManySongs.Validation().Score(ManySongs.Recipe, stop, stopped.Token));
    }

    [Fact]
    public void Recipes_that_hear_otherwise_do_not_take_part()
    {
        Recipe melody = ManySongs.Recipe with { Definition = ManySongs.Recipe.Definition with { Encoding = "melody" } };
        RecipeException other = Assert.Throws<RecipeException>(() => Run(ManySongs.Options, melody));
        Assert.Contains("as lab (grid 4), found tiny, which hears melody (voice auto, grid 4)", other.Message, StringComparison.Ordinal);
        Recipe lab = ManySongs.Recipe with { Definition = ManySongs.Recipe.Definition with { RestIsToken = false } };
        Assert.Contains("use lab-79", Assert.Throws<RecipeException>(() => Run(ManySongs.Options, lab)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Songs_are_scored_as_they_were_heard_without_a_word_about_it()
    {
        MelodyEncoding encoding = Encodings.Melody();
        TokenSequence[] songs =
            [.. Enumerable.Range(0, 6).Select(song => encoding.Encode(TinySongs.Melody(5 + song), $"song {song}"))];
        int moves = songs.Sum(song => Enumerable.Range(0, song.Length).Count(
            step => step >= 64 && encoding.IsMove(song.Tokens[step], song.Tokens[step - 1])));
        IReadOnlyList<EvaluationRow> rows = new CrossValidation(songs).ScoreBaselines(TestContext.Current.CancellationToken);
        Assert.True(moves > 0);
        Assert.All(rows, row => Assert.Equal(moves, row.Score.Moves));
    }

    [Fact]
    public void Songs_heard_in_two_ways_are_refused()
    {
        TokenSequence[] songs = [.. TinySongs.In(Encodings.Lab), .. TinySongs.In(Encodings.Melody())];
        EvaluationException error = Assert.Throws<EvaluationException>(() => new CrossValidation(songs));
        Assert.StartsWith(
            "expected songs heard as lab (grid 4), found song 3 heard as melody (voice auto, grid 4): ",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Songs_too_short_to_be_scored_are_refused()
    {
        CrossValidationOptions late = ManySongs.Options with { Scoring = new ScoringOptions { From = 64 } };
        EvaluationException error = Assert.Throws<EvaluationException>(() => ManySongs.Validation(late));
        Assert.Equal(
            "no song has a step to score: they are scored from step 64, and the longest has 59 steps; "
                + "score from step 29 or earlier, or add longer songs",
            error.Message);
        Assert.Equal(1, ScoredSongs.CountTooShort([TokenSongs.Of([1, 2]), TokenSongs.Of([1, 2, 3])], 2));
    }

    private static EvaluationReport Run(CrossValidationOptions options, params Recipe[] recipes) =>
        Comparison.Run(ManySongs.Validation(options), recipes, cancellationToken: TestContext.Current.CancellationToken);

    private static (string, HeldOutScore, long?) Scores(EvaluationRow row) => (row.Name, row.Score, row.Parameters);

    private sealed class Listener(List<FoldProgress> told) : IProgress<FoldProgress>
    {
        public Action<FoldProgress>? After { get; init; }

        public void Report(FoldProgress value)
        {
            told.Add(value);
            After?.Invoke(value);
        }
    }
}
