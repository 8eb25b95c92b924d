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
}
