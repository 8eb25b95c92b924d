namespace Tunesmith.Compute;

/// <summary>
/// The input product of a network whose input is a few active rows: what a matrix product with rows of ones and zeros would give,
/// by gathering and scattering rows.
/// </summary>
internal static unsafe class RowTable
{
    /// <summary>Rows of a step that are listed at a time, so that the list has room on the stack.</summary>
    private const int ListLength = 64;

    /// <summary>
    /// <c>destination[r] = start + sum over g of scale * table[rows[r, g]]</c>, one chain of fused multiply-adds in order of g.
    /// </summary>
    /// <param name="start">(width): what every sum starts from.</param>
    /// <param name="table">(any, width).</param>
    /// <param name="rows">(count, perStep): row numbers; negative means none.</param>
    /// <param name="perStep">How many row numbers a row of the destination has.</param>
    /// <param name="destination">(count, width).</param>
    /// <param name="width">A multiple of 32.</param>
    /// <param name="bits">The vector width to use.</param>
    /// <param name="scale">What each row is multiplied by; with 1, rows are added as they are, bit for bit.</param>
    public static void Gather(
        ReadOnlySpan<float> start,
        ReadOnlySpan<float> table,
        ReadOnlySpan<int> rows,
        int perStep,
        Span<float> destination,
        int width,
        int bits,
        float scale = 1)
    {
        int count = Check(table, rows, perStep, destination.Length, width);
        ArgumentOutOfRangeException.ThrowIfNotEqual(start.Length, width);
        fixed (float* s = start, t = table, d = destination)
        {
            fixed (int* r = rows)
            {
                VectorWidth.Run(new GatherKernel(s, t, r, perStep, d, count, width, scale), bits);
            }
        }
    }

    /// <summary><c>destination[r] = start</c>: what <see cref="Gather"/> gives where there are no rows to add.</summary>
    /// <param name="start">(width); a multiple of 32 floats.</param>
    /// <param name="destination">(any, width).</param>
    /// <param name="bits">The vector width to use.</param>
    public static void Repeat(ReadOnlySpan<float> start, Span<float> destination, int bits) =>
        Gather(start, [], [], 0, destination, start.Length, bits);

    /// <summary><c>table[rows[r, g]] += scale * source[r]</c>, each a fused multiply-add, for r ascending, then g.</summary>
    /// <param name="source">(count, width).</param>
    /// <param name="rows">(count, perStep): row numbers; negative means none.</param>
    /// <param name="perStep">How many row numbers a row of the source has.</param>
    /// <param name="table">(any, width).</param>
    /// <param name="width">A multiple of 32.</param>
    /// <param name="bits">The vector width to use.</param>
    /// <param name="scale">What the source is multiplied by.</param>
    public static void ScatterAdd(
        ReadOnlySpan<float> source, ReadOnlySpan<int> rows, int perStep, Span<float> table, int width, int bits, float scale = 1)
    {
        int count = Check(table, rows, perStep, source.Length, width);
        fixed (float* s = source, t = table)
        {
            fixed (int* r = rows)
            {
                VectorWidth.Run(new ScatterKernel(s, r, perStep, t, count, width, scale), bits);
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

    /// <summary>Lists where the rows of a step start in the table, but for those that are none; without branches to guess wrong.</summary>
    private static int ListStarts(int* rows, int count, int width, nint* starts)
    {
        int active = 0;
        for (int g = 0; g < count; g++)
        {
            starts[active] = (nint)rows[g] * width;
            active += rows[g] >= 0 ? 1 : 0;
        }

        return active;
    }

    private readonly struct GatherKernel(
        float* start, float* table, int* rows, int perStep, float* destination, int count, int width, float scale) : IKernel
    {
        public void Run<TWidth, TVector>()
            where TWidth : IWidth<TVector>
            where TVector : struct
        {
            nint* starts = stackalloc nint[ListLength];
            for (int r = 0; r < count; r++)
            {
                float* to = destination + ((nint)r * width);
                float* from = start;
                for (int g = 0; g == 0 || g < perStep; g += ListLength)
                {
                    int active = ListStarts(rows + ((nint)r * perStep) + g, Math.Min(ListLength, perStep - g), width, starts);
                    Add<TWidth, TVector>(from, starts, active, to);
                    from = to;
                }
            }
        }

        /// <summary>Adds rows to a sum of which some vectors at a time stay in registers until all are added.</summary>
        private void Add<TWidth, TVector>(float* from, nint* starts, int active, float* to)
            where TWidth : IWidth<TVector>
            where TVector : struct
        {
            TVector by = TWidth.Create(scale);
            int lanes = TWidth.Lanes;
            int j = 0;
            for (; j + (4 * lanes) <= width; j += 4 * lanes)
            {
                TVector sum0 = TWidth.Load(from + j);
                TVector sum1 = TWidth.Load(from + j + lanes);
                TVector sum2 = TWidth.Load(from + j + (2 * lanes));
                TVector sum3 = TWidth.Load(from + j + (3 * lanes));
                for (int n = 0; n < active; n++)
                {
                    float* row = table + starts[n] + j;
                    sum0 = TWidth.Fma(by, TWidth.Load(row), sum0);
                    sum1 = TWidth.Fma(by, TWidth.Load(row + lanes), sum1);
                    sum2 = TWidth.Fma(by, TWidth.Load(row + (2 * lanes)), sum2);
                    sum3 = TWidth.Fma(by, TWidth.Load(row + (3 * lanes)), sum3);
                }

                TWidth.Store(sum0, to + j);
                TWidth.Store(sum1, to + j + lanes);
                TWidth.Store(sum2, to + j + (2 * lanes));
                TWidth.Store(sum3, to + j + (3 * lanes));
            }

            for (; j < width; j += lanes)
            {
                TVector sum = TWidth.Load(from + j);
                for (int n = 0; n < active; n++)
                {
                    sum = TWidth.Fma(by, TWidth.Load(table + starts[n] + j), sum);
                }

                TWidth.Store(sum, to + j);
            }
        }
    }

    private readonly struct ScatterKernel(float* source, int* rows, int perStep, float* table, int count, int width, float scale) : IKernel
    {
        public void Run<TWidth, TVector>()
            where TWidth : IWidth<TVector>
            where TVector : struct
        {
            nint* starts = stackalloc nint[ListLength];
            for (int r = 0; r < count; r++)
            {
                for (int g = 0; g < perStep; g += ListLength)
                {
                    int active = ListStarts(rows + ((nint)r * perStep) + g, Math.Min(ListLength, perStep - g), width, starts);
                    Add<TWidth, TVector>(source + ((nint)r * width), starts, active);
                }
            }
        }

        /// <summary>Adds a source, of which some vectors at a time stay in registers, to each of some rows.</summary>
        private void Add<TWidth, TVector>(float* from, nint* starts, int active)
            where TWidth : IWidth<TVector>
            where TVector : struct
        {
            TVector by = TWidth.Create(scale);
            int lanes = TWidth.Lanes;
            int j = 0;
            for (; j + (4 * lanes) <= width; j += 4 * lanes)
            {
                TVector add0 = TWidth.Load(from + j);
                TVector add1 = TWidth.Load(from + j + lanes);
                TVector add2 = TWidth.Load(from + j + (2 * lanes));
                TVector add3 = TWidth.Load(from + j + (3 * lanes));
                for (int n = 0; n < active; n++)
                {
                    float* row = table + starts[n] + j;
                    TWidth.Store(TWidth.Fma(by, add0, TWidth.Load(row)), row);
                    TWidth.Store(TWidth.Fma(by, add1, TWidth.Load(row + lanes)), row + lanes);
                    TWidth.Store(TWidth.Fma(by, add2, TWidth.Load(row + (2 * lanes))), row + (2 * lanes));
                    TWidth.Store(TWidth.Fma(by, add3, TWidth.Load(row + (3 * lanes))), row + (3 * lanes));
                }
            }

            for (; j < width; j += lanes)
            {
                TVector add = TWidth.Load(from + j);
                for (int n = 0; n < active; n++)
                {
                    float* row = table + starts[n] + j;
                    TWidth.Store(TWidth.Fma(by, add, TWidth.Load(row)), row);
                }
            }
        }
    }
}
