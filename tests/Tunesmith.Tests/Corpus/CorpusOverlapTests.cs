using Tunesmith.Corpus;
using Tunesmith.Music;
using Tunesmith.Tests.Training;

namespace Tunesmith.Tests.Corpus;

public sealed class CorpusOverlapTests
{
    [Fact]
    public void Titles_and_copies_that_stand_in_both_are_named()
    {
        SongCorpus first = Of(("Oak - One", TinySongs.Melody(0)), ("Pine", TinySongs.Melody(1)), ("Rowan", TinySongs.Melody(2)));
        SongCorpus second = Of(("oak - two", TinySongs.Melody(3)), ("Copy of Pine", TinySongs.Melody(1)), ("Sorb", TinySongs.Melody(4)));
        Assert.Equal(["copy of pine", "oak"], CorpusOverlap.Of(first, second).Titles);
    }

    [Fact]
    public void A_transposed_song_of_another_title_is_a_twin()
    {
        int[] tune = [.. Enumerable.Range(0, 60).Select(step => 60 + ((step * step * 7) % 11))];
        SongCorpus first = Of(("A", TinySongs.Melody(1)), ("B", Melody.FromSoundingPitches(tune)));
        SongCorpus second = Of(("C", Melody.FromSoundingPitches([.. tune.Select(pitch => pitch + 3)])));
        CorpusOverlap overlap = CorpusOverlap.Of(first, second);
        SongTwin twin = Assert.Single(overlap.Twins);
        Assert.Equal((1, 0, 3), (twin.First, twin.Second, twin.Semitones));
        Assert.Empty(overlap.Titles);
    }

    private static SongCorpus Of(params (string Name, Melody Melody)[] songs) =>
        new("songs", new CorpusOptions(), songs.Select(song => new CorpusFile { Path = $"{song.Name}.mid", Melody = song.Melody }));
}
