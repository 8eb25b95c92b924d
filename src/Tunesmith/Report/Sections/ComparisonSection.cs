using Tunesmith.Evaluation;
using Tunesmith.Report.Html;

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
        foreach (string sentence in report.Rows.Where(row => row.Kind != EvaluationKind.Baseline).Select(row => Meaning(row, report.BestBaseline)))
        {
            html.Element("p", sentence, ("class", "verdict"));
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
            ? Words.Say($" Of 100 moves it foresees {100 * own:0}, {best.Name} {100 * other:0}.")
            : "";
        string needs = Words.Say($"{Name(row)} needs {nats:0.000} nats a step where the best baseline, {best.Name}, needs {counting:0.000}:");
        return nats < counting
            ? $"{needs} it has learned more than counting can tell.{moves}"
            : $"{needs} it has learned less than mere counting.{moves}";
    }

    private static void WriteTable(HtmlWriter html, EvaluationReport report, EvaluationRow[] rows)
    {
        html.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "group"), ("aria-label", "All scores in numbers")).Open("table");
        string folds = report.Folds > 1 ? Words.Say($", in {report.Folds} folds") : "";
        html.Element("caption", $"{Words.Count(report.ScoredSteps, "step")} of songs held out{folds}, best first");
        html.Open("thead").Open("tr").Element("td", "");
        foreach (string heading in (string[])["nats a step", "choices", "accuracy", "at moves", "weights"])
        {
            html.Element("th", heading, ("scope", "col"));
        }

        html.Close().Close().Open("tbody");
        foreach (EvaluationRow row in rows)
        {
            html.Open("tr", ("class", row.Kind == EvaluationKind.Baseline ? "baseline" : "own"));
            html.Element("th", Name(row), ("scope", "row"));
            html.Element("td", Words.Number(row.Score.NatsPerStep, "0.000")).Element("td", Words.Number(row.Score.Perplexity, "0.00"));
            html.Element("td", Words.Share(row.Score.Accuracy)).Element("td", Words.Share(row.Score.MoveAccuracy));
            html.Element("td", Words.Number(row.Parameters, "N0")).Close();
        }

        html.Close().Close().Close();
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
            string more = fold.Count > MostTitles ? Words.Say($"; and {fold.Count - MostTitles:N0} more") : "";
            html.Element("li", string.Join("; ", fold.Take(MostTitles).Select(title => Pictures.PictureText.Name(title, LongestName))) + more);
        }

        html.Close().Close();
    }

    private static string Name(EvaluationRow row) => Pictures.PictureText.Name(row.Name, LongestName);
}
