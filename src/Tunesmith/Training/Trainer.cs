using System.Globalization;
using Tunesmith.Encoding;
using Tunesmith.Model;

namespace Tunesmith.Training;

/// <summary>Trains models.</summary>
public static class Trainer
{
    /// <summary>Trains a model on songs. The same recipe and songs give the same model, on any machine and any number of threads.</summary>
    /// <param name="recipe">All choices.</param>
    /// <param name="songs">
    /// The songs, encoded as the recipe says; each of at least 2 steps, or, where the last step of a window is scored, 2 more than the
    /// window. The recipe says which are held out.
    /// </param>
    /// <param name="options">What is given beside the recipe; the defaults where it is null.</param>
    /// <param name="progress">Told after every step.</param>
    /// <param name="cancellationToken">Stops the training between two steps, after a last checkpoint where they are received.</param>
    /// <exception cref="RecipeException">The recipe's choices do not make sense together.</exception>
    /// <exception cref="TrainingException">
    /// There is no song, or one is too short or heard in another way than the recipe hears songs; the model to fine-tune has another
    /// definition; the checkpoint to go on from is of other songs or choices; or the training ran away from a learning rate that is too
    /// high.
    /// </exception>
    /// <exception cref="OperationCanceledException">The training was stopped.</exception>
    public static TrainingResult Train(
        Recipe recipe,
        IReadOnlyList<TokenSequence> songs,
        TrainingOptions? options = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new TrainingOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(options.CheckpointEvery);
        ArgumentOutOfRangeException.ThrowIfNegative(options.ModelEvery);
        recipe.Validate();
        RequireHeardAlike(songs, recipe);
        RequireLongEnough(songs, recipe);
        if (options.StartFrom is { } model && recipe.DifferenceTo(model) is { } other)
        {
            throw new TrainingException($"cannot fine-tune the model: {other}. Use the definition of the model, or start anew.");
        }

        string startedFrom = options.StartFrom?.Fingerprint() ?? "";
        if (options.ResumeFrom?.DifferenceTo(recipe, songs, options.DataFingerprint, startedFrom) is { } difference)
        {
            throw new TrainingException($"cannot go on from the checkpoint: {difference}. Use the same songs and settings, or start anew.");
        }

        using TrainingSession session = new(recipe, songs, options, startedFrom);
        return session.Run(progress, cancellationToken);
    }

    /// <summary>
    /// Teaches a model other songs: trains from its weights by the recipe that <see cref="Recipe.ForFineTuning"/> makes. Where titles are
    /// held out, as at least a tenth are, what comes of it is never worse on them than the model was.
    /// </summary>
    /// <param name="model">The model; it is not changed, and tells its recipe.</param>
    /// <param name="songs">The songs, heard as the model hears songs; each as long as <see cref="Train"/> needs it.</param>
    /// <param name="options">What does not change the model; <see cref="TrainingOptions.StartFrom"/> is the model.</param>
    /// <param name="progress">Told after every step.</param>
    /// <param name="cancellationToken">Stops the training between two steps, after a last checkpoint where they are received.</param>
    /// <exception cref="ArgumentException">The options name another model to start from.</exception>
    /// <exception cref="RecipeException">The model tells no recipe that makes sense.</exception>
    /// <exception cref="TrainingException">As <see cref="Train"/> throws it.</exception>
    /// <exception cref="OperationCanceledException">The training was stopped.</exception>
    public static TrainingResult FineTune(
        MelodyModel model,
        IReadOnlyList<TokenSequence> songs,
        TrainingOptions? options = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new TrainingOptions();
        if (options.StartFrom is { } other && !ReferenceEquals(other, model))
        {
            throw new ArgumentException("Expected options that start from no model, or from the one to fine-tune.", nameof(options));
        }

        return Train(Recipe.ForFineTuning(model), songs, options with { StartFrom = model }, progress, cancellationToken);
    }

    private static void RequireHeardAlike(IReadOnlyList<TokenSequence> songs, Recipe recipe)
    {
        if (recipe.Definition.FindEncoding().DifferenceTo(songs) is { } difference)
        {
            throw new TrainingException($"{difference}: load them with "
                + "new CorpusOptions { Encoding = recipe.Definition.FindEncoding(), MinSteps = recipe.MinSteps }");
        }
    }

    private static void RequireLongEnough(IReadOnlyList<TokenSequence> songs, Recipe recipe)
    {
        if (songs.Count == 0)
        {
            throw new TrainingException("there is no song to learn from");
        }

        int shortest = songs.Min(song => song.Length);
        if (shortest < recipe.LeastSteps)
        {
            string needs = recipe.Scored == ScoredSteps.Last
                ? string.Create(CultureInfo.InvariantCulture, $"a window of {recipe.Definition.Window} steps needs songs")
                : "every song to learn from needs to be";
            string advice = recipe.Scored == ScoredSteps.Last
                ? "use a smaller window, or leave it out with CorpusOptions.MinSteps"
                : "leave it out with CorpusOptions.MinSteps";
            throw new TrainingException(
                string.Create(CultureInfo.InvariantCulture, $"{needs} of at least {recipe.LeastSteps}, but one has {shortest}: {advice}"));
        }
    }
}
