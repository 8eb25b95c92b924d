using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Drawing;
using Tunesmith.Experiments;
using static System.FormattableString;

namespace Tunesmith.Cli.Commands.Evaluating;

/// <summary>Composed songs beside a corpus as a table, and in words.</summary>
/// <param name="report">The statistics of both.</param>
internal sealed class StatisticsTable(StatisticsReport report)
{
    private const int NameColumns = 25;

    /// <summary>Writes the table, and what differs most.</summary>
    public void Write(ConsoleStream output)
    {
        output.WriteLine();
        output.WriteLine($"{Wording.Count(report.ComposedSongs, "song")} of {Wording.Count(report.Steps, "step")} composed, "
            + $"beside the {Wording.Count(report.CorpusSongs, "song")} of the corpus");
        output.WriteLine();
        string space = new(' ', NameColumns);
        output.WriteLine($"{space}corpus: mean  median  composed: mean  median  overlap  of halves");
        foreach (StatisticRow row in report.Values)
        {
            string corpus = $"{Number(row.Corpus.Mean, row),12}{Number(row.Corpus.Median, row),8}";
            string composed = $"{Number(row.Composed.Mean, row),16}{Number(row.Composed.Median, row),8}";
            output.WriteLine(Name(row.Statistic.Name) + corpus + composed + Overlaps(row.Overlap, row.CorpusOverlap));
        }

        foreach (NoteStatisticRow row in report.Notes)
        {
            output.WriteLine(Name(row.Statistic.Name) + new string(' ', 44) + Overlaps(row.Overlap, row.CorpusOverlap));
        }

        output.WriteLine();
        foreach (string difference in StatisticsDifferences.Of(report))
        {
            output.WriteLine(difference);
        }

        if (report is { ComposedDistance: { } ours, CorpusDistance: { } theirs })
        {
            output.WriteLine(Invariant($"a composed tune lies {ours:0.00} out in the corpus, where 0 is its middle and 1 outside of it; ")
                + Invariant($"a tune of its own lies {theirs:0.00} out"));
        }
    }

    private static string Name(string name) => StatisticsWords.Of(name).Label.PadRight(NameColumns);

    private static string Number(double? value, StatisticRow row) => value is null ? "-"
        : row.Statistic.Unit.Length == 0 ? Invariant($"{100 * value:0.0} %")
        : Invariant($"{value:0.00}");

    private static string Overlaps(double? overlap, double? corpus) => $"{Overlap(overlap),9}{Overlap(corpus),11}";

    private static string Overlap(double? overlap) => overlap is null ? "-" : Invariant($"{overlap:0.00}");
}
