using Tunesmith.Analysis.Originality;

namespace Tunesmith.Tests.Analysis.Originality;

/// <summary>What is copied into a song is found where it is, whatever was done to it; what is not copied is not found.</summary>
public sealed class PlantingTests
{
    private const int Songs = 60;
    private const int Notes = 120;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(5, 1)]
    [InlineData(-7, 2)]
    [InlineData(3, 0.5)]
    [InlineData(12, 1.5)]
    public void A_passage_is_found_at_its_bars(int semitones, double stretch)
    {
        for (int seed = 0; seed < 20; seed++)
        {
            Random random = new(seed);
            (int Pitch, int Steps)[][] corpus = Corpus(random);
            int from = random.Next(Songs);
            int first = random.Next(Notes - 30);
            int length = random.Next(10, 30);
            int before = random.Next(1, 40);
            (int Pitch, int Steps)[] planted = MadeSongs.Change(corpus[from][first..(first + length)], semitones, stretch);
            (int Pitch, int Steps)[] song =
                [.. MadeSongs.Different(random, before), .. planted, .. MadeSongs.Different(random, 25)];

            OriginalityReport report = MadeSongs.Index(MadeSongs.Songs(corpus)).Judge(MadeSongs.Melody(song));
            SharedPassage passage = report.Passages[0];
            Assert.Equal((from, semitones, stretch), (passage.Song, passage.Semitones, passage.Stretch));

            // A neighbour may agree by accident; then the passage is a note longer there.
            Assert.InRange(passage.FirstNote, before - 1, before);
            Assert.Equal(first - before, passage.OtherFirstNote - passage.FirstNote);
            Assert.InRange(passage.FirstNote + passage.Notes, before + length, before + length + 1);
            Assert.Equal(passage.Notes, report.LongestSharedNotes);
            Assert.Equal((double)passage.Notes / song.Length, report.CoveredShare);
            Assert.Equal(BarsOf(song, passage.FirstNote, passage.Notes), passage.Bars);
            Assert.Equal(BarsOf(corpus[from], passage.OtherFirstNote, passage.Notes), passage.OtherBars);
        }
    }

    [Fact]
    public void A_passage_with_one_note_changed_is_found_on_both_sides_of_it()
    {
        Random random = new(1);
        (int Pitch, int Steps)[][] corpus = Corpus(random);
        (int Pitch, int Steps)[] song = corpus[7][40..80];
        song[15].Pitch++;
        OriginalityReport report = MadeSongs.Index(MadeSongs.Songs(corpus)).Judge(MadeSongs.Melody(song));
        Assert.Equal(24, report.LongestSharedNotes); // the notes after it; before it there are 15
        Assert.Equal(39.0 / 40, report.CoveredShare);
        Assert.Equal((16, 56), (report.Passages[0].FirstNote, report.Passages[0].OtherFirstNote));
    }

    [Fact]
    public void A_shuffled_song_is_not_found()
    {
        Random random = new(2);
        (int Pitch, int Steps)[][] corpus = Corpus(random);
        OriginalityIndex index = MadeSongs.Index(MadeSongs.Songs(corpus));
        foreach ((int Pitch, int Steps)[] song in corpus)
        {
            (int Pitch, int Steps)[] shuffled = [.. song];
            random.Shuffle(shuffled);
            OriginalityReport report = index.Judge(MadeSongs.Melody(shuffled));
            Assert.Empty(report.Passages);
            Assert.Equal(0, report.CoveredShare);
            Assert.InRange(report.LongestSharedNotes, 2, 7);
        }
    }

    [Fact]
    public void A_song_of_the_folder_is_known_for_a_copy_unless_it_is_transposed()
    {
        (int Pitch, int Steps)[][] corpus = Corpus(new Random(4));
        OriginalityIndex index = MadeSongs.Index(MadeSongs.Songs(corpus));
        OriginalityReport report = index.Judge(MadeSongs.Melody(corpus[3]));
        Assert.Equal(["song 3"], report.Copies.Select(copy => copy.Name));
        Assert.Equal((Notes, 1, 100), (report.LongestSharedNotes, report.CoveredShare, report.Percentile));
        Assert.Equal(Likeness.Above, report.Standing.Likeness);
        OriginalityReport higher = index.Judge(MadeSongs.Melody(MadeSongs.Change(corpus[3], 2, 1)));
        Assert.Empty(higher.Copies);
        Assert.True(higher.Passages[0].IsWhole);
    }

    [Fact]
    public void Only_what_is_struck_from_the_first_step_judged_on_counts()
    {
        Random random = new(5);
        (int Pitch, int Steps)[][] corpus = Corpus(random);
        (int Pitch, int Steps)[] primer = corpus[9][..20];
        (int Pitch, int Steps)[] song = [.. primer, .. MadeSongs.Different(random, 40)];
        OriginalityIndex index = MadeSongs.Index(MadeSongs.Songs(corpus));
        Assert.InRange(index.Judge(MadeSongs.Melody(song)).LongestSharedNotes, 20, 21);
        OriginalityReport composed = index.Judge(MadeSongs.Melody(song), primer.Sum(note => note.Steps));
        Assert.InRange(composed.LongestSharedNotes, 2, 7);
        Assert.Equal(40, composed.Hearings[0].Notes);
    }

    private static (int Pitch, int Steps)[][] Corpus(Random random) =>
        [.. Enumerable.Range(0, Songs).Select(_ => MadeSongs.Different(random, Notes))];

    /// <summary>The bars of a passage in 4/4 on twelve steps a quarter.</summary>
    private static (int First, int Last) BarsOf((int Pitch, int Steps)[] song, int first, int notes)
    {
        return (BarAt(first), BarAt(first + notes - 1));

        int BarAt(int note) => (song[..note].Sum(before => before.Steps) / 48) + 1;
    }
}
