using CsCheck;
using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Tests.Corpus;

public sealed class TwinSearchTests
{
    private static readonly int[] Tune = [60, 62, 64, 60, 67, 65, 64, 62, 60, 64, 67, 72, 71, 69, 67, 65, 64, 67, 62, 60];

    [Fact]
    public void A_transposed_copy_is_found()
    {
        SongTwin twin = Assert.Single(Twins(Song("a", Tune), Song("b", Transposed(Tune, -5))));
        Assert.Equal(new SongTwin(0, 1, 20, 1, -5, 1), twin);
        Assert.Equal("5 semitones lower, in the same time", twin.Difference);
    }

    [Fact]
    public void A_copy_in_half_time_is_found()
    {
        SongTwin twin = Assert.Single(Twins(Song("a", Tune), Song("b", Tune, stepsPerNote: 4)));
        Assert.Equal("at the same pitch, each note 2 times as long", twin.Difference);
    }

    [Fact]
    public void A_copy_in_another_rhythm_is_found()
    {
        // Every third note goes over two steps.
        int[] steps = [.. Tune.SelectMany((pitch, note) => Enumerable.Repeat(pitch, note % 3 == 0 ? 2 : 1))];
        SongTwin twin = Assert.Single(Twins(Song("a", Tune), Song("b", Transposed(steps, 1), stepsPerNote: 1)));
        Assert.Equal("1 semitone higher, in other time values", twin.Difference);
    }

    [Fact]
    public void An_excerpt_of_four_fifths_in_a_longer_song_is_found_and_less_is_not()
    {
        int[] longer = [.. Tune.Select(pitch => pitch % 7 == 0 ? 40 : 45), .. Tune[2..18], 40, 50, 40, 50, 40, 50];
        SongTwin twin = Assert.Single(Twins(Song("long", longer), Song("short", Tune)));
        Assert.Equal((16, 0.8), (twin.Notes, twin.Share));
        Assert.Empty(Twins(Song("long", [.. Tune[3..18], 40, 50, 40, 50, 40, 50]), Song("short", Tune)));
    }

    [Fact]
    public void Songs_of_one_title_and_exact_copies_are_no_twins_for_they_are_never_split()
    {
        Assert.Empty(Twins(Song("a - Verse", Tune), Song("a - Chorus", Transposed(Tune, 2))));
        TitleReport report = Report(Song("a", Tune), Song("b", Tune), Song("c", [50, 52, 54]));
        Assert.Empty(report.Twins);
        Assert.Equal(["a", "b"], Assert.Single(report.JoinedTitles).Titles);
    }

    [Theory]
    [InlineData(60, 61)]
    [InlineData(67, 65, 67, 64)]
    [InlineData(60, 62, 64, 67, 65, 64, 62)]
    public void A_figure_of_a_few_notes_said_again_and_again_is_no_tune(params int[] figure)
    {
        int[] song = [.. Enumerable.Repeat(figure, 10).SelectMany(notes => notes)];
        Assert.Empty(Twins(Song("a", song), Song("b", Transposed(song, 3))));
    }

    [Fact]
    public void A_tune_of_eight_notes_said_twice_is_one() =>
        Assert.Single(Twins(Song("a", [.. Tune[..8], .. Tune[..8]]), Song("b", Transposed([.. Tune[..8], .. Tune[..8]], 3))));

    [Fact]
    public void Copies_are_found_wherever_they_stand_and_whatever_is_left_out_at_the_ends() =>
        Gen.Select(Gen.Int[40, 80].Array[24, 60], Gen.Int[-12, 12], Gen.Double[0, 0.19], Gen.Double[0, 1]).Sample(
            (tune, semitones, share, side) =>
            {
                int[] distinct = [.. tune.Where((pitch, note) => note == 0 || pitch != tune[note - 1])];
                int most = (int)(share * distinct.Length);
                int before = (int)(most * side);
                int after = most - before;
                if (distinct.Length - most < 16)
                {
                    return;
                }

                // The copy differs at its ends, and stands in the midst of something else.
                int[] kept = Transposed(distinct[before..(distinct.Length - after)], semitones);
                int[] copy = [.. Enumerable.Repeat(24, distinct.Length).SelectMany(pitch => new[] { pitch, pitch + 1 }), .. kept, 24, 25];
                SongTwin twin = Assert.Single(Twins(Song("a", distinct), Song("b", copy)));
                Assert.Equal(semitones, twin.Semitones);
                Assert.InRange(twin.Notes, kept.Length, kept.Length + 2); // a strange end may agree by chance
            });

    [Fact]
    public void Thousands_of_songs_alike_are_looked_through_in_a_moment()
    {
        CorpusFile[] songs = [.. Enumerable.Range(0, 2000).Select(song => Song($"{song}", Transposed(Tune, song % 25, song)))];
        IReadOnlyList<SongTwin> twins = Twins(songs);
        Assert.Equal(1999, twins.Count); // as few pairs as join all
        Assert.Equal(2000, twins.SelectMany(twin => new[] { twin.First, twin.Second }).Distinct().Count());

        static int[] Transposed(int[] tune, int semitones, int last) =>
            [.. tune.Select(pitch => pitch + semitones), 24 + (last % 50), 25 + (last / 50)];
    }

    [Fact]
    public void Figures_without_end_are_passed_over_in_a_moment()
    {
        // A figure of eight notes, broken at each third, so that every place is a beginning of much and of too little.
        CorpusFile[] songs = [.. Enumerable.Range(0, 4).Select(song => Song($"{song}", Figures(song), stepsPerNote: 1))];
        Assert.Empty(Twins(songs));

        static int[] Figures(int song) =>
            [.. Enumerable.Range(0, 60_000).Select(note => note % 20_000 == 777 ? 90 + song : 50 + song + (note * 3 % 8))];
    }

    [Fact]
    public void Across_a_split_every_song_with_a_twin_on_the_other_side_is_named()
    {
        SongCorpus corpus = new(
            "songs",
            new CorpusOptions { Encoding = Encodings.Lab },
            Enumerable.Range(0, 6).Select(song => Song($"{song}", Transposed(Tune, song))));
        TitleReport report = TitleReport.Of(corpus);
        Assert.Equal(5, report.Twins.Count);
        IReadOnlyList<SongTwin> divided = report.DividedBy(corpus, new SongSplit([0, 1, 2, 5], [3, 4]));
        Assert.All(divided, twin => Assert.True((twin.First is 3 or 4) ^ (twin.Second is 3 or 4)));
        Assert.Equal(6, divided.SelectMany(twin => new[] { twin.First, twin.Second }).Distinct().Count());
    }

    private static IReadOnlyList<SongTwin> Twins(params CorpusFile[] songs) => Report(songs).Twins;

    private static TitleReport Report(params CorpusFile[] songs) =>
        TitleReport.Of(new SongCorpus("songs", new CorpusOptions { Encoding = Encodings.Lab }, songs));

    private static int[] Transposed(int[] pitches, int semitones) => Array.ConvertAll(pitches, pitch => pitch + semitones);

    private static CorpusFile Song(string name, int[] pitches, int stepsPerNote = 2) => new()
    {
        Path = name + ".mid",
        Melody = Melody.FromSoundingPitches([.. pitches.SelectMany(pitch => Enumerable.Repeat(pitch, stepsPerNote))]),
    };
}
