using System.Globalization;
using Tunesmith.Encoding;
using Tunesmith.Model;

namespace Tunesmith.Training;

/// <summary>Trains models.</summary>
public static class Trainer
{
    /// <summary>How many of the last looks at the training its summary is the mean of.</summary>
    private const int SummaryScores = 5;

    /// <summary>Trains a model on songs. The same recipe and songs give the same model, on any machine and any number of threads.</summary>
    /// <param name="recipe">All choices.</param>
    /// <param name="songs">The songs, encoded as the recipe says; each at least 2 steps longer than the window.</param>
    /// <param name="options">What does not change the model.</param>
    /// <param name="progress">Told after every step.</param>
    /// <param name="cancellationToken">Stops the training between two steps.</param>
    /// <exception cref="RecipeException">The recipe's choices do not make sense together.</exception>
    /// <exception cref="TrainingException">There is no song, or one is too short; or the learning rate is too high.</exception>
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
        ArgumentOutOfRangeException.ThrowIfLessThan(options.DisplayEvery, 1);
        recipe.Validate();
        RequireLongEnough(songs, recipe.Definition.Window);

        using TrainingRun run = new(recipe, songs, options.Threads);
        List<TrainingScore> scores = [];
        long start = options.Time.GetTimestamp();
        while (run.Step < recipe.Steps)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int step = run.Step;
            run.Advance();
            TrainingScore? score = null;
            if (step <= 1 || step % options.DisplayEvery == 0)
            {
                score = run.Look();
                scores.Add(score.Value);
            }

            progress?.Report(new TrainingProgress(step, recipe.Steps, score, options.Time.GetElapsedTime(start)));
        }

        run.CheckWeights();
        TimeSpan elapsed = options.Time.GetElapsedTime(start);
        TrainingScore[] last = [.. scores.TakeLast(SummaryScores)];
        MelodyModel model = new(recipe.Definition, run.Parameters)
        {
            Recipe = recipe.ToJson(),
            DataFingerprint = options.DataFingerprint,
            Summary = new TrainingSummary
            {
                Steps = recipe.Steps,
                Loss = last.Length == 0 ? null : last.Average(score => score.Loss),
                Accuracy = last.Length == 0 ? null : last.Average(score => score.Accuracy),
                Songs = songs.Count,
                SongSteps = songs.Sum(song => (long)song.Length),
            },
        };
        return new TrainingResult(model, scores, elapsed);
    }

    private static void RequireLongEnough(IReadOnlyList<TokenSequence> songs, int window)
    {
        if (songs.Count == 0)
        {
            throw new TrainingException("there is no song to learn from");
        }

        int shortest = songs.Min(song => song.Length);
        if (shortest < window + 2)
        {
            throw new TrainingException(string.Create(
                CultureInfo.InvariantCulture,
                $"a window of {window} steps needs songs of at least {window + 2}, but one has {shortest}: ")
                + "use a smaller window, or leave it out with min-steps");
        }
    }
}
