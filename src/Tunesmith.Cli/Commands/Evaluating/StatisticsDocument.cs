using Tunesmith.Analysis.Statistics;
using Tunesmith.Experiments;

namespace Tunesmith.Cli.Commands.Evaluating;

/// <summary>
/// What <c>tunesmith evaluate</c> reports of composed songs beside the folder's; docs/statistics.md defines every number.
/// </summary>
/// <param name="CorpusSongs">How many songs the folder has.</param>
/// <param name="ComposedSongs">How many were composed.</param>
/// <param name="Steps">How many steps of each.</param>
/// <param name="Seed">The seed of the first.</param>
/// <param name="Temperature">The temperature.</param>
/// <param name="Values">The statistics that give a song one number.</param>
/// <param name="Notes">The statistics of notes, of all songs together.</param>
/// <param name="CorpusDistance">How far out in the folder its own songs lie, in the mean, 0 to 1.</param>
/// <param name="ComposedDistance">How far out in the folder the composed songs lie.</param>
/// <param name="Differences">In words what differs most, the most first.</param>
internal sealed record StatisticsDocument(
    int CorpusSongs,
    int ComposedSongs,
    int Steps,
    ulong Seed,
    double Temperature,
    IReadOnlyList<StatisticDocument> Values,
    IReadOnlyList<NoteStatisticDocument> Notes,
    double? CorpusDistance,
    double? ComposedDistance,
    IReadOnlyList<string> Differences)
{
    /// <summary>The document of a report.</summary>
    public static StatisticsDocument Of(StatisticsReport report, StatisticsComparisonOptions options) => new(
        report.CorpusSongs,
        report.ComposedSongs,
        report.Steps,
        options.Seed,
        options.Temperature,
        [.. report.Values.Select(StatisticDocument.Of)],
        [.. report.Notes.Select(NoteStatisticDocument.Of)],
        report.CorpusDistance,
        report.ComposedDistance,
        StatisticsDifferences.Of(report));
}

/// <summary>One statistic of songs.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">What it counts in; empty for a share, 0 to 1.</param>
/// <param name="Corpus">Over the folder's songs.</param>
/// <param name="Composed">Over the composed songs.</param>
/// <param name="Overlap">How far the two distributions overlap, 0 to 1; null where one has no song.</param>
/// <param name="CorpusOverlap">How far two halves of the folder do; null where all its songs are of one title.</param>
internal sealed record StatisticDocument(
    string Name, string Unit, DistributionDocument Corpus, DistributionDocument Composed, double? Overlap, double? CorpusOverlap)
{
    /// <summary>The document of a row.</summary>
    public static StatisticDocument Of(StatisticRow row) => new(
        row.Statistic.Name,
        row.Statistic.Unit,
        DistributionDocument.Of(row.Corpus),
        DistributionDocument.Of(row.Composed),
        row.Overlap,
        row.CorpusOverlap);
}

/// <summary>A statistic over a set of songs.</summary>
/// <param name="Songs">How many songs have it.</param>
/// <param name="Mean">The mean; null, as the median, where none has.</param>
/// <param name="Median">The value in the middle.</param>
internal sealed record DistributionDocument(int Songs, double? Mean, double? Median)
{
    /// <summary>The document of a distribution.</summary>
    public static DistributionDocument Of(Distribution distribution) => new(distribution.Count, distribution.Mean, distribution.Median);
}

/// <summary>One statistic of notes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">What its bins count.</param>
/// <param name="Overlap">How far the two histograms overlap, 0 to 1; null where one is empty.</param>
/// <param name="CorpusOverlap">How far two halves of the folder do.</param>
/// <param name="Bins">Every bin that either has.</param>
internal sealed record NoteStatisticDocument(
    string Name, string Unit, double? Overlap, double? CorpusOverlap, IReadOnlyList<BinDocument> Bins)
{
    /// <summary>The document of a row.</summary>
    public static NoteStatisticDocument Of(NoteStatisticRow row) => new(
        row.Statistic.Name,
        row.Statistic.Unit,
        row.Overlap,
        row.CorpusOverlap,
        [.. row.Corpus.Bins.Concat(row.Composed.Bins).Select(bin => bin.Value).Distinct().Order()
            .Select(value => new BinDocument(value, row.Corpus.ShareOf(value), row.Composed.ShareOf(value)))]);
}

/// <summary>One bin.</summary>
/// <param name="Value">What it counts.</param>
/// <param name="Corpus">Its share of the folder's, 0 to 1.</param>
/// <param name="Composed">Its share of what was composed.</param>
internal sealed record BinDocument(long Value, double Corpus, double Composed);
