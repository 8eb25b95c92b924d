using Tunesmith.Audio;

namespace Tunesmith.Report.Tunes;

/// <summary>How many seconds of sound each tune of a page gets.</summary>
internal static class SoundShares
{
    /// <summary>A tune that would get less of a longer sound gets none, for the ones before it to have more.</summary>
    public const double FewestSeconds = 15;

    /// <summary>
    /// The seconds of each tune: all of it where that fits, otherwise equal shares, of which short tunes leave what they do not need to
    /// the longer ones.
    /// </summary>
    /// <param name="seconds">How long the tunes are, without what dies away after them.</param>
    /// <param name="bytes">How many bytes all sounds may have as base64.</param>
    public static double[] Of(IReadOnlyList<double> seconds, long bytes)
    {
        double left = TuneSound.SecondsIn(bytes, seconds.Count);
        double[] whole = [.. seconds.Select(length => length + Performance.LongestTail)];
        int[] sounding = [.. Enumerable.Range(0, whole.Length)];
        while (sounding.Length > 0 && Share(whole, sounding, left) < FewestSeconds)
        {
            sounding = sounding[..^1];
        }

        double share = sounding.Length == 0 ? 0 : Share(whole, sounding, left);
        double[] limits = new double[whole.Length];
        foreach (int index in sounding)
        {
            limits[index] = Math.Min(whole[index], share);
        }

        return limits;
    }

    /// <summary>The most seconds of one tune, so that all together have no more than there are.</summary>
    private static double Share(double[] whole, int[] sounding, double left)
    {
        double[] ascending = [.. sounding.Select(index => whole[index]).Order()];
        for (int index = 0; index < ascending.Length; index++)
        {
            double share = left / (ascending.Length - index);
            if (ascending[index] > share)
            {
                return share;
            }

            left -= ascending[index];
        }

        return double.PositiveInfinity;
    }
}
