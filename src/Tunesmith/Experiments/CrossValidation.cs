using Tunesmith.Encoding;
using Tunesmith.Evaluation;
using Tunesmith.Model;
using Tunesmith.Training;

namespace Tunesmith.Experiments;

/// <summary>
/// Songs in folds, and how they are scored: what all recipes of a comparison have in common. Each fold is held out once, and its songs are
/// scored by a model that learned from all others.
/// </summary>
public sealed class CrossValidation
{
    private readonly IReadOnlyList<TokenSequence> _songs;
    private readonly MelodyEncoding _encoding;
    private readonly IReadOnlyList<SongSplit> _folds;
    private readonly ScoringOptions _scoring;
    private readonly TimeProvider _time;

    /// <summary>Puts songs into folds.</summary>
    /// <param name="songs">The songs, all of one encoding.</param>
    /// <param name="options">
    /// How many folds there are, and what is scored; as <c>new CrossValidationOptions()</c> says where it is null.
    /// </param>
    /// <exception cref="EvaluationException">
    /// There are fewer titles than folds, no song has a step to score, or the songs are not all of one encoding.
    /// </exception>
    public CrossValidation(IReadOnlyList<TokenSequence> songs, CrossValidationOptions? options = null)
    {
        options ??= new CrossValidationOptions();
        options.Scoring.Validate();
        _songs = songs;
        _scoring = options.Scoring;
        _time = options.Time;
        SameEncoding.Require(songs);
        _folds = Evaluation.Folds.Of(songs, options.Folds, options.FoldSeed);
        _encoding = songs[0].Encoding;
        ScoredSongs.Require(songs, _scoring.From);
        IReadOnlyList<TitleGroup> groups = TitleGroup.Of(songs);
        HeldOutTitles = [.. _folds.Select(fold =>
            (string[])[.. fold.HeldOutGroups(groups).Select(group => string.Join(" = ", group.Titles))])];
    }

    /// <summary>How many folds there are.</summary>
    public int Folds => _folds.Count;

    /// <summary>The titles that each fold holds out; several of which songs are exact copies are one, with <c> = </c> between.</summary>
    public IReadOnlyList<IReadOnlyList<string>> HeldOutTitles { get; }

    /// <summary>Scores every baseline, each fitted anew for each fold.</summary>
    public IReadOnlyList<EvaluationRow> ScoreBaselines(CancellationToken cancellationToken = default) =>
        BaselineRows.Of(_songs, _folds, _scoring, _time, cancellationToken);

    /// <summary>
    /// Scores a recipe: trains it anew for each fold, one after another with all threads, so that its seconds mean something.
    /// </summary>
    /// <param name="recipe">The recipe; its name is the row's.</param>
    /// <param name="progress">Told after every training step, and when a fold has been scored.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="RecipeException">Its choices do not make sense, or it hears songs in another way than these were heard.</exception>
    /// <exception cref="TrainingException">A training ran away, or a song is too short for its windows.</exception>
    /// <exception cref="EvaluationException">The model gave a token that came no probability.</exception>
    public EvaluationRow Score(Recipe recipe, IProgress<FoldProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        recipe.Validate();
        RequireSameTokens(recipe);
        long start = _time.GetTimestamp();
        HeldOutScore[] perFold = new HeldOutScore[_folds.Count];
        for (int fold = 0; fold < perFold.Length; fold++)
        {
            perFold[fold] = Score(recipe, fold, progress, cancellationToken);
        }

        return new EvaluationRow(
            recipe.Name,
            EvaluationKind.Recipe,
            HeldOutScore.Total(perFold),
            _time.GetElapsedTime(start).TotalSeconds,
            recipe.Definition.CreateShape().ParameterCount,
            perFold);
    }

    private HeldOutScore Score(Recipe recipe, int fold, IProgress<FoldProgress>? progress, CancellationToken cancellationToken)
    {
        FoldProgress at = new(recipe.Name, fold, _folds.Count);
        TrainingOptions options = new() { Threads = _scoring.Threads, Time = _time };
        TrainingProgressOfFold? steps = progress is null ? null : new TrainingProgressOfFold(at, progress);
        MelodyModel model = Trainer.Train(recipe, _folds[fold].TrainingOf(_songs), options, steps, cancellationToken).Model;
        HeldOutScore score =
            HeldOutScorer.Score(new ModelPredictor(model, recipe.Name), _folds[fold].HeldOutOf(_songs), _scoring, cancellationToken);
        progress?.Report(at with { Score = score });
        return score;
    }

    private void RequireSameTokens(Recipe recipe)
    {
        MelodyEncoding own = recipe.Definition.FindEncoding();
        if (!own.IsSameAs(_encoding))
        {
            throw new RecipeException(
                $"expected recipes that hear songs as these were heard, as {_encoding}, found {recipe.Name}, which hears {own}");
        }

        if (!recipe.Definition.RestIsToken)
        {
            throw new RecipeException(
                $"the recipe {recipe.Name} has no token for a rest, so it cannot be scored on the same steps as others; "
                + $"use {Recipe.Lab79.Name}");
        }
    }

    /// <summary>Says of a training's steps in which fold they are.</summary>
    private sealed class TrainingProgressOfFold(FoldProgress at, IProgress<FoldProgress> progress) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => progress.Report(at with { Training = value });
    }
}
