using System.Runtime.CompilerServices;

namespace Tunesmith.Compute;

/// <summary>
/// Products of matrices of floats. Every element is one chain of fused multiply-adds with k ascending, starting from what the
/// destination holds: <c>c[i,j] = fma(a[i,K-1], b[K-1,j], ... fma(a[i,0], b[0,j], c[i,j]))</c>. The twins at the end of this file
/// say the same in three loops.
/// </summary>
internal static unsafe class MatrixProduct
{
    /// <summary>Terms summed at a time by the transposed product, so that what it works on stays in the nearest cache.</summary>
    private const int DepthChunk = 256;

    /// <summary>How many columns a panel of a packed matrix has at a width.</summary>
    public static int PanelColumns(int bits) => 2 * Math.Max(1, bits / 32);

    /// <summary><c>C += A B</c></summary>
    /// <param name="a">A: (rows, B's depth), rows <paramref name="aStride"/> floats apart.</param>
    /// <param name="aStride">Floats from a row of A to the next.</param>
    /// <param name="b">B, packed.</param>
    /// <param name="c">C: (rows, B's columns), rows <paramref name="cStride"/> floats apart; must not overlap A.</param>
    /// <param name="cStride">Floats from a row of C to the next; at least B's columns.</param>
    /// <param name="rows">How many rows A and C have.</param>
    public static void Accumulate(ReadOnlySpan<float> a, int aStride, PackedMatrix b, Span<float> c, int cStride, int rows)
    {
        if (rows == 0 || b.Depth == 0)
        {
            return;
        }

        Require(a.Length >= ((rows - 1) * aStride) + b.Depth, nameof(a));
        Require(c.Length >= ((rows - 1) * cStride) + b.Columns && cStride >= b.Columns, nameof(c));
        fixed (float* aPointer = a, cPointer = c)
        {
            VectorWidth.Run(new Kernel(aPointer, aStride, b, cPointer, cStride, rows), b.Bits);
        }
    }

    /// <summary><c>C += A^T B</c>: the sum over k of the outer products of rows k of A and of B.</summary>
    /// <param name="a">A: (depth, rows), rows <paramref name="aStride"/> floats apart.</param>
    /// <param name="aStride">Floats from a row of A to the next.</param>
    /// <param name="b">B: (depth, columns), rows <paramref name="bStride"/> floats apart.</param>
    /// <param name="bStride">Floats from a row of B to the next.</param>
    /// <param name="c">C: (rows, columns), rows <paramref name="cStride"/> floats apart; must not overlap A or B.</param>
    /// <param name="cStride">Floats from a row of C to the next.</param>
    /// <param name="rows">How many columns of A, and rows of C.</param>
    /// <param name="columns">How many columns of B and C; a multiple of 32.</param>
    /// <param name="depth">How many rows of A and of B.</param>
    /// <param name="bits">The vector width to use.</param>
    public static void AccumulateTransposed(
        ReadOnlySpan<float> a,
        int aStride,
        ReadOnlySpan<float> b,
        int bStride,
        Span<float> c,
        int cStride,
        int rows,
        int columns,
        int depth,
        int bits)
    {
        if (rows == 0 || depth == 0)
        {
            return;
        }

        Require(columns % VectorWidth.Alignment == 0, nameof(columns));
        Require(a.Length >= ((depth - 1) * aStride) + rows, nameof(a));
        Require(b.Length >= ((depth - 1) * bStride) + columns, nameof(b));
        Require(c.Length >= ((rows - 1) * cStride) + columns, nameof(c));
        fixed (float* aPointer = a, bPointer = b, cPointer = c)
        {
            VectorWidth.Run(new TransposedKernel(aPointer, aStride, bPointer, bStride, cPointer, cStride, rows, columns, depth), bits);
        }
    }

    /// <summary>What <see cref="Accumulate"/> computes, with B as it stands: (depth, columns).</summary>
    public static void AccumulateTwin(
        ReadOnlySpan<float> a,
        int aStride,
        ReadOnlySpan<float> b,
        int bStride,
        Span<float> c,
        int cStride,
        int rows,
        int columns,
        int depth)
    {
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                float sum = c[(i * cStride) + j];
                for (int k = 0; k < depth; k++)
                {
                    sum = float.FusedMultiplyAdd(a[(i * aStride) + k], b[(k * bStride) + j], sum);
                }

                c[(i * cStride) + j] = sum;
            }
        }
    }

    /// <summary>What <see cref="AccumulateTransposed"/> computes.</summary>
    public static void AccumulateTransposedTwin(
        ReadOnlySpan<float> a,
        int aStride,
        ReadOnlySpan<float> b,
        int bStride,
        Span<float> c,
        int cStride,
        int rows,
        int columns,
        int depth)
    {
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                float sum = c[(i * cStride) + j];
                for (int k = 0; k < depth; k++)
                {
                    sum = float.FusedMultiplyAdd(a[(k * aStride) + i], b[(k * bStride) + j], sum);
                }

                c[(i * cStride) + j] = sum;
            }
        }
    }

    private static void Require(bool holds, string parameter)
    {
        if (!holds)
        {
            throw new ArgumentException("The matrix does not fit its stated size.", parameter);
        }
    }

    private readonly struct Kernel(float* a, int aStride, PackedMatrix b, float* c, int cStride, int rows) : IKernel
    {
        public void Run<TWidth, TVector>()
            where TWidth : IWidth<TVector>
            where TVector : struct
        {
            fixed (float* panels = b.Panels)
            {
                nint panelStride = (nint)b.Depth * b.PanelColumns;
                TileArguments at = new() { A = a, RowStride = aStride, DepthStride = 1, CStride = cStride, Depth = b.Depth };
                int index = 0;
                if (rows == 1)
                {
                    for (; index + 4 <= b.PanelCount; index += 4)
                    {
                        at.B = panels + (index * panelStride);
                        at.C = c + (index * b.PanelColumns);
                        ProductTile<TWidth, TVector>.RowOfFourPanels(at, panelStride);
                    }
                }

                for (; index < b.PanelCount; index++)
                {
                    at.B = panels + (index * panelStride);
                    at.C = c + (index * b.PanelColumns);
                    ProductTile<TWidth, TVector>.Strip(at, rows);
                }
            }
        }
    }

    private readonly struct TransposedKernel(
        float* a, int aStride, float* b, int bStride, float* c, int cStride, int rows, int columns, int depth) : IKernel
    {
        [SkipLocalsInit]
        public void Run<TWidth, TVector>()
            where TWidth : IWidth<TVector>
            where TVector : struct
        {
            int width = ProductTile<TWidth, TVector>.Columns;
            float* space = stackalloc float[(DepthChunk * width) + 16];
            float* panel = (float*)(((nuint)space + 63) & ~(nuint)63);
            for (int start = 0; start < depth; start += DepthChunk)
            {
                int length = Math.Min(DepthChunk, depth - start);
                for (int column = 0; column < columns; column += width)
                {
                    for (int k = 0; k < length; k++)
                    {
                        float* from = b + ((nint)(start + k) * bStride) + column;
                        TWidth.Store(TWidth.Load(from), panel + (k * width));
                        TWidth.Store(TWidth.Load(from + TWidth.Lanes), panel + (k * width) + TWidth.Lanes);
                    }

                    TileArguments at = new()
                    {
                        A = a + ((nint)start * aStride),
                        B = panel,
                        C = c + column,
                        RowStride = 1,
                        DepthStride = aStride,
                        CStride = cStride,
                        Depth = length,
                    };
                    ProductTile<TWidth, TVector>.Strip(at, rows);
                }
            }
        }
    }
}
