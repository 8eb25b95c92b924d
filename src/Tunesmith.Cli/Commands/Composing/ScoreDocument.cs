using System.Globalization;
using Tunesmith.Experiments.Choosing;

namespace Tunesmith.Cli.Commands.Composing;

/// <summary>Why a song was kept of several, in JSON. Parts that there was nothing to judge by are null.</summary>
/// <param name="Total">The mean of the three scores, 0 to 1.</param>
/// <param name="Likelihood">Whether the model holds it about as likely as real songs, 0 to 1.</param>
/// <param name="Nats">Mean nats a composed step under the model's own predictions.</param>
/// <param name="RealNats">The 10th and the 90th percentile of the same of real songs.</param>
/// <param name="Originality">Whether it shares no more with real songs than they do with each other, 0 to 1.</param>
/// <param name="Percentile">More alike than so many of 100 real songs.</param>
/// <param name="Statistics">Whether its musical statistics are like those of real songs, 0 to 1.</param>
/// <param name="Distance">How far out it lies among real songs, 0 to 1.</param>
/// <param name="RealDistance">The median of the same of real songs.</param>
/// <param name="InWords">All of it in words.</param>
internal sealed record ScoreDocument(
    double Total,
    double Likelihood,
    double? Nats,
    IReadOnlyList<double> RealNats,
    double? Originality,
    double? Percentile,
    double? Statistics,
    double? Distance,
    double? RealDistance,
    string InWords)
{
    /// <summary>A score as a document; null for none.</summary>
    public static ScoreDocument? Of(DraftScore? score) => score is null ? null : new ScoreDocument(
        score.Total,
        score.Likelihood.Score,
        score.Likelihood.Nats,
        [score.Likelihood.Band.Low, score.Likelihood.Band.High],
        score.Originality?.Score,
        score.Originality?.Standing.Percentile,
        score.Statistics?.Score,
        score.Statistics?.Distance,
        score.Statistics?.RealDistance,
        score.InWords);
}

/// <summary>How original a song is, and what that took, in JSON.</summary>
/// <param name="Drafts">How many drafts were composed until one was original enough.</param>
/// <param name="Percentile">More alike than so many of 100 real songs.</param>
internal sealed record OriginalDocument(int Drafts, double? Percentile)
{
    /// <summary>The same in words.</summary>
    public string InWords => string.Create(
        CultureInfo.InvariantCulture, $"draft {Drafts} is original: of 100 real songs {Percentile:0.#} share less with the others");

    /// <summary>A draft as a document; null for none.</summary>
    public static OriginalDocument? Of(OriginalDraft? draft) => draft is null ? null : new OriginalDocument(draft.Drafts, draft.Percentile);
}
