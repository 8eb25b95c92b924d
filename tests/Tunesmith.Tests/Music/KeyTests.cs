using Tunesmith.Music;

namespace Tunesmith.Tests.Music;

public sealed class KeyTests
{
    [Theory]
    [InlineData("D minor", 2, Mode.Minor, "D minor")]
    [InlineData("Dm", 2, Mode.Minor, "D minor")]
    [InlineData("D", 2, Mode.Major, "D major")]
    [InlineData("DM", 2, Mode.Major, "D major")]
    [InlineData("f# Major", 6, Mode.Major, "F# major")]
    [InlineData("Gb", 6, Mode.Major, "F# major")]
    [InlineData("A#", 10, Mode.Major, "Bb major")]
    [InlineData("Bb dorian", 10, Mode.Dorian, "Bb dorian")]
    [InlineData("b min", 11, Mode.Minor, "B minor")]
    [InlineData("Ebmin", 3, Mode.Minor, "D# minor")]
    [InlineData("Ab  aeolian", 8, Mode.Minor, "G# minor")]
    [InlineData("C ionian", 0, Mode.Major, "C major")]
    [InlineData("E harmonic  minor", 4, Mode.HarmonicMinor, "E harmonic minor")]
    [InlineData("Cb", 11, Mode.Major, "B major")]
    [InlineData("F locrian", 5, Mode.Locrian, "F locrian")]
    public void A_key_is_read_and_named(string text, int tonic, Mode mode, string name)
    {
        Key key = Key.Parse(text);
        Assert.Equal((tonic, mode, name), (key.Tonic, key.Mode, key.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("H major")]
    [InlineData("D minr")]
    [InlineData("D4 minor")]
    [InlineData("minor")]
    public void What_is_no_key_is_none(string? text) => Assert.False(Key.TryParse(text, out _));

    [Fact]
    public void Every_key_is_read_by_its_name_and_has_seven_notes_from_its_tonic()
    {
        foreach (Mode mode in Enum.GetValues<Mode>())
        {
            for (int tonic = 0; tonic < 12; tonic++)
            {
                Key key = new(tonic, mode);
                Assert.Equal(key, Key.Parse(key.ToString()));
                Assert.Equal(tonic, key.PitchClasses[0]);
                Assert.Equal(7, key.PitchClasses.Distinct().Count());
                Assert.DoesNotContain("##", key.ToString(), StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("C major", "0 2 4 5 7 9 11")]
    [InlineData("D minor", "2 4 5 7 9 10 0")]
    [InlineData("E phrygian", "4 5 7 9 11 0 2")]
    [InlineData("F lydian", "5 7 9 11 0 2 4")]
    [InlineData("B locrian", "11 0 2 4 5 7 9")]
    [InlineData("A harmonic minor", "9 11 0 2 4 5 8")]
    [InlineData("A melodic minor", "9 11 0 2 4 6 8")]
    public void A_scale_has_its_notes(string key, string classes) => Assert.Equal(classes, string.Join(' ', Key.Parse(key).PitchClasses));
}
