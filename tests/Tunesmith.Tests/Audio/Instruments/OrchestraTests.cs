using Tunesmith.Audio.Instruments;

namespace Tunesmith.Tests.Audio.Instruments;

/// <summary>Every instrument and drum, by what numbers say of a sound.</summary>
public sealed class OrchestraTests
{
    private static readonly int[] SlowPrograms = [119, 122, 126]; // a cymbal backwards, the sea, applause

    private static readonly Lazy<MiddleC[]> MiddleCs = new(() => [.. Enumerable.Range(0, 128).Select(MiddleC.Of)]);

    [Fact]
    public void Every_program_gives_sound_in_every_register()
    {
        for (int program = 0; program < 128; program++)
        {
            foreach (int key in (int[])[0, 24, 60, 96, 127])
            {
                (float[] left, float[] right) = Sounds.Play(Sounds.One(key, seconds: 0.3, program: program));
                Assert.True(left.All(float.IsFinite) && right.All(float.IsFinite), $"program {program}, key {key}");
                double rms = Sounds.Rms(left, 0, 0.4) + Sounds.Rms(right, 0, 0.4);
                Assert.True(rms > 1e-4, $"program {program}, key {key}: {rms}");
                Assert.True(left.Max(Math.Abs) < 1 && right.Max(Math.Abs) < 1, $"program {program}, key {key} is too loud");
            }
        }
    }

    [Fact]
    public void Every_drum_gives_sound()
    {
        for (int key = 0; key < 128; key++)
        {
            (float[] left, float[] right) = Sounds.Play(Sounds.One(key, seconds: 0.1, channel: 9));
            Assert.True(left.All(float.IsFinite) && right.All(float.IsFinite), $"key {key}");
            Assert.True(Sounds.Rms(left, 0, 0.1) > 1e-4, $"key {key}");
        }
    }

    [Fact]
    public void No_program_has_a_constant_part()
    {
        for (int program = 0; program < 128; program++)
        {
            (double mean, double rms, _) = MiddleCs.Value[program];
            Assert.True(mean < 0.04 * rms, $"program {program}: {mean}");
        }
    }

    [Fact]
    public void Notes_are_heard_soon_after_they_begin()
    {
        for (int program = 0; program < 128; program++)
        {
            bool isStruck = program is < 16 or (>= 24 and <= 28) or (>= 32 and <= 37) or 45 or 46 or (>= 104 and <= 108);
            int onset = MiddleCs.Value[program].Onset;
            double limit = SlowPrograms.Contains(program) ? 0.3 : isStruck ? 0.005 : 0.03;
            Assert.True(onset <= limit * Sounds.Rate, $"program {program}: {1000.0 * onset / Sounds.Rate:0.0} ms");
        }
    }

    [Fact]
    public void Harder_is_louder_and_brighter_on_a_piano()
    {
        float[] soft = Sounds.PlayMono(Sounds.One(60, velocity: 30));
        float[] hard = Sounds.PlayMono(Sounds.One(60, velocity: 120));
        Assert.InRange(Sounds.Difference(Sounds.Rms(hard, 0, 0.5), Sounds.Rms(soft, 0, 0.5)), 12, 30);
        Assert.True(Colour(hard) > 1.5 * Colour(soft), $"{Colour(hard)}, {Colour(soft)}");

        static double Colour(float[] samples) =>
            Sounds.Strength(samples, 6 * Sounds.Frequency(60), 0, 0.3) / Sounds.Strength(samples, Sounds.Frequency(60), 0, 0.3);
    }

    [Theory]
    [InlineData(33, 10, 40)]
    [InlineData(69, 5, 10)]
    [InlineData(96, 0.5, 3)]
    public void A_string_of_the_piano_sounds_as_long_as_its_register_does(int key, double shortest, double longest)
    {
        float[] samples = Sounds.PlayMono(Sounds.One(key, seconds: 12, velocity: 90));
        double start = Sounds.Rms(samples, 0.02, 0.1);
        double window = key < 90 ? 4 : 0.4; // the slope of the first part, from 0.1 s on
        double fall = Sounds.Difference(start, Sounds.Rms(samples, window, 0.1));
        Assert.InRange(60 * window / fall, shortest, longest);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(24)]
    [InlineData(40)]
    [InlineData(73)]
    public void A_note_that_is_let_go_is_gone_within_a_fifth_of_a_second(int program)
    {
        float[] samples = Sounds.PlayMono(Sounds.One(64, seconds: 1, program: program));
        double held = Sounds.Rms(samples, 0.9, 0.1);
        Assert.InRange(Sounds.Difference(Sounds.Rms(samples, 1.03, 0.01), held), -40, 0);
        Assert.True(Sounds.Difference(Sounds.Rms(samples, 1.2, 0.02) + 1e-9, held) < -40);
    }

    [Fact]
    public void An_open_hat_is_choked_by_a_closed_one()
    {
        float[] open = Sounds.PlayMono(Sounds.Song([Sounds.Hold(0, 0.1, 46, channel: 9)]));
        float[] choked = Sounds.PlayMono(Sounds.Song([Sounds.Hold(0, 0.1, 46, channel: 9), Sounds.Hold(0.2, 0.1, 42, 1, channel: 9)]));
        Assert.True(Sounds.Difference(Sounds.Rms(choked, 0.3, 0.1), Sounds.Rms(open, 0.3, 0.1)) < -20);
    }

    [Fact]
    public void Nothing_sounds_above_what_the_rate_can_hold()
    {
        // A saw of 4 kHz has its fifth harmonic at 21 kHz; the sixth would come back at 19 kHz.
        foreach (int program in (int[])[0, 9, 81, 56])
        {
            float[] samples = Sounds.PlayMono(Sounds.One(108, program: program));
            double f = Sounds.Frequency(108);
            double tone = Sounds.Strength(samples, f, 0.1, 0.3);
            double folded = Sounds.Strength(samples, Sounds.Rate - (6 * f), 0.1, 0.3);
            Assert.True(folded < 1e-3 * tone, $"program {program}: {folded / tone}");
        }
    }

    [Fact]
    public void Each_program_belongs_to_one_instrument()
    {
        for (int program = 0; program < 128; program++)
        {
            Assert.Contains(program, Orchestra.Of(program).Programs);
        }
    }

    /// <summary>What is measured of a second of middle C.</summary>
    /// <param name="Mean">How far the mean of all samples is from 0.</param>
    /// <param name="Rms">The root of the mean square while it is held.</param>
    /// <param name="Onset">The sample at which it is first heard, against the loudest of half a second.</param>
    private readonly record struct MiddleC(double Mean, double Rms, int Onset)
    {
        public static MiddleC Of(int program)
        {
            float[] samples = Sounds.PlayMono(Sounds.One(60, program: program));
            return new(Math.Abs(samples.Average()), Sounds.Rms(samples, 0, 1), Sounds.Onset(samples[..(Sounds.Rate / 2)]));
        }
    }
}
