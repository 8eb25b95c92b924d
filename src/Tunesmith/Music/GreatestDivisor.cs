namespace Tunesmith.Music;

/// <summary>The greatest common divisor.</summary>
internal static class GreatestDivisor
{
    /// <summary>The greatest number that divides both; the other where one is 0.</summary>
    /// <param name="one">0 or more.</param>
    /// <param name="other">0 or more.</param>
    public static long Of(long one, long other)
    {
        while (other != 0)
        {
            (one, other) = (other, one % other);
        }

        return one;
    }
}
