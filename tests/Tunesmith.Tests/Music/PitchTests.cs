using CsCheck;
using Tunesmith.Music;

namespace Tunesmith.Tests.Music;

public sealed class PitchTests
{
    [Theory]
    [InlineData(0, "C-1", -1, 0)]
    [InlineData(60, "C4", 4, 0)]
    [InlineData(61, "C#4", 4, 1)]
    [InlineData(69, "A4", 4, 9)]
    [InlineData(127, "G9", 9, 7)]
    public void A_pitch_has_a_name_an_octave_and_a_class(int number, string name, int octave, int pitchClass)
    {
        Pitch pitch = new(number);
        Assert.Equal((name, octave, pitchClass), (pitch.ToString(), pitch.Octave, pitch.Class));
    }

    [Fact]
    public void Every_pitch_is_found_by_its_name() =>
        Gen.Int[Pitch.LowestNumber, Pitch.HighestNumber].Sample(number =>
            Pitch.TryParse(new Pitch(number).ToString(), out Pitch pitch) && pitch.Number == number);

    [Theory]
    [InlineData("Bb5", 82)]
    [InlineData("Cb4", 59)]
    [InlineData("B#3", 60)]
    [InlineData("Ebb4", 62)]
    [InlineData("f##2", 43)]
    [InlineData("b3", 59)]
    public void A_name_may_have_sharps_and_flats(string name, int number)
    {
        Assert.True(Pitch.TryParse(name, out Pitch pitch));
        Assert.Equal(number, pitch.Number);
        Assert.Equal(pitch, Pitch.Parse(name));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("C")]
    [InlineData("H4")]
    [InlineData("4")]
    [InlineData("C 4")]
    [InlineData("C4x")]
    [InlineData("C-2")]
    [InlineData("C10")]
    [InlineData("G#9")]
    [InlineData("Cb-1")]
    public void What_names_no_pitch_is_refused(string? text)
    {
        Assert.False(Pitch.TryParse(text, out _));
        FormatException error = Assert.Throws<FormatException>(() => Pitch.Parse(text!));
        Assert.Equal($"Expected a pitch from C-1 to G9, such as C4, F#3 or Bb5, found \"{text}\".", error.Message);
    }

    [Fact]
    public void Numbers_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Pitch(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Pitch(128));
    }

    [Fact]
    public void The_lowest_and_the_highest_are_pitches()
    {
        Assert.Equal(("C-1", "G9"), (Pitch.Lowest.ToString(), Pitch.Highest.ToString()));
        Assert.Equal(PitchSet.All, PitchSet.Between(Pitch.Lowest, Pitch.Highest));
    }

    [Fact]
    public void Pitches_are_in_order_of_their_numbers()
    {
        Pitch low = new(59);
        Pitch high = new(60);
        Assert.True(low < high && low <= high && high > low && high >= low && low.CompareTo(high) < 0);
    }
}
