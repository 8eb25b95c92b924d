using Tunesmith.Compute;
using Tunesmith.Compute.Synthesis;

namespace Tunesmith.Tests.Compute.Synthesis;

/// <summary>Decaying sines, at every width and beside the sines of the platform.</summary>
public sealed class PartialBankTests
{
    private static readonly int[] Lengths = [64, 1, 63, 7, 64, 32, 64, 64, 13, 64];

    [Fact]
    public void Every_width_gives_the_same_bits()
    {
        float[] expected = Play(Make(11), 32);
        foreach (int bits in Numbers.AllBits)
        {
            Numbers.SameBits(expected, Play(Make(11), bits), $"{bits} bits");
        }
    }

    [Fact]
    public void Each_partial_is_a_sine_that_dies_away()
    {
        float[] found = Play(Make(48), VectorWidth.Bits);
        double[] exact = new double[found.Length];
        for (int t = 0; t < exact.Length; t++)
        {
            for (int p = 0; p < 48; p++)
            {
                exact[t] += Amplitude(p) * Math.Pow(Decay(p), t) * Math.Sin(2 * Math.PI * ((Frequency(p) * t) + Phase(p)));
            }
        }

        Numbers.Close(exact, found, 2e-5, "sample");
    }

    [Fact]
    public void A_partial_that_is_tuned_anew_goes_on_where_it_stands()
    {
        PartialBank bank = new();
        bank.Add(0.01, 1, 1, 0.1);
        float[] samples = new float[SampleBlock.Length];
        bank.Render(samples, 64, VectorWidth.Bits);
        bank.Tune(0, 0.02, 1);
        bank.Render(samples, 64, VectorWidth.Bits);
        Assert.Equal(Math.Sin(2 * Math.PI * (0.1 + (64 * 0.01))), samples[0], 1e-5);
        Assert.Equal(Math.Sin(2 * Math.PI * (0.1 + (64 * 0.01) + (10 * 0.02))), samples[10], 1e-5);
    }

    [Fact]
    public void The_power_of_a_partial_falls_as_it_should()
    {
        PartialBank bank = new();
        bank.Add(0.1, Math.Pow(0.001, 1 / 6400.0), 1, 0);
        for (int block = 0; block < 100; block++)
        {
            bank.Render(new float[SampleBlock.Length], 64, VectorWidth.Bits);
        }

        Assert.Equal(1e-6, bank.PowerOf(0), 1e-9);
    }

    private static double Frequency(int p) => (p + 1) * 0.0093;

    private static double Decay(int p) => 1 - (p * 1e-4);

    private static double Amplitude(int p) => 1.0 / (p + 1);

    private static double Phase(int p) => p * 0.3;

    private static PartialBank Make(int count)
    {
        PartialBank bank = new();
        for (int p = 0; p < count; p++)
        {
            bank.Add(Frequency(p), Decay(p), Amplitude(p), Phase(p));
        }

        return bank;
    }

    private static float[] Play(PartialBank bank, int bits)
    {
        List<float> all = [];
        float[] samples = new float[SampleBlock.Length];
        foreach (int length in Lengths)
        {
            bank.Render(samples, length, bits);
            all.AddRange(samples.Take(length));
        }

        return [.. all];
    }
}
