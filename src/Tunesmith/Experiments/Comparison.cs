using Tunesmith.Evaluation;
using Tunesmith.Training;

namespace Tunesmith.Experiments;

/// <summary>Recipes and baselines side by side, trained on the same songs and scored on the same steps.</summary>
public static class Comparison
{
    /// <summary>Compares recipes. The rows are a function of the songs, folds and recipes, but for their seconds.</summary>
    /// <param name="validation">The songs in their folds.</param>
    /// <param name="recipes">The recipes, each of a name of its own.</param>
    /// <param name="progress">Told of the recipes' trainings.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A row for each baseline, then one for each recipe, in order.</returns>
    /// <exception cref="RecipeException">The choices of a recipe do not make sense, or it hears songs in another way.</exception>
    /// <exception cref="TrainingException">A training ran away, or a song is too short for a recipe's windows.</exception>
    /// <exception cref="EvaluationException">A model gave a token that came no probability.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static EvaluationReport Run(
        CrossValidation validation,
        IReadOnlyList<Recipe> recipes,
        IProgress<FoldProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        List<EvaluationRow> rows = [.. validation.ScoreBaselines(cancellationToken)];
        rows.AddRange(recipes.Select(recipe => validation.Score(recipe, progress, cancellationToken)));
        return new EvaluationReport(validation.Folds, rows[0].Score.Steps, rows);
    }
}
