using CsCheck;
using Tunesmith.Compute;

namespace Tunesmith.Tests.Compute;

/// <summary>Packing, as it stands and transposed.</summary>
public sealed class PackedMatrixTests
{
    [Fact]
    public void Panels_hold_the_matrix_and_zeros_beyond_its_columns() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[1, 100], Gen.Int[0, 5]).Sample(
            (depth, columns, extra) =>
            {
                int stride = columns + extra;
                float[] source = Numbers.Floats(1, depth * stride);
                foreach (int bits in Numbers.AllBits)
                {
                    PackedMatrix packed = new(depth, columns, bits);
                    packed.Pack(source, columns, depthStride: stride, columnStride: 1);
                    Check(packed, columns, (k, j) => source[(k * stride) + j]);
                }
            },
            iter: 50);

    [Fact]
    public void Packing_transposed_swaps_rows_and_columns() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[1, 100], Gen.Int[0, 5]).Sample(
            (depth, columns, extra) =>
            {
                int stride = depth + extra;
                float[] source = Numbers.Floats(2, columns * stride);
                foreach (int bits in Numbers.AllBits)
                {
                    PackedMatrix packed = new(depth, columns, bits);
                    packed.Pack(source, columns, depthStride: 1, columnStride: stride);
                    Check(packed, columns, (k, j) => source[(j * stride) + k]);
                }
            },
            iter: 50);

    [Fact]
    public void Packing_again_leaves_nothing_of_the_matrix_before()
    {
        PackedMatrix packed = new(depth: 3, columns: 40, bits: 256);
        packed.Pack(Numbers.Floats(3, 3 * 64), columns: 64, depthStride: 64, columnStride: 1);
        packed.Pack(new float[3 * 5], columns: 5, depthStride: 5, columnStride: 1);
        Check(packed, columns: 0, (_, _) => 0);
    }

    private static void Check(PackedMatrix packed, int columns, Func<int, int, float> element)
    {
        Assert.Equal(packed.Columns, packed.PanelCount * packed.PanelColumns);
        for (int j = 0; j < packed.Columns; j++)
        {
            int panelLength = packed.Depth * packed.PanelColumns;
            ReadOnlySpan<float> panel = packed.Panels.Slice(j / packed.PanelColumns * panelLength, panelLength);
            for (int k = 0; k < packed.Depth; k++)
            {
                Assert.Equal(j < columns ? element(k, j) : 0, panel[(k * packed.PanelColumns) + (j % packed.PanelColumns)]);
            }
        }
    }
}
