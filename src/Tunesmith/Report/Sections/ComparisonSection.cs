using Tunesmith.Evaluation;
using Tunesmith.Pictures;
using Tunesmith.Report.Html;
using static System.FormattableString;

namespace Tunesmith.Report.Sections;

/// <summary>Recipes and baselines as bars, as a table, and in plain words.</summary>
internal static class ComparisonSection
{
    private const int MostTitles = 100;
    private const int LongestName = 60;

    /// <summary>The section.</summary>
    public static IEnumerable<PageSection> Of(ReportComparison comparison)
    {
        yield return new PageSection("comparison", "Scores", "Who foresees the songs best", html => Write(html, comparison));
    }

    private static void Write(HtmlWriter html, ReportComparison comparison)
    {
        EvaluationReport report = comparison.Report;
        EvaluationRow[] rows = [.. report.Rows.OrderBy(row => row.Score.NatsPerStep ?? double.PositiveInfinity)];
        foreach (EvaluationRow row in report.Rows.Where(row => row.Kind != EvaluationKind.Baseline))
        {
            html.Element("p", Meaning(row, report.BestBaseline), ("class", "verdict"));
        }

        double longest = rows.Max(row => row.Score.NatsPerStep) is { } most && most > 0 ? most : 1;
        html.Open("div", ("class", "measures one"));
        LevelBars.Write(
            html,
            "Surprise at each step, in nats",
            "Fewer is better; 0 would be to know what comes.",
            [
                .. rows.Where(row => row.Score.NatsPerStep is not null).Select(row =>
                    new LevelBar(Name(row), row.Score.NatsPerStep!.Value / longest, Words.Number(row.Score.NatsPerStep, "0.000"))
                    {
                        IsBaseline = row.Kind == EvaluationKind.Baseline,
                    }),
            ]);
        html.Close();
        WriteTable(html, report, rows);
        WriteFolds(html, comparison.Titles);
    }

    private static string Meaning(EvaluationRow row, EvaluationRow? best)
    {
        if (best?.Score.NatsPerStep is not { } counting || row.Score.NatsPerStep is not { } nats)
        {
            return $"{Name(row)} has no step to be scored on.";
        }

        string moves = row.Score.MoveAccuracy is { } own && best.Score.MoveAccuracy is { } other
            ? Invariant($" Of 100 moves it foresees {100 * own:0}, {best.Name} {100 * other:0}.")
            : "";
        string needs = Invariant($"{Name(row)} needs {nats:0.000} nats a step ")
            + Invariant($"where the best baseline, {best.Name}, needs {counting:0.000}:");
        return nats < counting
            ? $"{needs} it has learned more than counting can tell.{moves}"
            : $"{needs} it has learned less than mere counting.{moves}";
    }

    private static void WriteTable(HtmlWriter html, EvaluationReport report, EvaluationRow[] rows)
    {
        string folds = report.Folds > 1 ? Invariant($", in {report.Folds} folds") : "";
        ScoreTable.Write(
            html,
            "All scores in numbers",
            $"{Words.Count(report.ScoredSteps, "step")} of songs held out{folds}, best first",
            rows.Select(row => ScoreRow.Of(Name(row), row.Score) with
            {
                Style = row.Kind == EvaluationKind.Baseline ? "baseline" : "own",
                Weights = row.Parameters,
            }),
            hasWeights: true);
    }

    private static void WriteFolds(HtmlWriter html, IReadOnlyList<IReadOnlyList<string>> titles)
    {
        if (titles.Count == 0)
        {
            return;
        }

        html.Open("details").Element("summary", "Which titles each fold held out").Open("ol");
        foreach (IReadOnlyList<string> fold in titles)
        {
            string more = fold.Count > MostTitles ? Invariant($"; and {fold.Count - MostTitles:N0} more") : "";
            html.Element("li", string.Join("; ", fold.Take(MostTitles).Select(title => PictureText.Name(title, LongestName))) + more);
        }

        html.Close().Close();
    }

    private static string Name(EvaluationRow row) => PictureText.Name(row.Name, LongestName);
}
