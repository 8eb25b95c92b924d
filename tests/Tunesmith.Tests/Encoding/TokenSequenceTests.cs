using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Tests.Encoding;

public sealed class TokenSequenceTests
{
    private static readonly BarPosition[] Two = [new(0, 4), new(1, 4)];

    [Fact]
    public void A_song_knows_how_it_was_heard()
    {
        Melody melody = Melody.FromSoundingPitches([60, 60, -1, 62]);
        Assert.All(
            (MelodyEncoding[])[Encodings.Lab, Encodings.Melody(), Encodings.Melody(MelodyVoice.Parse("track:2"))],
            encoding => Assert.Same(encoding, encoding.Encode(melody).Encoding));
        Assert.Equal("lab (grid 4)", Encodings.Lab.ToString());
        Assert.Equal("melody (voice track:2, grid 12)", Encodings.Melody(MelodyVoice.Parse("track:2"), 12).ToString());
    }

    [Fact]
    public void It_is_printed_with_its_title_and_encoding()
    {
        Assert.Equal("a walk: 2 steps, lab (grid 4)", new TokenSequence(Encodings.Lab, [0, 78], Two, "a walk").ToString());
        Assert.Equal("1 step, lab (grid 4)", new TokenSequence(Encodings.Lab, [0], [new BarPosition(0, 4)]).ToString());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(79)]
    public void Tokens_that_the_encoding_does_not_have_are_refused(int token)
    {
        ArgumentOutOfRangeException error =
            Assert.Throws<ArgumentOutOfRangeException>(() => new TokenSequence(Encodings.Lab, [0, token], Two));
        Assert.StartsWith(
            "Expected tokens of lab (grid 4), 0 to 78, found another at step 1.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_a_position_for_each_token() =>
        Assert.Throws<ArgumentException>(() => new TokenSequence(Encodings.Lab, [0], Two));
}
