using Tunesmith.Encoding;
using Tunesmith.Evaluation;
using Tunesmith.Model;

namespace Tunesmith.Experiments;

/// <summary>A model beside baselines, on songs that it has not learned from.</summary>
public static class ModelEvaluation
{
    /// <summary>
    /// Scores a model on songs. Where it has no token for a rest, steps that rest are left out of what is scored, for the baselines too.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="songs">The songs to be judged on, in the model's encoding.</param>
    /// <param name="learned">Songs to fit baselines on, in the same encoding; null for only those baselines that need none.</param>
    /// <param name="options">
    /// From which step on, and on how many threads, as <c>new ScoringOptions()</c> says where it is null; tokens left out are the model's.
    /// </param>
    /// <param name="name">What its row is called.</param>
    /// <param name="time">The clock that the work is measured by; the system's where it is null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A row for each baseline, then the model's; one fold.</returns>
    /// <exception cref="EvaluationException">
    /// No song has a step to score, one is not of the model's encoding, or the model gave a token that came no probability.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static EvaluationReport Run(
        MelodyModel model,
        IReadOnlyList<TokenSequence> songs,
        IReadOnlyList<TokenSequence>? learned = null,
        ScoringOptions? options = null,
        string name = "model",
        TimeProvider? time = null,
        CancellationToken cancellationToken = default)
    {
        time ??= TimeProvider.System;
        options = (options ?? new ScoringOptions()).For(model.Definition);
        options.Validate();
        MelodyEncoding encoding = model.Definition.FindEncoding();
        SameEncoding.Require(songs, encoding);
        SameEncoding.Require(learned ?? [], encoding);
        ScoredSongs.Require(songs, options.From);
        IReadOnlyList<EvaluationRow> baselines = learned is null
            ? [.. Baselines.Unfitted(encoding).Select(baseline => Row(baseline, EvaluationKind.Baseline, null))]
            : FittedRows(learned, songs, options, time, cancellationToken);
        EvaluationRow own = Row(new ModelPredictor(model, name), EvaluationKind.Model, model.Parameters.Shape.ParameterCount);
        return new EvaluationReport(1, own.Score.Steps, [.. baselines, own]);

        EvaluationRow Row(IPredictor predictor, EvaluationKind kind, long? parameters)
        {
            long start = time.GetTimestamp();
            HeldOutScore score = HeldOutScorer.Score(predictor, songs, options, cancellationToken);
            return new EvaluationRow(predictor.Name, kind, score, time.GetElapsedTime(start).TotalSeconds, parameters, [score]);
        }
    }

    /// <summary>
    /// The best of the baselines beside a training: fitted on the songs that it learned from, and scored on those that it held out, at the
    /// steps at which it looked at them itself: all but each song's first.
    /// </summary>
    /// <param name="definition">What its network means.</param>
    /// <param name="songs">All its songs.</param>
    /// <param name="split">Which of them it held out.</param>
    /// <param name="threads">How many threads score; 1 or more, null for all processors.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Its row; null where nothing is held out, or nothing in it can be scored.</returns>
    public static EvaluationRow? BestBaselineOf(
        ModelDefinition definition,
        IReadOnlyList<TokenSequence> songs,
        SongSplit split,
        int? threads = null,
        CancellationToken cancellationToken = default)
    {
        if (split.HeldOut.Count == 0)
        {
            return null;
        }

        ScoringOptions options = new ScoringOptions { From = 1, Threads = threads ?? Environment.ProcessorCount }.For(definition);
        IReadOnlyList<EvaluationRow> rows = BaselineRows.Of(songs, [split], options, cancellationToken: cancellationToken);
        return new EvaluationReport(1, rows[0].Score.Steps, rows).BestBaseline;
    }

    private static IReadOnlyList<EvaluationRow> FittedRows(
        IReadOnlyList<TokenSequence> learned,
        IReadOnlyList<TokenSequence> songs,
        ScoringOptions options,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        SongSplit split = new([.. Enumerable.Range(0, learned.Count)], [.. Enumerable.Range(learned.Count, songs.Count)]);
        return BaselineRows.Of([.. learned, .. songs], [split], options, time, cancellationToken);
    }
}
