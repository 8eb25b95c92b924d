namespace Tunesmith.Tests.Compute;

/// <summary>The tests that count what the whole process allocates, and so may run beside no others.</summary>
[CollectionDefinition(nameof(NotBesideOthers), DisableParallelization = true)]
public sealed class NotBesideOthers
{
    /// <summary>How often <see cref="LeastAllocated"/> runs its action.</summary>
    internal const int Measurements = 5;

    /// <summary>
    /// The bytes that the process allocates while an action runs: the least of a few runs, for the test platform's own threads may
    /// allocate at any moment, where the action allocates every time.
    /// </summary>
    internal static long LeastAllocated(Action action)
    {
        long least = long.MaxValue;
        for (int run = 0; run < Measurements; run++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            action();
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        return least;
    }
}
