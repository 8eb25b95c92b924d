using Tunesmith.Analysis.Originality;
using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Experiments;
using Tunesmith.Music;

namespace Tunesmith.Tests.Experiments;

/// <summary>Folders that songs are compared with.</summary>
public sealed class FolderOriginalityTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_song_of_a_folder_is_heard_twice_and_found_from_a_tick_on()
    {
        FolderOriginality songbook = FolderOriginality.Load("songbook", cancellationToken: Cancellation);
        Assert.Equal([48, 4], songbook.Index.Songs[0].Hearings.Select(hearing => hearing.StepsPerQuarter));
        Score song = Songbook.Tune("arirang").Score;
        OriginalityReport whole = songbook.Index.Judge(songbook.Hear(song));
        Assert.Equal(["Arirang"], whole.Copies.Select(copy => copy.Name));

        long fromBar5 = 4 * 3 * song.TicksPerQuarter;
        OriginalityReport rest = songbook.Index.Judge(songbook.Hear(song, fromBar5));
        Assert.Empty(rest.Copies);
        Assert.Equal((5, 16), rest.Passages[0].Bars);
        Assert.Equal((5, 16), rest.Passages[0].OtherBars);
    }

    [Fact]
    public void On_the_finest_grid_there_is_one_hearing()
    {
        CorpusOptions options = new() { Encoding = Encodings.Melody(grid: Encodings.FinestGrid) };
        Assert.Single(FolderOriginality.Load("songbook", options, cancellationToken: Cancellation).Index.Songs[0].Hearings);
    }

    [Fact]
    public void A_corpus_is_indexed_as_it_was_heard()
    {
        SongCorpus songbook = Songbook.Load();
        OriginalityIndex index = CorpusOriginality.Build(songbook, cancellationToken: Cancellation);
        Assert.Equal(songbook.Songs.Select(song => song.Name), index.Songs.Select(song => song.Name));
        Assert.Equal(songbook.Songs.Count, index.RealSongs);
        Assert.Equal(1, index.Measure(songbook.Songs[0].Melody!).Figures.CoveredShare);
    }

    [Fact]
    public void One_tune_under_two_names_is_one_title()
    {
        CorpusFile[] songs = [.. Songbook.Load().Songs.Where(song => song.Melody!.Length > 200).Take(3)];
        CorpusFile twin = songs[0] with
        {
            Path = "Another name",
            Title = "Another name",
            Melody = new Melody(
                [.. songs[0].Melody!.Steps.ToArray().Select(step => step.Pitch is { } pitch
                    ? step.IsOnset ? MelodyStep.Onset(new Pitch(pitch.Number + 2)) : MelodyStep.Hold(new Pitch(pitch.Number + 2))
                    : step)],
                4,
                songs[0].Melody!.Tempos,
                songs[0].Melody!.Meters),
        };
        SongCorpus corpus = new("", new CorpusOptions(), [.. songs, twin]);
        OriginalityIndex index = CorpusOriginality.Build(corpus, cancellationToken: Cancellation);
        Assert.Equal(index.Songs[0].Group, index.Songs[3].Group);
        Assert.NotEqual(index.Songs[0].Group, index.Songs[1].Group);
        Assert.True(index.Figures[0].CoveredShare < 0.5);
    }

    [Theory]
    [InlineData("data/pop")]
    [InlineData("data/folk")]
    public void A_real_folder_has_figures_and_its_songs_are_spread_over_them(string folder)
    {
        FolderOriginality songs = FolderOriginality.Load(SharedData.Require(folder), cancellationToken: Cancellation);
        IReadOnlyList<OriginalityFigures> figures = songs.Index.Figures;
        Assert.Equal(songs.Corpus.Songs.Count, figures.Count);
        Assert.All(figures, song => Assert.InRange(song.CoveredShare, 0, 1));
        Assert.True(figures.Select(song => song.LongestSharedNotes).Distinct().Count() > 5);
        OriginalityReport first = songs.Index.Judge(songs.Index.Songs[0].Hearings);
        Assert.Contains(first.Passages, passage => passage.IsWhole);
        Assert.Equal(Likeness.Above, first.Standing.Likeness);
    }

    [Fact]
    public void Progress_counts_each_file_once_for_each_hearing_and_judging_hears_the_song()
    {
        List<CorpusProgress> told = [];
        FolderOriginality songs = FolderOriginality.Load("songbook:arirang", progress: new Told(told), cancellationToken: Cancellation);
        Assert.Equal([(1, 2), (2, 2)], told.Select(progress => (progress.Done, progress.Total)));
        Score song = SongFile.Load("songbook:arirang").Score;
        OriginalityReport report = songs.Judge(song, 4 * song.TicksPerQuarter);
        Assert.Equal(songs.Index.Judge(songs.Hear(song, 4 * song.TicksPerQuarter)).Passages, report.Passages);
        Assert.NotEqual(songs.Judge(song).Hearings[0].Notes, report.Hearings[0].Notes);
    }

    [Fact]
    public void A_folder_without_songs_is_refused() =>
        Assert.Throws<CorpusException>(() => FolderOriginality.Load(
            "songbook:arirang", new CorpusOptions { MinSteps = 100_000 }, cancellationToken: Cancellation));

    private sealed class Told(List<CorpusProgress> all) : IProgress<CorpusProgress>
    {
        public void Report(CorpusProgress value) => all.Add(value);
    }
}
