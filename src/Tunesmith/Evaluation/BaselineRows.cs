using Tunesmith.Encoding;

namespace Tunesmith.Evaluation;

/// <summary>The lines of the baselines in a report.</summary>
internal static class BaselineRows
{
    /// <summary>Fits every baseline on each fold's songs to learn from, and scores it on those held out.</summary>
    /// <param name="songs">All songs.</param>
    /// <param name="folds">The folds; one for songs that are simply split in two.</param>
    /// <param name="options">Which steps are scored.</param>
    /// <param name="time">The clock that the work is measured by; the system's where it is null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="EvaluationException">The songs are not all of one encoding.</exception>
    /// <returns>A line for each baseline, in the order of <see cref="Baselines.Fit(IReadOnlyList{TokenSequence})"/>.</returns>
    public static IReadOnlyList<EvaluationRow> Of(
        IReadOnlyList<TokenSequence> songs,
        IReadOnlyList<SongSplit> folds,
        ScoringOptions options,
        TimeProvider? time = null,
        CancellationToken cancellationToken = default)
    {
        time ??= TimeProvider.System;
        SameEncoding.Require(songs);
        List<(string Name, HeldOutScore Score, double Seconds)> scores = [];
        foreach (SongSplit fold in folds)
        {
            IReadOnlyList<TokenSequence> heldOut = fold.HeldOutOf(songs);
            long start = time.GetTimestamp();
            IReadOnlyList<Baseline> baselines = Baselines.Fit(fold.TrainingOf(songs), songs[0].Encoding);
            double fitSeconds = time.GetElapsedTime(start).TotalSeconds / baselines.Count;
            foreach (Baseline baseline in baselines)
            {
                start = time.GetTimestamp();
                HeldOutScore score = HeldOutScorer.Score(baseline, heldOut, options, cancellationToken);
                scores.Add((baseline.Name, score, fitSeconds + time.GetElapsedTime(start).TotalSeconds));
            }
        }

        return [.. scores.GroupBy(score => score.Name).Select(row => Row(row.Key, [.. row]))];
    }

    private static EvaluationRow Row(string name, (string Name, HeldOutScore Score, double Seconds)[] folds)
    {
        HeldOutScore[] perFold = [.. folds.Select(fold => fold.Score)];
        return new EvaluationRow(
            name, EvaluationKind.Baseline, HeldOutScore.Total(perFold), folds.Sum(fold => fold.Seconds), Parameters: null, perFold);
    }
}
