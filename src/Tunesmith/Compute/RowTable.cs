namespace Tunesmith.Compute;

/// <summary>
/// The input product of a network whose input is a few active rows: what a matrix product with rows of ones and zeros would give,
/// by gathering and scattering rows.
/// </summary>
internal static unsafe class RowTable
{
    /// <summary><c>destination[r] = start + sum over g of table[rows[r, g]]</c>, the rows added in order of g.</summary>
    /// <param name="start">(width): what every sum starts from.</param>
    /// <param name="table">(any, width).</param>
    /// <param name="rows">(count, perStep): row numbers; negative means none.</param>
    /// <param name="perStep">How many row numbers a row of the destination has.</param>
    /// <param name="destination">(count, width).</param>
    /// <param name="width">A multiple of 32.</param>
    /// <param name="bits">The vector width to use.</param>
    public static void Gather(
        ReadOnlySpan<float> start, ReadOnlySpan<float> table, ReadOnlySpan<int> rows, int perStep, Span<float> destination, int width, int bits)
    {
        int count = Check(table, rows, perStep, destination.Length, width);
        ArgumentOutOfRangeException.ThrowIfNotEqual(start.Length, width);
        fixed (float* s = start, t = table, d = destination)
        {
            fixed (int* r = rows)
            {
                VectorWidth.Run(new GatherKernel(s, t, r, perStep, d, count, width), bits);
            }
        }
    }

    /// <summary><c>table[rows[r, g]] += source[r]</c>, for r ascending, then g.</summary>
    /// <param name="source">(count, width).</param>
    /// <param name="rows">(count, perStep): row numbers; negative means none.</param>
    /// <param name="perStep">How many row numbers a row of the source has.</param>
    /// <param name="table">(any, width).</param>
    /// <param name="width">A multiple of 32.</param>
    /// <param name="bits">The vector width to use.</param>
    public static void ScatterAdd(ReadOnlySpan<float> source, ReadOnlySpan<int> rows, int perStep, Span<float> table, int width, int bits)
    {
        int count = Check(table, rows, perStep, source.Length, width);
        fixed (float* s = source, t = table)
        {
            fixed (int* r = rows)
            {
                VectorWidth.Run(new ScatterKernel(s, r, perStep, t, count, width), bits);
            }
        }
    }

    private static int Check(ReadOnlySpan<float> table, ReadOnlySpan<int> rows, int perStep, int length, int width)
    {
        int count = length / width;
        if (width % VectorWidth.Alignment != 0 || length % width != 0 || rows.Length != count * perStep)
        {
            throw new ArgumentException("The rows do not fit the buffers.", nameof(rows));
        }

        int tableRows = table.Length / width;
        foreach (int row in rows)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, tableRows, nameof(rows));
        }

        return count;
    }

    private readonly struct GatherKernel(float* start, float* table, int* rows, int perStep, float* destination, int count, int width) : IKernel
    {
        public void Run<TWidth, TVector>()
            where TWidth : IWidth<TVector>
            where TVector : struct
        {
            for (int r = 0; r < count; r++)
            {
                float* to = destination + ((nint)r * width);
                float* from = start;
                for (int g = 0; g < perStep; g++)
                {
                    int row = rows[(r * perStep) + g];
                    if (row >= 0)
                    {
                        float* add = table + ((nint)row * width);
                        for (int j = 0; j < width; j += TWidth.Lanes)
                        {
                            TWidth.Store(TWidth.Add(TWidth.Load(from + j), TWidth.Load(add + j)), to + j);
                        }

                        from = to;
                    }
                }

                if (from == start)
                {
                    for (int j = 0; j < width; j += TWidth.Lanes)
                    {
                        TWidth.Store(TWidth.Load(start + j), to + j);
                    }
                }
            }
        }
    }

    private readonly struct ScatterKernel(float* source, int* rows, int perStep, float* table, int count, int width) : IKernel
    {
        public void Run<TWidth, TVector>()
            where TWidth : IWidth<TVector>
            where TVector : struct
        {
            for (int r = 0; r < count; r++)
            {
                float* from = source + ((nint)r * width);
                for (int g = 0; g < perStep; g++)
                {
                    int row = rows[(r * perStep) + g];
                    if (row >= 0)
                    {
                        float* to = table + ((nint)row * width);
                        for (int j = 0; j < width; j += TWidth.Lanes)
                        {
                            TWidth.Store(TWidth.Add(TWidth.Load(to + j), TWidth.Load(from + j)), to + j);
                        }
                    }
                }
            }
        }
    }
}
