using Tunesmith.Compute;

namespace Tunesmith.Analysis.Statistics;

/// <summary>
/// How often each of some whole numbers comes: pitches, intervals in semitones, lengths in steps, or the bins of measured values.
/// </summary>
public sealed class Histogram
{
    private readonly SortedDictionary<long, long> _counts = [];

    private Histogram(IEnumerable<HistogramBin> bins)
    {
        foreach (HistogramBin bin in bins)
        {
            _counts[bin.Value] = _counts.GetValueOrDefault(bin.Value) + bin.Count;
        }

        Bins = [.. _counts.Select(pair => new HistogramBin(pair.Key, pair.Value))];
        Total = Bins.Sum(bin => bin.Count);
    }

    /// <summary>The bins that hold something, in ascending order.</summary>
    public IReadOnlyList<HistogramBin> Bins { get; }

    /// <summary>All counts together.</summary>
    public long Total { get; }

    /// <summary>
    /// <c>-sum of p log2 p</c> over the shares p of the bins, in bits: 0 for one bin, log2 n for n alike; null for an empty histogram.
    /// </summary>
    public double? Entropy => Total == 0 ? null : Bins.Sum(bin => Surprise(bin.Count / (double)Total));

    /// <summary>Counts whole numbers.</summary>
    public static Histogram Of(IEnumerable<long> values) => new(values.Select(value => new HistogramBin(value, 1)));

    /// <summary>
    /// Counts measured values in bins around the multiples of a width: bin k has those from (k - 1/2) w up to (k + 1/2) w.
    /// </summary>
    /// <param name="values">The values; finite.</param>
    /// <param name="width">w; above 0.</param>
    public static Histogram Of(IEnumerable<double> values, double width)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        return Of(values.Select(value => (long)Math.Floor((value / width) + 0.5)));
    }

    /// <summary>The counts of several histograms together.</summary>
    public static Histogram Sum(IEnumerable<Histogram> histograms) => new(histograms.SelectMany(histogram => histogram.Bins));

    /// <summary>How often a value comes.</summary>
    public long CountOf(long value) => _counts.GetValueOrDefault(value);

    /// <summary><c>count of the value / total</c>, 0 to 1; 0 in an empty histogram.</summary>
    public double ShareOf(long value) => Total == 0 ? 0 : CountOf(value) / (double)Total;

    /// <summary>
    /// The overlapping area: <c>sum over bins of min(p, q)</c> of the shares p here and q there, 0 where nothing is in common, 1 where the
    /// shares are the same; null where either is empty. It is 1 less the total variation distance, and the same seen from either side.
    /// </summary>
    /// <remarks>
    /// Yang and Lerch ("On the evaluation of generative models in music", <i>Neural Computing and Applications</i> 32, 2020) take the area
    /// under two smooth curves that are laid through all distances between songs. That has a width to choose, gives values to what cannot
    /// be (half an interval, a share above 1), and has to be integrated. What is counted here is what it says, to the last digit.
    /// </remarks>
    public double? Overlap(Histogram other)
    {
        if (Total == 0 || other.Total == 0)
        {
            return null;
        }

        // Of p = a / m and q = b / n the smaller has the smaller of a n and b m: whole numbers, so that the same shares give exactly 1.
        Int128 common = 0;
        foreach (HistogramBin bin in Bins)
        {
            common += Int128.Min((Int128)bin.Count * other.Total, (Int128)other.CountOf(bin.Value) * Total);
        }

        return (double)common / (double)((Int128)Total * other.Total);
    }

    private static double Surprise(double share) => share == 1 ? 0 : -share * Functions.Log(share) / Functions.Log(2);
}

/// <summary>One bin of a histogram.</summary>
/// <param name="Value">The value, or the number of the bin.</param>
/// <param name="Count">How often it comes; 1 or more.</param>
public readonly record struct HistogramBin(long Value, long Count);
