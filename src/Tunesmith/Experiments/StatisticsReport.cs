using Tunesmith.Analysis.Statistics;

namespace Tunesmith.Experiments;

/// <summary>Composed songs beside a corpus: how their statistics are distributed, and how far the distributions overlap.</summary>
/// <param name="CorpusSongs">How many songs of the corpus have been counted.</param>
/// <param name="ComposedSongs">How many have been composed.</param>
/// <param name="Steps">How many steps of each were composed and counted: the median length of the corpus's songs.</param>
/// <param name="Values">The statistics that give a song one number.</param>
/// <param name="Notes">Those that give a song a histogram of its notes.</param>
/// <param name="CorpusDistance">
/// The mean over the corpus's songs of how far out in the corpus they lie (<see cref="SongSetStatistics.DistanceOf"/>), 0 to 1.
/// </param>
/// <param name="ComposedDistance">The same of the composed songs: how far out in the corpus they lie.</param>
public sealed record StatisticsReport(
    int CorpusSongs,
    int ComposedSongs,
    int Steps,
    IReadOnlyList<StatisticRow> Values,
    IReadOnlyList<NoteStatisticRow> Notes,
    double? CorpusDistance,
    double? ComposedDistance);

/// <summary>One statistic of songs.</summary>
/// <param name="Statistic">Which.</param>
/// <param name="Corpus">Its distribution over the corpus.</param>
/// <param name="Composed">Its distribution over the composed songs.</param>
/// <param name="Overlap">How far the two overlap, 0 to 1; null where either is empty.</param>
/// <param name="CorpusOverlap">
/// How far halves of the corpus overlap with each other, in the mean: what the overlap of songs of one kind is; null where it has no
/// halves.
/// </param>
public sealed record StatisticRow(Statistic Statistic, Distribution Corpus, Distribution Composed, double? Overlap, double? CorpusOverlap);

/// <summary>One statistic of notes, of all songs together.</summary>
/// <param name="Statistic">Which.</param>
/// <param name="Corpus">The notes of the corpus.</param>
/// <param name="Composed">The notes of the composed songs.</param>
/// <param name="Overlap">How far the two overlap, 0 to 1; null where either is empty.</param>
/// <param name="CorpusOverlap">How far halves of the corpus overlap, as in <see cref="StatisticRow"/>.</param>
public sealed record NoteStatisticRow(
    NoteStatistic Statistic, Histogram Corpus, Histogram Composed, double? Overlap, double? CorpusOverlap);
