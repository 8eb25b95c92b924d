using CsCheck;
using Tunesmith.Compute;

namespace Tunesmith.Tests.Compute;

/// <summary>Gathering and scattering rows against plain loops, bit for bit.</summary>
public sealed class RowTableTests
{
    private const int TableRows = 5;

    /// <summary>Row numbers of a few steps, several a step: absent, repeated in a step, repeated over steps.</summary>
    private static readonly Gen<(int PerStep, int[] Rows, int Width)> Cases =
        from perStep in Gen.Int[0, 4]
        from count in Gen.Int[0, 7]
        from rows in Gen.Int[-1, TableRows - 1].Array[perStep * count]
        from panels in Gen.Int[1, 3]
        select (perStep, rows, 32 * panels);

    [Fact]
    public void Gathering_adds_the_rows_of_a_step_to_the_start_in_order() =>
        Cases.Sample(
            (perStep, rows, width) =>
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
                            sum = row < 0 ? sum : sum + table[(row * width) + j];
                        }

                        expected[(r * width) + j] = sum;
                    }
                }

                foreach (int bits in Numbers.AllBits)
                {
                    float[] found = Numbers.Floats(3, count * width);
                    RowTable.Gather(start, table, rows, perStep, found, width, bits);
                    Numbers.SameBits(expected, found, $"gathered at {bits} bits");
                }
            },
            iter: 100);

    [Fact]
    public void Scattering_adds_each_step_to_its_rows_in_order() =>
        Cases.Sample(
            (perStep, rows, width) =>
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
                            expected[(row * width) + j] += source[(r * width) + j];
                        }
                    }
                }

                foreach (int bits in Numbers.AllBits)
                {
                    float[] found = Numbers.Floats(5, TableRows * width);
                    RowTable.ScatterAdd(source, rows, perStep, found, width, bits);
                    Numbers.SameBits(expected, found, $"scattered at {bits} bits");
                }
            },
            iter: 100);

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
