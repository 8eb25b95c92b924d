namespace Tunesmith.Tests.Audio;

/// <summary>The pitch that is heard, by the spectrum.</summary>
public sealed class TuningTests
{
    /// <summary>One program of each family, but for those that are out of tune by nature or have no pitch.</summary>
    public static TheoryData<int> Programs =>
        [0, 4, 6, 9, 11, 12, 14, 16, 19, 22, 24, 25, 29, 33, 38, 40, 42, 46, 56, 60, 66, 71, 73, 80, 104, 114];

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_is_440_Hz_within_a_cent(int program) => Assert.InRange(CentsAt(program, 69), -1, 1);

    [Theory]
    [InlineData(0, 33)]
    [InlineData(0, 45)]
    [InlineData(0, 57)]
    [InlineData(0, 72)]
    [InlineData(0, 84)]
    [InlineData(24, 40)]
    [InlineData(33, 28)]
    [InlineData(16, 48)]
    [InlineData(40, 76)]
    [InlineData(73, 91)]
    public void Other_pitches_are_in_tune_too(int program, int key) => Assert.InRange(CentsAt(program, key), -1, 1);

    [Theory]
    [InlineData(48)]
    [InlineData(52)]
    [InlineData(61)]
    [InlineData(89)]
    public void The_middle_of_a_section_is_in_tune(int program) => Assert.InRange(CentsAt(program, 69), -2, 2);

    [Theory]
    [InlineData(31, 4)] // harmonics of a guitar
    [InlineData(113, 2)] // agogo
    public void Some_sound_octaves_above_their_key_as_in_sound_banks(int program, int times)
    {
        double frequency = times * Sounds.Frequency(69);
        float[] samples = Sounds.PlayMono(Sounds.One(69, seconds: 1, program: program));
        Assert.InRange(Sounds.CentsFrom(samples, frequency, 0.02, 0.9), -1, 1);
        Assert.True(Sounds.Strength(samples, frequency, 0.02, 0.5) > 20 * Sounds.Strength(samples, Sounds.Frequency(69), 0.02, 0.5));
    }

    [Fact]
    public void The_partials_of_a_piano_are_stretched_a_little()
    {
        float[] samples = Sounds.PlayMono(Sounds.One(57, seconds: 2));
        double cents = Sounds.CentsFrom(samples, 8 * Sounds.Frequency(57), 0.02, 1);
        Assert.InRange(cents, 3, 25);
    }

    private static double CentsAt(int program, int key)
    {
        float[] samples = Sounds.PlayMono(Sounds.One(key, seconds: 2.5, program: program));
        return Sounds.CentsFrom(samples, Sounds.Frequency(key), 0.05, 2.4);
    }
}
