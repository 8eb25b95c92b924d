namespace Tunesmith.Analysis.Statistics;

/// <summary>The values that one statistic has over a set of songs.</summary>
public sealed class Distribution
{
    private readonly double[] _values;

    /// <summary>Makes a distribution.</summary>
    /// <param name="values">The values in any order; those that are null, of songs that have none, are left out.</param>
    /// <param name="width">The width of the bins by which it is compared with another; above 0.</param>
    public Distribution(IEnumerable<double?> values, double width)
    {
        _values = [.. values.OfType<double>().Order()];
        Histogram = Histogram.Of(_values, width);
    }

    /// <summary>How many songs have a value.</summary>
    public int Count => _values.Length;

    /// <summary>The values in bins.</summary>
    public Histogram Histogram { get; }

    /// <summary><c>sum of values / songs</c>; null where no song has a value, as all that follows.</summary>
    public double? Mean => Count == 0 ? null : _values.Sum() / Count;

    /// <summary>The value in the middle, the mean of two where their number is even.</summary>
    public double? Median => Count == 0 ? null : (_values[(Count - 1) / 2] + _values[Count / 2]) / 2;

    /// <summary>
    /// How far out a value lies: <c>|below - above| / songs</c>, of the songs whose value is below it and above it. 0 in the middle, 1
    /// below or above all; of a song of the set itself it is about 1/2 in the mean. Null where no song has a value.
    /// </summary>
    public double? Outlyingness(double value)
    {
        if (Count == 0)
        {
            return null;
        }

        int below = Array.FindIndex(_values, known => known >= value);
        int upTo = Array.FindIndex(_values, known => known > value);
        below = below < 0 ? Count : below;
        int above = upTo < 0 ? 0 : Count - upTo;
        return Math.Abs(below - above) / (double)Count;
    }
}
