using Tunesmith.Analysis.Statistics;
using Tunesmith.Composing;
using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Evaluation;
using Tunesmith.Model;
using Tunesmith.Music;

namespace Tunesmith.Experiments;

/// <summary>Composes songs with a model and puts their statistics beside a corpus's.</summary>
public static class StatisticsComparison
{
    /// <summary>
    /// How often the corpus is cut into two halves, each time by another shuffle, to see how far it overlaps with itself.
    /// </summary>
    internal const int Halvings = 16;

    /// <summary>
    /// Composes songs, each from the beginning of a song of the corpus that the seed chooses, and as long as the corpus's songs in the
    /// median. Only what is composed is counted, up to its last bar line, and not the primer.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="corpus">The songs, heard in the model's encoding.</param>
    /// <param name="options">What to compose; the default where it is null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="CorpusException">There is no song with a step.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static StatisticsReport Run(
        MelodyModel model,
        SongCorpus corpus,
        StatisticsComparisonOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new StatisticsComparisonOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Songs, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Songs, StatisticsComparisonOptions.MostSongs);
        SongStatistics[] known = StatisticsOf([.. corpus.Melodies], options.Threads, cancellationToken);
        Melody[] begun = [.. corpus.Melodies.Where(song => song.Length > 0)];
        if (begun.Length == 0)
        {
            throw new CorpusException(corpus.Source, $"No song in \"{corpus.Source}\" has a step to begin with; add songs.");
        }

        int steps = Steps(begun);
        Composer composer = new(model);
        Melody[] primers = [.. Enumerable.Range(0, options.Songs).Select(song =>
            composer.PrimerOf(begun[Composer.ChooseSong(begun.Length, unchecked(options.Seed + (ulong)song))]))];
        IReadOnlyList<Composition> songs = composer.ComposeMany(primers, options.Composing(steps), options.Threads, cancellationToken);
        SongStatistics[] composed = StatisticsOf([.. songs.Select(Composed)], options.Threads, cancellationToken);
        return Compare(known, composed, Halve(corpus.Sequences()), steps);
    }

    /// <summary>Puts songs beside a corpus.</summary>
    internal static StatisticsReport Compare(
        SongStatistics[] known, SongStatistics[] composed, IReadOnlyList<SongSplit> halvings, int steps)
    {
        SongSetStatistics corpus = new(known);
        SongSetStatistics others = new(composed);
        (SongSetStatistics One, SongSetStatistics Other)[] halves =
            [.. halvings.Select(split => (Set(split.Training), Set(split.HeldOut)))];
        return new StatisticsReport(
            known.Length,
            composed.Length,
            steps,
            [.. Statistic.All.Select((statistic, index) => new StatisticRow(
                statistic,
                corpus.Distributions[index],
                others.Distributions[index],
                corpus.Distributions[index].Histogram.Overlap(others.Distributions[index].Histogram),
                Mean(halves.Select(pair =>
                    pair.One.Distributions[index].Histogram.Overlap(pair.Other.Distributions[index].Histogram)))))],
            [.. NoteStatistic.All.Select((statistic, index) => new NoteStatisticRow(
                statistic,
                corpus.Histograms[index],
                others.Histograms[index],
                corpus.Histograms[index].Overlap(others.Histograms[index]),
                Mean(halves.Select(pair => pair.One.Histograms[index].Overlap(pair.Other.Histograms[index])))))],
            Mean(known.Select(corpus.DistanceOf)),
            Mean(composed.Select(corpus.DistanceOf)));

        SongSetStatistics Set(IEnumerable<int> songs) => new([.. songs.Select(song => known[song])]);
    }

    /// <summary>Halves by title groups, a shuffle each; none where all songs are of one title.</summary>
    private static SongSplit[] Halve(IReadOnlyList<TokenSequence> songs) => TitleGroup.Of(songs).Count < 2
        ? []
        : [.. Enumerable.Range(1, Halvings).Select(seed => Folds.Of(songs, 2, (ulong)seed)[0])];

    /// <summary>The median length of songs, the lower where there are two; no more than is quick to compose.</summary>
    private static int Steps(Melody[] songs)
    {
        int[] lengths = [.. songs.Select(song => song.Length).Order()];
        return Math.Min(lengths[(lengths.Length - 1) / 2], StatisticsComparisonOptions.MostSteps);
    }

    /// <summary>What was composed up to its last bar line; all of it where it has none.</summary>
    internal static Melody Composed(Composition song)
    {
        Melody melody = song.WithoutPrimer;
        int end = melody.Length - melody.PositionAt(melody.Length).Offset;
        return end <= 0 ? melody : melody.Take(end);
    }

    private static SongStatistics[] StatisticsOf(Melody[] songs, int threads, CancellationToken cancellationToken)
    {
        SongStatistics[] statistics = new SongStatistics[songs.Length];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, songs.Length, parallel, song => statistics[song] = SongStatistics.Of(songs[song]));
        return statistics;
    }

    private static double? Mean(IEnumerable<double?> values)
    {
        double[] known = [.. values.OfType<double>()];
        return known.Length == 0 ? null : known.Sum() / known.Length;
    }
}
