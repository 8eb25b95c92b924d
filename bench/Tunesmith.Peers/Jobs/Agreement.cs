namespace Tunesmith.Peers.Jobs;

/// <summary>Makes sure that both engines do the same work, for a comparison of times means nothing otherwise.</summary>
internal static class Agreement
{
    private const double Tolerance = 1e-4;

    /// <summary>Throws where two losses differ by more than 1e-4 nats.</summary>
    public static void RequireLoss(string job, double ours, double theirs)
    {
        if (!(Math.Abs(ours - theirs) <= Tolerance))
        {
            throw new InvalidOperationException($"{job}: expected one loss from one set of weights, found {ours} and {theirs}.");
        }
    }

    /// <summary>Throws where two vectors differ by more than 1e-4 of the largest value.</summary>
    public static void RequireValues(string job, ReadOnlySpan<float> ours, ReadOnlySpan<float> theirs)
    {
        double largest = 0;
        double apart = 0;
        for (int index = 0; index < Math.Max(ours.Length, theirs.Length); index++)
        {
            largest = Math.Max(largest, Math.Abs(theirs[index]));
            apart = Math.Max(apart, Math.Abs(ours[index] - theirs[index]));
        }

        if (!(apart <= Tolerance * largest))
        {
            throw new InvalidOperationException(
                $"{job}: expected the same values, found a difference of {apart} where the largest is {largest}.");
        }
    }
}
