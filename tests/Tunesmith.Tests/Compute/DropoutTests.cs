using Tunesmith.Compute;

namespace Tunesmith.Tests.Compute;

/// <summary>Masks of dropout: their definition, their share, and what they depend on.</summary>
public sealed class DropoutTests
{
    [Fact]
    public void An_element_takes_16_bits_of_SplitMix_and_stays_where_they_reach_the_rate()
    {
        const ulong Seed = 5;
        ulong start = Seed;
        ulong state = unchecked(RandomSource.SplitMix(ref start) + (3 * 0xD1B54A32D192ED03));
        float[] source = Numbers.Floats(1, 64);
        float[] expected = new float[64];
        for (int j = 0; j < 64; j += 4)
        {
            ulong word = RandomSource.SplitMix(ref state);
            for (int n = 0; n < 4; n++)
            {
                expected[j + n] = source[j + n] * ((ushort)(word >> (16 * n)) < 16384 ? 0 : 65536f / 49152);
            }
        }

        float[] found = new float[64];
        Dropout.Apply(source, found, rate: 0.25f, Seed, part: 3);
        Numbers.SameBits(expected, found, "y");
        Dropout.Apply(source, source, rate: 0.25f, Seed, part: 3);
        Numbers.SameBits(expected, source, "y in place");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1f)]
    [InlineData(0.5f)]
    [InlineData(0.9f)]
    public void The_share_that_is_dropped_is_the_rate_and_the_mean_stays(float rate)
    {
        float[] mask = Mask(200_000, rate, seed: 1, part: 0);
        double error = Math.Sqrt(rate * (1 - rate) / mask.Length);
        Assert.InRange(mask.Count(value => value == 0) / (double)mask.Length, rate - (5 * error) - 1e-5, rate + (5 * error) + 1e-5);
        Assert.All(mask, value => Assert.True(value == 0 || Math.Abs(value - (1 / (1 - rate))) < 1e-3));
        Assert.Equal(1, mask.Average(), tolerance: 0.02);
    }

    [Fact]
    public void Seeds_and_parts_have_masks_of_their_own()
    {
        float[] mask = Mask(512, 0.5f, seed: 1, part: 0);
        Assert.Equal(mask, Mask(512, 0.5f, seed: 1, part: 0));
        Assert.NotEqual(mask, Mask(512, 0.5f, seed: 2, part: 0));
        Assert.NotEqual(mask, Mask(512, 0.5f, seed: 1, part: 1));
    }

    [Fact]
    public void Bad_rates_and_sizes_are_refused()
    {
        foreach (float rate in new[] { -0.1f, 1, 0.999999f, float.NaN })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => Mask(32, rate, seed: 1, part: 0));
        }

        Assert.Throws<ArgumentException>(() => Mask(30, 0.5f, seed: 1, part: 0));
        Assert.Throws<ArgumentException>(() => Dropout.Apply(new float[32], new float[64], 0.5f, seed: 1, part: 0));
    }

    private static float[] Mask(int length, float rate, ulong seed, int part)
    {
        float[] mask = new float[length];
        Array.Fill(mask, 1);
        Dropout.Apply(mask, mask, rate, seed, part);
        return mask;
    }
}
