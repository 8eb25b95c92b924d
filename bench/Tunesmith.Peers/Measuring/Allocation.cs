namespace Tunesmith.Peers.Measuring;

/// <summary>Counts what a step allocates.</summary>
internal static class Allocation
{
    /// <summary>Bytes allocated on all threads for each step, in steady state.</summary>
    public static double PerStep(Action step, int steps)
    {
        step();
        long before = GC.GetTotalAllocatedBytes(precise: true);
        for (int index = 0; index < steps; index++)
        {
            step();
        }

        return (double)(GC.GetTotalAllocatedBytes(precise: true) - before) / steps;
    }
}
