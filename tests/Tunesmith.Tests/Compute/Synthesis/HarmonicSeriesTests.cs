using Tunesmith.Compute.Synthesis;

namespace Tunesmith.Tests.Compute.Synthesis;

/// <summary>Series of harmonics and the mixing of blocks, at every width and beside sums in double.</summary>
public sealed class HarmonicSeriesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(17)]
    [InlineData(64)]
    public void It_is_its_sum_of_sines_and_the_same_at_every_width(int harmonics)
    {
        float[] dull = Numbers.Floats(1, harmonics);
        float[] bright = Numbers.Floats(2, harmonics);
        SeriesMotion motion = new(0.3f, 0.0071f, 1.5e-6f, 0.2f, 0.01f);
        double[] exact = new double[SampleBlock.Length];
        for (int t = 0; t < exact.Length; t++)
        {
            double phase = motion.Phase + (motion.Step * (double)t) + (motion.Bend * (double)t * t);
            double mix = motion.Mix + (motion.MixStep * (double)t);
            for (int k = 1; k <= harmonics; k++)
            {
                exact[t] += (((1 - mix) * dull[k - 1]) + (mix * bright[k - 1])) * Math.Sin(2 * Math.PI * k * phase);
            }
        }

        float[] expected = Render(dull, bright, motion, 32);
        Numbers.Close(exact, expected, 1e-5 * (harmonics + 10), "sample");
        foreach (int bits in Numbers.AllBits)
        {
            Numbers.SameBits(expected, Render(dull, bright, motion, bits), $"{bits} bits");
        }
    }

    [Fact]
    public void Mixing_follows_three_gains_and_is_the_same_at_every_width()
    {
        float[] source = Numbers.Floats(3, SampleBlock.Length);
        GainRamp[] gains = [GainRamp.Between(0, 1, 64), GainRamp.Between(1, 0.5f, 64), GainRamp.Between(0.2f, 0.2f, 64)];
        foreach (int bits in Numbers.AllBits)
        {
            float[][] found = [Numbers.Floats(4, 64), Numbers.Floats(5, 64), Numbers.Floats(6, 64)];
            float[][] before = [.. found.Select(bus => bus.ToArray())];
            StereoMix.Add(source, found[0], found[1], found[2], gains[0], gains[1], gains[2], bits);
            for (int bus = 0; bus < 3; bus++)
            {
                float[] expected =
                [
                    .. source.Select((sample, t) =>
                        float.FusedMultiplyAdd(float.FusedMultiplyAdd(gains[bus].Step, t, gains[bus].From), sample, before[bus][t])),
                ];
                Numbers.SameBits(expected, found[bus], $"bus {bus}, {bits} bits");
            }
        }
    }

    private static float[] Render(float[] dull, float[] bright, SeriesMotion motion, int bits)
    {
        float[] samples = new float[SampleBlock.Length];
        HarmonicSeries.Render(dull, bright, motion, samples, bits);
        return samples;
    }
}
