namespace Tunesmith.Compute.Synthesis;

/// <summary>The samples that are made at a time: few enough for all that makes them to stay in the nearest cache.</summary>
internal static class SampleBlock
{
    /// <summary>How many there are: a multiple of 4 vectors of every width.</summary>
    public const int Length = 64;

    /// <summary>0, 1, 2 and so on to the last: t of each sample, for kernels whose gains or phases move.</summary>
    public static float[] Places { get; } = [.. Enumerable.Range(0, Length)];
}
