using Tunesmith.Audio;

namespace Tunesmith.Tests.Audio;

/// <summary>Loudness by the signals that the standard and its companion (EBU Tech 3341) name.</summary>
public sealed class LoudnessMeterTests
{
    [Theory]
    [InlineData(8_000)]
    [InlineData(22_050)]
    [InlineData(44_100)]
    [InlineData(48_000)]
    [InlineData(96_000)]
    [InlineData(192_000)]
    public void A_sine_of_1_kHz_at_full_scale_in_one_channel_has_3_01_LUFS_below_0(int rate)
    {
        LoudnessMeter meter = new(rate);
        float[] sine = Sine(rate, 997, 0, 5);
        meter.Add(sine, new float[sine.Length]);
        Assert.Equal(-3.01, meter.Loudness, 0.05);
    }

    [Theory]
    [InlineData(-23)]
    [InlineData(-33)]
    public void A_sine_in_both_channels_has_its_level(double level)
    {
        LoudnessMeter meter = new(48_000);
        float[] sine = Sine(48_000, 1000, level, 20);
        meter.Add(sine, sine);
        Assert.Equal(level, meter.Loudness, 0.1);
    }

    [Fact]
    public void Soft_parts_and_pauses_are_left_out()
    {
        LoudnessMeter meter = new(48_000);
        foreach ((double level, double seconds) in ((double, double)[])[(-72, 10), (-36, 10), (-23, 60), (-36, 10), (-72, 10)])
        {
            float[] sine = Sine(48_000, 1000, level, seconds);
            meter.Add(sine, sine);
        }

        Assert.Equal(-23, meter.Loudness, 0.1);
    }

    [Fact]
    public void Low_and_high_frequencies_are_weighted()
    {
        Assert.InRange(Of(30), -10, -6); // 38 Hz is where the high pass begins
        Assert.InRange(Of(100), -2, -0.5);
        Assert.InRange(Of(8_000), 3, 4.2);

        static double Of(double frequency)
        {
            LoudnessMeter meter = new(48_000);
            float[] sine = Sine(48_000, frequency, 0, 3);
            meter.Add(sine, sine);
            return meter.Loudness;
        }
    }

    [Fact]
    public void Silence_has_no_loudness_and_a_short_sound_has_one()
    {
        LoudnessMeter meter = new(48_000);
        Assert.Equal(double.NegativeInfinity, meter.Loudness);
        meter.Add(new float[48_000], new float[48_000]);
        Assert.Equal(double.NegativeInfinity, meter.Loudness);
        meter = new LoudnessMeter(48_000);
        float[] sine = Sine(48_000, 1000, 0, 0.2);
        meter.Add(sine, sine);
        Assert.Equal(-3, meter.Loudness, 0.2); // half of a block
    }

    [Theory]
    [InlineData(7_999)]
    [InlineData(192_001)]
    public void Other_rates_are_refused(int rate) => Assert.Throws<ArgumentOutOfRangeException>(() => new LoudnessMeter(rate));

    private static float[] Sine(int rate, double frequency, double decibels, double seconds) =>
    [
        .. Enumerable.Range(0, (int)(seconds * rate))
            .Select(t => (float)(Math.Pow(10, decibels / 20) * Math.Sin(2 * Math.PI * frequency * t / rate))),
    ];
}
