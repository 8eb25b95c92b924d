using CsCheck;
using Tunesmith.Compute;

namespace Tunesmith.Tests.Compute;

/// <summary>Gathering and scattering rows against plain loops, bit for bit.</summary>
public sealed class RowTableTests
{
    private const int TableRows = 5;

    /// <summary>Row numbers of a few steps, several a step: absent, repeated in a step, repeated over steps.</summary>
    private static readonly Gen<(int PerStep, int[] Rows, int Width, float Scale)> Cases =
        from perStep in Gen.OneOf(Gen.Int[0, 4], Gen.Int[60, 140])
        from count in Gen.Int[0, 7]
        from rows in Gen.Int[-1, TableRows - 1].Array[perStep * count]
        from panels in Gen.Int[1, 9]
        from scale in Gen.Bool.Select(scaled => scaled ? 1.75f : 1)
        select (perStep, rows, 32 * panels, scale);

    [Fact]
    public void Gathering_adds_the_rows_of_a_step_to_the_start_in_order() =>
        Cases.Sample(
            (perStep, rows, width, scale) =>
            {
                int count = perStep == 0 ? 3 : rows.Length / perStep;
                float[] start = Numbers.Floats(1, width);
                float[] table = Numbers.Floats(2, TableRows * width);
                float[] expected = new float[count * width];
                for (int r = 0; r < count; r++)
                {
                    for (int j = 0; j < width; j++)
                    {
                        float sum = start[j];
                        foreach (int row in rows.AsSpan(r * perStep, perStep))
                        {
                            sum = row < 0 ? sum : float.FusedMultiplyAdd(scale, table[(row * width) + j], sum);
                        }

                        expected[(r * width) + j] = sum;
                    }
                }

                foreach (int bits in Numbers.AllBits)
                {
                    float[] found = Numbers.Floats(3, count * width);
                    RowTable.Gather(start, table, rows, perStep, found, width, bits, scale);
                    Numbers.SameBits(expected, found, $"gathered at {bits} bits");
                }
            },
            iter: 100);

    [Fact]
    public void Scattering_adds_each_step_to_its_rows_in_order() =>
        Cases.Sample(
            (perStep, rows, width, scale) =>
            {
                int count = perStep == 0 ? 3 : rows.Length / perStep;
                float[] source = Numbers.Floats(4, count * width);
                float[] expected = Numbers.Floats(5, TableRows * width);
                for (int r = 0; r < count; r++)
                {
                    foreach (int row in rows.AsSpan(r * perStep, perStep))
                    {
                        for (int j = 0; j < width && row >= 0; j++)
                        {
                            ref float sum = ref expected[(row * width) + j];
                            sum = float.FusedMultiplyAdd(scale, source[(r * width) + j], sum);
                        }
                    }
                }

                foreach (int bits in Numbers.AllBits)
                {
                    float[] found = Numbers.Floats(5, TableRows * width);
                    RowTable.ScatterAdd(source, rows, perStep, found, width, bits, scale);
                    Numbers.SameBits(expected, found, $"scattered at {bits} bits");
                }
            },
            iter: 100);

    [Fact]
    public void A_scale_of_1_adds_the_rows_as_they_are()
    {
        float[] table = Numbers.Floats(1, TableRows * 32);
        float[] start = Numbers.Floats(2, 32);
        float[] found = new float[32];
        RowTable.Gather(start, table, [2, 4], perStep: 2, found, width: 32, VectorWidth.Bits);
        Numbers.SameBits([.. Enumerable.Range(0, 32).Select(j => start[j] + table[64 + j] + table[128 + j])], found, "gathered");
    }

    [Fact]
    public void A_row_beyond_the_table_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            () => RowTable.Gather(new float[32], new float[64], [2], perStep: 1, new float[32], width: 32, VectorWidth.Bits));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => RowTable.ScatterAdd(new float[32], [2], perStep: 1, new float[64], width: 32, VectorWidth.Bits));
    }

    [Fact]
    public void Rows_that_do_not_fit_the_buffer_are_refused()
    {
        Assert.Throws<ArgumentException>(
            () => RowTable.Gather(new float[32], new float[64], [0, 1], perStep: 1, new float[32], width: 32, VectorWidth.Bits));
        Assert.Throws<ArgumentException>(
            () => RowTable.ScatterAdd(new float[33], [0], perStep: 1, new float[64], width: 33, VectorWidth.Bits));
    }
}
