using System.Globalization;
using Tunesmith.Analysis.Originality;

namespace Tunesmith.Experiments.Choosing;

/// <summary>How good a composed song looks beside real ones, in three parts. Each is 0 to 1, and the score is their mean.</summary>
/// <param name="Likelihood">Whether the model holds it about as likely as real songs.</param>
/// <param name="Originality">
/// Whether it shares no more with real songs than they do with each other; null where there is none to compare with.
/// </param>
/// <param name="Statistics">Whether its musical statistics are like those of real songs; null where there is none to compare.</param>
/// <remarks>It finds drafts that stray, copy or fall out of the style. It does not know whether a song is beautiful.</remarks>
public sealed record DraftScore(LikelihoodPart Likelihood, OriginalityPart? Originality, StatisticsPart? Statistics)
{
    /// <summary><c>mean of the parts there are</c>; 0 to 1.</summary>
    public double Total
    {
        get
        {
            double?[] scores = [Likelihood.Score, Originality?.Score, Statistics?.Score];
            double[] parts = [.. scores.OfType<double>()];
            return parts.Sum() / parts.Length;
        }
    }

    /// <summary>
    /// The score and its parts in words, such as <c>0.93: likelihood 1.00 (...), originality 0.90 (...), statistics 0.88 (...)</c>.
    /// </summary>
    public string InWords =>
        string.Create(CultureInfo.InvariantCulture, $"{Total:0.00}: likelihood {Likelihood.Score:0.00} ({Likelihood.InWords})")
        + (Originality is { } own ? string.Create(CultureInfo.InvariantCulture, $", originality {own.Score:0.00} ({own.InWords})") : "")
        + (Statistics is { } like ? string.Create(CultureInfo.InvariantCulture, $", statistics {like.Score:0.00} ({like.InWords})") : "");
}

/// <summary>The likelihood of a song: <see cref="LikelihoodBand.Score"/>.</summary>
/// <param name="Score">0 to 1; 0 also where no step counts.</param>
/// <param name="Nats">Mean nats a composed step under the model's own predictions; null where no step counts.</param>
/// <param name="Band">The same of real songs.</param>
public sealed record LikelihoodPart(double Score, double? Nats, LikelihoodBand Band)
{
    /// <summary>The figures in words.</summary>
    public string InWords => Nats is not { } nats ? "no step to judge" : string.Create(
        CultureInfo.InvariantCulture, $"{nats:0.00} nats a step, {PlaceOf(nats)} the {Band.Low:0.00} to {Band.High:0.00} of real songs");

    private string PlaceOf(double nats) => nats < Band.Low ? "below" : nats > Band.High ? "above" : "within";
}

/// <summary>
/// The originality of a song: <c>min(1, (100 - P) / 50)</c> of its percentile P, so 1 up to the median of honest unseen songs, falling to 0
/// for one that is more alike than all.
/// </summary>
/// <param name="Score">0 to 1; 0 also for a song with too few notes to judge.</param>
/// <param name="Standing">Where it stands among real songs.</param>
public sealed record OriginalityPart(double Score, OriginalityStanding Standing)
{
    private const double Middle = 50;

    /// <summary>The figures in words.</summary>
    public string InWords => Standing.Percentile is { } percentile
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"of 100 real songs {Math.Floor(percentile):0} {(percentile is >= 1 and < 2 ? "shares" : "share")} less")
        : "too few notes to judge";

    internal static OriginalityPart Of(OriginalityStanding standing) =>
        new(standing.Percentile is { } percentile ? Math.Min(1, (100 - percentile) / Middle) : 0, standing);
}

/// <summary>
/// The musical statistics of a song: <c>1 - D</c>, where D is how far out it lies among real songs
/// (<see cref="Analysis.Statistics.SongSetStatistics.DistanceOf"/>): 1 in the middle of them in everything, 0 outside of all in everything.
/// A real song has about 1/2.
/// </summary>
/// <param name="Distance">D; 0 to 1.</param>
/// <param name="RealDistance">The median of the real songs' own D; 0 to 1.</param>
public sealed record StatisticsPart(double Distance, double RealDistance)
{
    /// <summary><c>1 - D</c>; 0 to 1.</summary>
    public double Score => 1 - Distance;

    /// <summary>The figures in words.</summary>
    public string InWords => string.Create(
        CultureInfo.InvariantCulture, $"{Distance:0.00} from the middle of real songs, half of which are within {RealDistance:0.00}");
}
