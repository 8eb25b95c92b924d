using System.Runtime.CompilerServices;

namespace Tunesmith.Compute;

/// <summary>
/// The innermost loops of the matrix product, unrolled by hand: a tile of C, some rows high and two vectors wide, stays in
/// registers while k runs over the depth. The only unrolled code of the project.
/// </summary>
/// <remarks>
/// Every element is one chain of fused multiply-adds that starts from what C holds, with k ascending; lanes run along columns. So
/// the result does not depend on the width, nor on how rows are cut into tiles.
/// </remarks>
internal static unsafe class ProductTile<TWidth, TVector>
    where TWidth : IWidth<TVector>
    where TVector : struct
{
    /// <summary>How many columns a tile, and so a panel of a packed matrix, has.</summary>
    public static int Columns => 2 * TWidth.Lanes;

    /// <summary>Adds the product of some rows of A and a panel of B to a strip of C, as high as it may be.</summary>
    public static void Strip(TileArguments at, int rows)
    {
        while (rows > 0)
        {
            int height = NextHeight(rows);
            switch (height)
            {
                case 8:
                    Tile8(at);
                    break;
                case 6:
                    Tile6(at);
                    break;
                case 4:
                    Tile4(at);
                    break;
                case 2:
                    Tile2(at);
                    break;
                default:
                    Tile1(at);
                    break;
            }

            at.A += height * at.RowStride;
            at.C += height * at.CStride;
            rows -= height;
        }
    }

    /// <summary>
    /// One row and four panels: as many chains as it takes to keep the multipliers busy, for a single row has few of its own. The panels
    /// stand <paramref name="panelStride"/> floats apart, their columns side by side in C.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void RowOfFourPanels(in TileArguments at, nint panelStride)
    {
        float* a = at.A;
        float* c = at.C;
        float* b0 = at.B;
        float* b1 = at.B + panelStride;
        float* b2 = at.B + (2 * panelStride);
        float* b3 = at.B + (3 * panelStride);
        TVector s0 = TWidth.Load(c);
        TVector s1 = TWidth.Load(c + TWidth.Lanes);
        TVector s2 = TWidth.Load(c + (2 * TWidth.Lanes));
        TVector s3 = TWidth.Load(c + (3 * TWidth.Lanes));
        TVector s4 = TWidth.Load(c + (4 * TWidth.Lanes));
        TVector s5 = TWidth.Load(c + (5 * TWidth.Lanes));
        TVector s6 = TWidth.Load(c + (6 * TWidth.Lanes));
        TVector s7 = TWidth.Load(c + (7 * TWidth.Lanes));
        nint end = at.Depth * 2 * TWidth.Lanes;
        for (nint k = 0; k != end; k += 2 * TWidth.Lanes, a += at.DepthStride)
        {
            TVector x = TWidth.Create(*a);
            s0 = TWidth.Fma(x, TWidth.Load(b0 + k), s0);
            s1 = TWidth.Fma(x, TWidth.Load(b0 + k + TWidth.Lanes), s1);
            s2 = TWidth.Fma(x, TWidth.Load(b1 + k), s2);
            s3 = TWidth.Fma(x, TWidth.Load(b1 + k + TWidth.Lanes), s3);
            s4 = TWidth.Fma(x, TWidth.Load(b2 + k), s4);
            s5 = TWidth.Fma(x, TWidth.Load(b2 + k + TWidth.Lanes), s5);
            s6 = TWidth.Fma(x, TWidth.Load(b3 + k), s6);
            s7 = TWidth.Fma(x, TWidth.Load(b3 + k + TWidth.Lanes), s7);
        }

        TWidth.Store(s0, c);
        TWidth.Store(s1, c + TWidth.Lanes);
        TWidth.Store(s2, c + (2 * TWidth.Lanes));
        TWidth.Store(s3, c + (3 * TWidth.Lanes));
        TWidth.Store(s4, c + (4 * TWidth.Lanes));
        TWidth.Store(s5, c + (5 * TWidth.Lanes));
        TWidth.Store(s6, c + (6 * TWidth.Lanes));
        TWidth.Store(s7, c + (7 * TWidth.Lanes));
    }

    /// <summary>The height of the next tile; two tiles of four rather than one of six and a slow one of two.</summary>
    private static int NextHeight(int rows)
    {
        if (rows >= TWidth.TileRows && !(TWidth.TileRows == 6 && rows == 8))
        {
            return TWidth.TileRows;
        }

        return rows >= 4 ? 4 : rows >= 2 ? 2 : 1;
    }

    /// <summary>The tile of 8 rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile8(in TileArguments at)
    {
        float* b = at.B;
        float* bEnd = b + (at.Depth * 2 * TWidth.Lanes);
        nint aStep = at.DepthStride;
        nint k = 0;
        float* a0 = at.A;
        float* a1 = at.A + at.RowStride;
        float* a2 = at.A + (2 * at.RowStride);
        float* a3 = at.A + (3 * at.RowStride);
        float* a4 = at.A + (4 * at.RowStride);
        float* a5 = at.A + (5 * at.RowStride);
        float* a6 = at.A + (6 * at.RowStride);
        float* a7 = at.A + (7 * at.RowStride);
        float* c0 = at.C;
        float* c1 = at.C + at.CStride;
        float* c2 = at.C + (2 * at.CStride);
        float* c3 = at.C + (3 * at.CStride);
        float* c4 = at.C + (4 * at.CStride);
        float* c5 = at.C + (5 * at.CStride);
        float* c6 = at.C + (6 * at.CStride);
        float* c7 = at.C + (7 * at.CStride);
        TVector s00 = TWidth.Load(c0);
        TVector s01 = TWidth.Load(c0 + TWidth.Lanes);
        TVector s10 = TWidth.Load(c1);
        TVector s11 = TWidth.Load(c1 + TWidth.Lanes);
        TVector s20 = TWidth.Load(c2);
        TVector s21 = TWidth.Load(c2 + TWidth.Lanes);
        TVector s30 = TWidth.Load(c3);
        TVector s31 = TWidth.Load(c3 + TWidth.Lanes);
        TVector s40 = TWidth.Load(c4);
        TVector s41 = TWidth.Load(c4 + TWidth.Lanes);
        TVector s50 = TWidth.Load(c5);
        TVector s51 = TWidth.Load(c5 + TWidth.Lanes);
        TVector s60 = TWidth.Load(c6);
        TVector s61 = TWidth.Load(c6 + TWidth.Lanes);
        TVector s70 = TWidth.Load(c7);
        TVector s71 = TWidth.Load(c7 + TWidth.Lanes);
        for (; b != bEnd; b += 2 * TWidth.Lanes, k += aStep)
        {
            TVector b0 = TWidth.Load(b);
            TVector b1 = TWidth.Load(b + TWidth.Lanes);
            TVector a = TWidth.Create(a0[k]);
            s00 = TWidth.Fma(a, b0, s00);
            s01 = TWidth.Fma(a, b1, s01);
            a = TWidth.Create(a1[k]);
            s10 = TWidth.Fma(a, b0, s10);
            s11 = TWidth.Fma(a, b1, s11);
            a = TWidth.Create(a2[k]);
            s20 = TWidth.Fma(a, b0, s20);
            s21 = TWidth.Fma(a, b1, s21);
            a = TWidth.Create(a3[k]);
            s30 = TWidth.Fma(a, b0, s30);
            s31 = TWidth.Fma(a, b1, s31);
            a = TWidth.Create(a4[k]);
            s40 = TWidth.Fma(a, b0, s40);
            s41 = TWidth.Fma(a, b1, s41);
            a = TWidth.Create(a5[k]);
            s50 = TWidth.Fma(a, b0, s50);
            s51 = TWidth.Fma(a, b1, s51);
            a = TWidth.Create(a6[k]);
            s60 = TWidth.Fma(a, b0, s60);
            s61 = TWidth.Fma(a, b1, s61);
            a = TWidth.Create(a7[k]);
            s70 = TWidth.Fma(a, b0, s70);
            s71 = TWidth.Fma(a, b1, s71);
        }

        TWidth.Store(s00, c0);
        TWidth.Store(s01, c0 + TWidth.Lanes);
        TWidth.Store(s10, c1);
        TWidth.Store(s11, c1 + TWidth.Lanes);
        TWidth.Store(s20, c2);
        TWidth.Store(s21, c2 + TWidth.Lanes);
        TWidth.Store(s30, c3);
        TWidth.Store(s31, c3 + TWidth.Lanes);
        TWidth.Store(s40, c4);
        TWidth.Store(s41, c4 + TWidth.Lanes);
        TWidth.Store(s50, c5);
        TWidth.Store(s51, c5 + TWidth.Lanes);
        TWidth.Store(s60, c6);
        TWidth.Store(s61, c6 + TWidth.Lanes);
        TWidth.Store(s70, c7);
        TWidth.Store(s71, c7 + TWidth.Lanes);
    }

    /// <summary>The tile of 6 rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile6(in TileArguments at)
    {
        float* b = at.B;
        float* bEnd = b + (at.Depth * 2 * TWidth.Lanes);
        nint aStep = at.DepthStride;
        nint k = 0;
        float* a0 = at.A;
        float* a1 = at.A + at.RowStride;
        float* a2 = at.A + (2 * at.RowStride);
        float* a3 = at.A + (3 * at.RowStride);
        float* a4 = at.A + (4 * at.RowStride);
        float* a5 = at.A + (5 * at.RowStride);
        float* c0 = at.C;
        float* c1 = at.C + at.CStride;
        float* c2 = at.C + (2 * at.CStride);
        float* c3 = at.C + (3 * at.CStride);
        float* c4 = at.C + (4 * at.CStride);
        float* c5 = at.C + (5 * at.CStride);
        TVector s00 = TWidth.Load(c0);
        TVector s01 = TWidth.Load(c0 + TWidth.Lanes);
        TVector s10 = TWidth.Load(c1);
        TVector s11 = TWidth.Load(c1 + TWidth.Lanes);
        TVector s20 = TWidth.Load(c2);
        TVector s21 = TWidth.Load(c2 + TWidth.Lanes);
        TVector s30 = TWidth.Load(c3);
        TVector s31 = TWidth.Load(c3 + TWidth.Lanes);
        TVector s40 = TWidth.Load(c4);
        TVector s41 = TWidth.Load(c4 + TWidth.Lanes);
        TVector s50 = TWidth.Load(c5);
        TVector s51 = TWidth.Load(c5 + TWidth.Lanes);
        for (; b != bEnd; b += 2 * TWidth.Lanes, k += aStep)
        {
            TVector b0 = TWidth.Load(b);
            TVector b1 = TWidth.Load(b + TWidth.Lanes);
            TVector a = TWidth.Create(a0[k]);
            s00 = TWidth.Fma(a, b0, s00);
            s01 = TWidth.Fma(a, b1, s01);
            a = TWidth.Create(a1[k]);
            s10 = TWidth.Fma(a, b0, s10);
            s11 = TWidth.Fma(a, b1, s11);
            a = TWidth.Create(a2[k]);
            s20 = TWidth.Fma(a, b0, s20);
            s21 = TWidth.Fma(a, b1, s21);
            a = TWidth.Create(a3[k]);
            s30 = TWidth.Fma(a, b0, s30);
            s31 = TWidth.Fma(a, b1, s31);
            a = TWidth.Create(a4[k]);
            s40 = TWidth.Fma(a, b0, s40);
            s41 = TWidth.Fma(a, b1, s41);
            a = TWidth.Create(a5[k]);
            s50 = TWidth.Fma(a, b0, s50);
            s51 = TWidth.Fma(a, b1, s51);
        }

        TWidth.Store(s00, c0);
        TWidth.Store(s01, c0 + TWidth.Lanes);
        TWidth.Store(s10, c1);
        TWidth.Store(s11, c1 + TWidth.Lanes);
        TWidth.Store(s20, c2);
        TWidth.Store(s21, c2 + TWidth.Lanes);
        TWidth.Store(s30, c3);
        TWidth.Store(s31, c3 + TWidth.Lanes);
        TWidth.Store(s40, c4);
        TWidth.Store(s41, c4 + TWidth.Lanes);
        TWidth.Store(s50, c5);
        TWidth.Store(s51, c5 + TWidth.Lanes);
    }

    /// <summary>The tile of 4 rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4(in TileArguments at)
    {
        float* b = at.B;
        float* bEnd = b + (at.Depth * 2 * TWidth.Lanes);
        nint aStep = at.DepthStride;
        nint k = 0;
        float* a0 = at.A;
        float* a1 = at.A + at.RowStride;
        float* a2 = at.A + (2 * at.RowStride);
        float* a3 = at.A + (3 * at.RowStride);
        float* c0 = at.C;
        float* c1 = at.C + at.CStride;
        float* c2 = at.C + (2 * at.CStride);
        float* c3 = at.C + (3 * at.CStride);
        TVector s00 = TWidth.Load(c0);
        TVector s01 = TWidth.Load(c0 + TWidth.Lanes);
        TVector s10 = TWidth.Load(c1);
        TVector s11 = TWidth.Load(c1 + TWidth.Lanes);
        TVector s20 = TWidth.Load(c2);
        TVector s21 = TWidth.Load(c2 + TWidth.Lanes);
        TVector s30 = TWidth.Load(c3);
        TVector s31 = TWidth.Load(c3 + TWidth.Lanes);
        for (; b != bEnd; b += 2 * TWidth.Lanes, k += aStep)
        {
            TVector b0 = TWidth.Load(b);
            TVector b1 = TWidth.Load(b + TWidth.Lanes);
            TVector a = TWidth.Create(a0[k]);
            s00 = TWidth.Fma(a, b0, s00);
            s01 = TWidth.Fma(a, b1, s01);
            a = TWidth.Create(a1[k]);
            s10 = TWidth.Fma(a, b0, s10);
            s11 = TWidth.Fma(a, b1, s11);
            a = TWidth.Create(a2[k]);
            s20 = TWidth.Fma(a, b0, s20);
            s21 = TWidth.Fma(a, b1, s21);
            a = TWidth.Create(a3[k]);
            s30 = TWidth.Fma(a, b0, s30);
            s31 = TWidth.Fma(a, b1, s31);
        }

        TWidth.Store(s00, c0);
        TWidth.Store(s01, c0 + TWidth.Lanes);
        TWidth.Store(s10, c1);
        TWidth.Store(s11, c1 + TWidth.Lanes);
        TWidth.Store(s20, c2);
        TWidth.Store(s21, c2 + TWidth.Lanes);
        TWidth.Store(s30, c3);
        TWidth.Store(s31, c3 + TWidth.Lanes);
    }

    /// <summary>The tile of 2 rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile2(in TileArguments at)
    {
        float* b = at.B;
        float* bEnd = b + (at.Depth * 2 * TWidth.Lanes);
        nint aStep = at.DepthStride;
        nint k = 0;
        float* a0 = at.A;
        float* a1 = at.A + at.RowStride;
        float* c0 = at.C;
        float* c1 = at.C + at.CStride;
        TVector s00 = TWidth.Load(c0);
        TVector s01 = TWidth.Load(c0 + TWidth.Lanes);
        TVector s10 = TWidth.Load(c1);
        TVector s11 = TWidth.Load(c1 + TWidth.Lanes);
        for (; b != bEnd; b += 2 * TWidth.Lanes, k += aStep)
        {
            TVector b0 = TWidth.Load(b);
            TVector b1 = TWidth.Load(b + TWidth.Lanes);
            TVector a = TWidth.Create(a0[k]);
            s00 = TWidth.Fma(a, b0, s00);
            s01 = TWidth.Fma(a, b1, s01);
            a = TWidth.Create(a1[k]);
            s10 = TWidth.Fma(a, b0, s10);
            s11 = TWidth.Fma(a, b1, s11);
        }

        TWidth.Store(s00, c0);
        TWidth.Store(s01, c0 + TWidth.Lanes);
        TWidth.Store(s10, c1);
        TWidth.Store(s11, c1 + TWidth.Lanes);
    }

    /// <summary>The tile of one row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1(in TileArguments at)
    {
        float* b = at.B;
        float* bEnd = b + (at.Depth * 2 * TWidth.Lanes);
        nint aStep = at.DepthStride;
        nint k = 0;
        float* a0 = at.A;
        float* c0 = at.C;
        TVector s00 = TWidth.Load(c0);
        TVector s01 = TWidth.Load(c0 + TWidth.Lanes);
        for (; b != bEnd; b += 2 * TWidth.Lanes, k += aStep)
        {
            TVector b0 = TWidth.Load(b);
            TVector b1 = TWidth.Load(b + TWidth.Lanes);
            TVector a = TWidth.Create(a0[k]);
            s00 = TWidth.Fma(a, b0, s00);
            s01 = TWidth.Fma(a, b1, s01);
        }

        TWidth.Store(s00, c0);
        TWidth.Store(s01, c0 + TWidth.Lanes);
    }
}
