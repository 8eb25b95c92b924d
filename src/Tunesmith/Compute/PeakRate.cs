namespace Tunesmith.Compute;

/// <summary>
/// How fast this machine multiplies matrices with the engine's own kernel: what everything the engine does can be measured against.
/// </summary>
public static class PeakRate
{
    // A panel of B and a strip of A that stay in the nearest cache, so that the multipliers are the only limit.
    private const int Rows = 48;
    private const int Depth = 128;
    private const int Repetitions = 512;

    /// <summary>The vector width that kernels run at here, in bits: 512, 256, 128, or 32 for one float at a time.</summary>
    public static int VectorBits => VectorWidth.Bits;

    /// <summary>
    /// The rate in GFLOP/s, <c>2 * rows * depth * columns</c> operations a product: the best of many short runs, for others may be
    /// using the machine.
    /// </summary>
    /// <param name="threads">How many threads multiply at once, each its own matrices; 1 or more.</param>
    /// <param name="duration">How long to measure; a second gives a steady figure.</param>
    /// <param name="time">The clock; the system's where null.</param>
    public static double MeasureGflops(int threads, TimeSpan duration, TimeProvider? time = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        time ??= TimeProvider.System;
        int columns = MatrixProduct.PanelColumns(VectorWidth.Bits);
        PackedMatrix[] b = new PackedMatrix[threads];
        FloatBuffer[] a = new FloatBuffer[threads];
        FloatBuffer[] c = new FloatBuffer[threads];
        for (int thread = 0; thread < threads; thread++)
        {
            b[thread] = new PackedMatrix(Depth, columns, VectorWidth.Bits);
            a[thread] = new FloatBuffer(Rows * Depth);
            c[thread] = new FloatBuffer(Rows * b[thread].Columns);
        }

        void Multiply(int thread, int piece)
        {
            for (int repetition = 0; repetition < Repetitions; repetition++)
            {
                MatrixProduct.Accumulate(a[piece].Span, Depth, b[piece], c[piece].Span, b[piece].Columns, Rows);
            }
        }

        using WorkerPool pool = new(threads);
        double operations = 2.0 * threads * Repetitions * Rows * Depth * b[0].Columns;
        double best = 0;
        long start = time.GetTimestamp();
        do
        {
            long before = time.GetTimestamp();
            pool.Run(threads, Multiply);
            best = Math.Max(best, operations / time.GetElapsedTime(before).TotalSeconds / 1e9);
        }
        while (time.GetElapsedTime(start) < duration);
        return best;
    }
}
