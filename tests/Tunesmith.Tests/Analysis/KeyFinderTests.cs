using Tunesmith.Analysis;
using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Tests.Analysis;

public sealed class KeyFinderTests
{
    [Theory]
    [InlineData("60 62 64 65 67 69 71 72", "C major")]
    [InlineData("69 71 72 74 76 74 72 71 69 69 69 69", "A minor")]
    [InlineData("67 67 71 74 74 72 71 69 67 66 67", "G major")]
    public void The_key_is_found_by_what_sounds_and_how_long(string pitches, string key) =>
        Assert.Equal(key, KeyFinder.Find(Melody.FromSoundingPitches([.. pitches.Split(' ').Select(int.Parse)])).ToString());

    [Fact]
    public void A_melody_higher_by_some_semitones_has_a_key_higher_by_as_many()
    {
        Melody song = Encodings.Melody().Hear(SongFile.Load("songbook:arirang").Score);
        Key key = KeyFinder.Find(song);
        for (int up = 1; up < 12; up++)
        {
            Melody higher = Melody.FromSoundingPitches([.. song.SoundingPitches().Select(pitch => pitch < 0 ? -1 : pitch + up)]);
            Assert.Equal(new Key((key.Tonic + up) % 12, key.Mode), KeyFinder.Find(higher));
        }
    }

    [Fact]
    public void Silence_is_in_C_major_and_one_note_in_its_own()
    {
        Assert.Equal("C major", KeyFinder.Find(Melody.FromSoundingPitches([-1, -1])).ToString());
        Assert.Equal(7, KeyFinder.Find(Melody.FromSoundingPitches([67])).Tonic);
    }
}
