using System.Globalization;
using Tunesmith.Encoding;
using Tunesmith.Model;

namespace Tunesmith.Training;

/// <summary>Trains models.</summary>
public static class Trainer
{
    /// <summary>How many of the last looks at the training its summary is the mean of.</summary>
    internal const int SummaryScores = 5;

    /// <summary>Trains a model on songs. The same recipe and songs give the same model, on any machine and any number of threads.</summary>
    /// <param name="recipe">All choices.</param>
    /// <param name="songs">The songs, encoded as the recipe says; each at least 2 steps longer than the window.</param>
    /// <param name="options">What does not change the model.</param>
    /// <param name="progress">Told after every step.</param>
    /// <param name="cancellationToken">Stops the training between two steps, after a last checkpoint where they are received.</param>
    /// <exception cref="RecipeException">The recipe's choices do not make sense together.</exception>
    /// <exception cref="TrainingException">
    /// There is no song, or one is too short; the checkpoint to go on from is of other songs or choices; or the training ran away from a
    /// learning rate that is too high.
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
        recipe.Validate();
        RequireLongEnough(songs, recipe.Definition.Window);
        if (options.ResumeFrom?.DifferenceTo(recipe, songs, options.DataFingerprint) is { } difference)
        {
            throw new TrainingException($"cannot go on from the checkpoint: {difference}. Use the same songs and settings, or start anew.");
        }

        using TrainingRun run = new(recipe, songs, options.Threads, options.ResumeFrom);
        Queue<TrainingScore> lastScores = new(options.ResumeFrom?.State.Scores ?? []);
        List<TrainingScore> scores = [];
        int firstStep = run.Step;
        long start = options.Time.GetTimestamp();
        while (run.Step < recipe.Steps)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                SaveCheckpoint();
                cancellationToken.ThrowIfCancellationRequested();
            }

            int step = run.Step;
            run.Advance();
            TrainingScore? score = null;
            if (step <= 1 || step % recipe.DisplayEvery == 0)
            {
                score = run.Look();
                scores.Add(score.Value);
                Remember(score.Value);
            }

            progress?.Report(new TrainingProgress(step, recipe.Steps, score, options.Time.GetElapsedTime(start), firstStep));
            if (options.CheckpointEvery > 0 && (run.Step % options.CheckpointEvery == 0 || run.Step == recipe.Steps))
            {
                SaveCheckpoint();
            }
        }

        run.CheckWeights();
        return new TrainingResult(Model(), scores, run.Step - firstStep, options.Time.GetElapsedTime(start));

        void Remember(TrainingScore score)
        {
            lastScores.Enqueue(score);
            if (lastScores.Count > SummaryScores)
            {
                lastScores.Dequeue();
            }
        }

        void SaveCheckpoint()
        {
            if (run.Step > 0 && options.SaveCheckpoint is { } save)
            {
                run.CheckWeights();
                save(run.Checkpoint(Model(), [.. lastScores]));
            }
        }

        MelodyModel Model() => new(recipe.Definition, run.Parameters.Clone())
        {
            Recipe = recipe.ToJson(),
            DataFingerprint = options.DataFingerprint,
            Summary = new TrainingSummary
            {
                Steps = run.Step,
                Loss = lastScores.Count == 0 ? null : lastScores.Average(score => score.Loss),
                Accuracy = lastScores.Count == 0 ? null : lastScores.Average(score => score.Accuracy),
                Songs = songs.Count,
                SongSteps = songs.Sum(song => (long)song.Length),
            },
        };
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
