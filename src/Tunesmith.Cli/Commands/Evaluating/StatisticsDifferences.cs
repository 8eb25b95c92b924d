using Tunesmith.Experiments;
using static System.FormattableString;

namespace Tunesmith.Cli.Commands.Evaluating;

/// <summary>Where composed songs differ from the corpus by more than its own halves differ, in words.</summary>
internal static class StatisticsDifferences
{
    /// <summary>The most sentences.</summary>
    private const int Most = 6;

    /// <summary>How much less than the corpus overlaps with itself is worth a word.</summary>
    private const double Worth = 0.1;

    /// <summary>The sentences, what differs most first; one that says so where nothing does.</summary>
    public static IReadOnlyList<string> Of(StatisticsReport report)
    {
        IEnumerable<(double? Missing, Func<string> Say)> all =
        [
            .. report.Values.Select(row => (Missing(row.Overlap, row.CorpusOverlap), (Func<string>)(() => Sentence(row)))),
            .. report.Notes.Select(row => (Missing(row.Overlap, row.CorpusOverlap), (Func<string>)(() => Sentence(row)))),
        ];
        string[] differences =
        [
            .. all.Where(difference => difference.Missing >= Worth)
                .OrderByDescending(difference => difference.Missing)
                .Take(Most)
                .Select(difference => difference.Say()),
        ];
        return differences.Length > 0
            ? differences
            : ["in no statistic do composed tunes differ from the corpus by much more than its own halves differ from each other"];
    }

    private static double? Missing(double? overlap, double? reference) => (reference ?? 1) - overlap;

    private static string Sentence(StatisticRow row)
    {
        StatisticsWords words = StatisticsWords.Of(row.Statistic.Name);
        (double composed, double corpus) = (row.Composed.Mean!.Value, row.Corpus.Mean!.Value);
        (string ours, string theirs) = (Number(composed), Number(corpus));
        return ours == theirs
            ? $"composed tunes have much the same {words.Label} in the mean, but are otherwise spread: {ours}"
            : $"composed tunes {(composed > corpus ? words.More : words.Less)}: {ours} {words.What}, in the corpus {theirs}";

        string Number(double value) => row.Statistic.Unit.Length == 0 ? Invariant($"{100 * value:0.0} %") : Invariant($"{value:0.00}");
    }

    private static string Sentence(NoteStatisticRow row)
    {
        long bin = row.Corpus.Bins.Concat(row.Composed.Bins).Select(bin => bin.Value).Distinct().Order()
            .MaxBy(value => Math.Abs(row.Composed.ShareOf(value) - row.Corpus.ShareOf(value)));
        (double composed, double corpus) = (row.Composed.ShareOf(bin), row.Corpus.ShareOf(bin));
        return $"composed tunes have {(composed > corpus ? "more" : "fewer")} {StatisticsWords.Bin(row.Statistic.Name, bin)}: "
            + Invariant($"{100 * composed:0.0} %, in the corpus {100 * corpus:0.0} %");
    }
}
