using Tunesmith.Music;

namespace Tunesmith.Tests.Music;

public sealed class GeneralMidiTests
{
    [Theory]
    [InlineData(0, "grand piano")]
    [InlineData(40, "violin")]
    [InlineData(127, "gunshot")]
    public void A_program_has_its_name(int program, string name) => Assert.Equal(name, GeneralMidi.InstrumentName(program));

    [Theory]
    [InlineData(26, "drum 26")]
    [InlineData(27, "high Q")]
    [InlineData(35, "bass drum 2")]
    [InlineData(38, "snare 1")]
    [InlineData(42, "closed hi-hat")]
    [InlineData(49, "crash 1")]
    [InlineData(60, "high bongo")]
    [InlineData(75, "claves")]
    [InlineData(81, "open triangle")]
    [InlineData(87, "open surdo")]
    [InlineData(88, "drum 88")]
    public void A_drum_has_its_name(int key, string name) => Assert.Equal(name, GeneralMidi.DrumName(new Pitch(key)));

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
