using Tunesmith.Compute;

namespace Tunesmith.Tests.Compute;

/// <summary>Sums of buffers.</summary>
public sealed class SumsTests
{
    public static TheoryData<int> Widths => Numbers.Widths;

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_sum_is_its_scalar_formula(int bits)
    {
        for (int length = 0; length <= 128; length += 32)
        {
            float[] source = Numbers.Floats(1, length);
            float[] found = Numbers.Floats(2, length);
            float[] expected = [.. found.Zip(source, (sum, value) => sum + value)];
            Sums.Add(source, found, bits);
            Numbers.SameBits(expected, found, "sum");
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_sum_of_squares_is_32_chains_added_in_double(int bits)
    {
        for (int length = 0; length <= 160; length += 32)
        {
            float[] values = Numbers.Floats(1, length);
            float[] chains = new float[32];
            for (int j = 0; j < length; j++)
            {
                chains[j % 32] = float.FusedMultiplyAdd(values[j], values[j], chains[j % 32]);
            }

            double expected = 0;
            foreach (float chain in chains)
            {
                expected += chain;
            }

            Assert.Equal(expected, Sums.OfSquares(values, bits));
            Assert.Equal(values.Sum(value => (double)value * value), expected, tolerance: 1e-5);
        }
    }

    [Fact]
    public void Buffers_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Sums.Add(new float[32], new float[64], VectorWidth.Bits));
        Assert.Throws<ArgumentException>(() => Sums.Add(new float[31], new float[31], VectorWidth.Bits));
        Assert.Throws<ArgumentException>(() => Sums.OfSquares(new float[31], VectorWidth.Bits));
    }
}
