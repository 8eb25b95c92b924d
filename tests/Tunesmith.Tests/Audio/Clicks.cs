namespace Tunesmith.Tests.Audio;

/// <summary>Finds clicks.</summary>
internal static class Clicks
{
    /// <summary>The largest step from one sample to the next in a part of a sound.</summary>
    /// <param name="samples">The sound.</param>
    /// <param name="from">Where the part begins, in seconds.</param>
    /// <param name="to">Where it ends, in seconds.</param>
    public static double LargestJump(float[] samples, double from, double to)
    {
        double largest = 0;
        int last = Math.Min(samples.Length, (int)(to * Sounds.Rate));
        for (int t = Math.Max(1, (int)(from * Sounds.Rate)); t < last; t++)
        {
            largest = Math.Max(largest, Math.Abs(samples[t] - samples[t - 1]));
        }

        return largest;
    }
}
