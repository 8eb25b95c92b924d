using CsCheck;
using Tunesmith.Music;

namespace Tunesmith.Tests.Music;

/// <summary>Melodies closed on a bar line, and moved up and down; meters and instruments by name.</summary>
public sealed class MelodyShapeTests
{
    [Theory]
    [InlineData("C4:4", "C4:4")]
    [InlineData("C4:4 D4", "C4:4 D4:4")]
    [InlineData("C4:5 R", "C4:5 R:3")]
    [InlineData("", "")]
    public void A_bar_that_is_begun_is_closed_by_what_sounds_last(string notes, string closed) =>
        Assert.Equal(closed, NoteText.Write(NoteText.Parse(notes).ToBarLine()));

    [Fact]
    public void What_is_moved_up_and_down_again_is_the_same() =>
        Gen.Select(Gen.Int[40, 80].Array[1, 20], Gen.Int[-40, 40]).Sample((pitches, semitones) =>
        {
            Melody melody = Melody.FromSoundingPitches(pitches);
            Melody moved = melody.Transpose(semitones);
            Assert.Equal(pitches.Select(pitch => pitch + semitones), moved.SoundingPitches());
            Assert.Equal(melody.Steps.ToArray(), moved.Transpose(-semitones).Steps.ToArray());
        });

    [Theory]
    [InlineData(68)]
    [InlineData(-61)]
    [InlineData(int.MaxValue)]
    public void A_melody_stays_among_the_pitches_that_there_are(int semitones) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NoteText.Parse("C4").Transpose(semitones));

    [Theory]
    [InlineData("6/8", 6, 8)]
    [InlineData("255/64", 255, 64)]
    public void A_meter_is_read(string text, int beats, int value)
    {
        Assert.True(Meter.TryParse(text, out Meter meter));
        Assert.Equal(new Meter(beats, value), meter);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("4")]
    [InlineData("0/4")]
    [InlineData("4/3")]
    [InlineData("4/128")]
    [InlineData("256/4")]
    [InlineData("3/4/4")]
    [InlineData("-3/4")]
    public void What_is_no_meter_is_not(string? text) => Assert.False(Meter.TryParse(text, out _));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("127", 127)]
    [InlineData("Violin", 40)]
    [InlineData("pan fl", 75)]
    [InlineData("banjo", 105)]
    public void An_instrument_is_found_by_number_or_name(string text, int program)
    {
        Assert.True(GeneralMidi.TryProgram(text, out int found, out _));
        Assert.Equal(program, found);
    }

    [Theory]
    [InlineData("128", 0)]
    [InlineData("-1", 0)]
    [InlineData("", 0)]
    [InlineData("kazoo", 0)]
    [InlineData("slap", 2)]
    public void An_instrument_that_is_none_or_several_is_not_taken(string text, int several)
    {
        Assert.False(GeneralMidi.TryProgram(text, out _, out IReadOnlyList<string> names));
        Assert.Equal(several, names.Count);
    }
}
