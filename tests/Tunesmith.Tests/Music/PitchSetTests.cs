using Tunesmith.Music;

namespace Tunesmith.Tests.Music;

public sealed class PitchSetTests
{
    [Theory]
    [InlineData("F", "F", 11)]
    [InlineData("C#4", "C#4", 1)]
    [InlineData("Bb", "A#", 10)]
    public void A_set_of_pitches_is_read_and_named(string text, string name, int count)
    {
        Assert.True(PitchSet.TryParse(text, out PitchSet set));
        Assert.Equal((name, count), (set.ToString(), set.Count));
        Assert.Equal(set, PitchSet.Parse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("H")]
    [InlineData("C44")]
    [InlineData("4")]
    [InlineData("C-")]
    public void What_names_no_pitch_is_no_set(string text)
    {
        Assert.False(PitchSet.TryParse(text, out _));
        FormatException error = Assert.Throws<FormatException>(() => PitchSet.Parse(text));
        Assert.EndsWith($"found \"{text}\".", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sets_join_and_part()
    {
        PitchSet low = PitchSet.Between(new Pitch(60), new Pitch(66));
        PitchSet high = PitchSet.Between(new Pitch(64), new Pitch(127));
        Assert.Equal([64, 65, 66], low.Intersect(high).Pitches.Select(pitch => pitch.Number));
        Assert.Equal([60, 61, 62, 63], low.Except(high).Pitches.Select(pitch => pitch.Number));
        Assert.Equal(68, low.Union(high).Count);
        Assert.Equal(low, PitchSet.Of(low.Pitches));
        Assert.True(default(PitchSet).IsEmpty);
    }
}
