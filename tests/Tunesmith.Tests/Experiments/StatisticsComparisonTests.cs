using Tunesmith.Analysis.Statistics;
using Tunesmith.Composing;
using Tunesmith.Composing.Samplers;
using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Experiments;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Training;

namespace Tunesmith.Tests.Experiments;

/// <summary>Composed songs beside a corpus.</summary>
public sealed class StatisticsComparisonTests
{
    private static readonly MelodyModel Model = Trainer.Train(ManySongs.Recipe, ManySongs.Corpus.Sequences()).Model;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Songs_begin_like_songs_of_the_corpus_and_only_what_is_composed_counts()
    {
        StatisticsReport report = Run(new StatisticsComparisonOptions { Songs = 3, Seed = 5, Temperature = 0.7 });
        int[] lengths = [.. ManySongs.Corpus.Songs.Select(song => song.Steps).Order()];
        Assert.Equal((6, 3, lengths[2]), (report.CorpusSongs, report.ComposedSongs, report.Steps));

        Composer composer = new(Model);
        SongStatistics[] alone = [.. Enumerable.Range(0, 3).Select(song =>
        {
            ulong seed = 5 + (ulong)song;
            Melody primer = composer.PrimerOf(ManySongs.Corpus.Melodies[Composer.ChooseSong(6, seed)]);
            CompositionOptions options = new() { Steps = report.Steps, Seed = seed, Sampling = [new TemperatureStep(0.7)] };
            Melody composed = composer.Compose(primer, options, Cancellation).WithoutPrimer;
            int bars = (composed.Length - composed.PositionAt(composed.Length).Offset) is var end and > 0 ? end : composed.Length;
            return SongStatistics.Of(composed.Take(bars));
        })];
        SongSetStatistics set = new(alone);
        Assert.Equal(set.Distributions.Select(distribution => distribution.Mean), report.Values.Select(row => row.Composed.Mean));
        Assert.Equal(set.Histograms.Select(histogram => histogram.Bins), report.Notes.Select(row => row.Composed.Bins));
    }

    [Fact]
    public void The_corpus_beside_itself_overlaps_wholly()
    {
        SongStatistics[] songs = [.. ManySongs.Corpus.Melodies.Select(SongStatistics.Of)];
        StatisticsReport report = StatisticsComparison.Compare(songs, songs, [new SongSplit([0, 1, 2], [0, 1, 2])], 10);
        foreach (StatisticRow row in report.Values.Where(row => row.Corpus.Count > 0))
        {
            Assert.Equal((1.0, 1.0), (row.Overlap, row.CorpusOverlap ?? 1));
        }

        Assert.All(report.Notes, row => Assert.Equal((1.0, 1.0), (row.Overlap, row.CorpusOverlap)));
        Assert.Equal(report.CorpusDistance, report.ComposedDistance);
    }

    [Fact]
    public void The_same_seed_gives_the_same_numbers_with_any_threads()
    {
        StatisticsReport one = Run(new StatisticsComparisonOptions { Songs = 9, Threads = 1 });
        StatisticsReport other = Run(new StatisticsComparisonOptions { Songs = 9, Threads = 3 });
        Assert.Equal(one.Values.Select(row => row.Overlap), other.Values.Select(row => row.Overlap));
        Assert.Equal(one.Values.Select(row => row.CorpusOverlap), other.Values.Select(row => row.CorpusOverlap));
        Assert.Equal(one.ComposedDistance, other.ComposedDistance);
        StatisticsReport third = Run(new StatisticsComparisonOptions { Songs = 9, Seed = 100 });
        Assert.NotEqual(one.Notes.Select(row => row.Overlap), third.Notes.Select(row => row.Overlap));
        Assert.Equal(one.Notes.Select(row => row.CorpusOverlap), third.Notes.Select(row => row.CorpusOverlap));
    }

    [Fact]
    public void Songs_of_one_title_have_no_halves()
    {
        SongCorpus one = new("wood", CorpusOptions.Lab, ManySongs.Corpus.Songs.Take(2));
        StatisticsReport report = StatisticsComparison.Run(Model, one, new StatisticsComparisonOptions { Songs = 1 }, Cancellation);
        Assert.All(report.Values, row => Assert.Null(row.CorpusOverlap));
        Assert.All(report.Notes, row => Assert.Null(row.CorpusOverlap));
    }

    [Fact]
    public void What_cannot_be_composed_is_refused_and_what_should_stop_stops()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Run(new StatisticsComparisonOptions { Songs = 0 }));
        SongCorpus empty = new("wood", CorpusOptions.Lab, [new CorpusFile { Path = "none.mid", Melody = new Melody([]) }]);
        Assert.Throws<CorpusException>(() => StatisticsComparison.Run(Model, empty, cancellationToken: Cancellation));
        Assert.ThrowsAny<OperationCanceledException>(
            () => StatisticsComparison.Run(Model, ManySongs.Corpus, cancellationToken: new CancellationToken(canceled: true)));
    }

    private static StatisticsReport Run(StatisticsComparisonOptions options) =>
        StatisticsComparison.Run(Model, ManySongs.Corpus, options, Cancellation);
}
