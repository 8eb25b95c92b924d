using Tunesmith.Evaluation;
using Tunesmith.Experiments;
using Tunesmith.Report.Html;

namespace Tunesmith.Report.Sections;

/// <summary>What a model knew before it learned on, and what it knows now, on the new songs and on those that it came from.</summary>
internal static class FineTuningSection
{
    /// <summary>The section; none where there is nothing to compare.</summary>
    public static IEnumerable<PageSection> Of(FineTuningReport report)
    {
        if (report.Won is not null || report.Kept is not null)
        {
            yield return new PageSection("before", "Before and after", "Before and after", html => Write(html, report));
        }
    }

    private static void Write(HtmlWriter html, FineTuningReport report)
    {
        html.Element("p", report.InWords(), ("class", "verdict"));
        html.Open("div", ("class", "measures"));
        Measure(html, "The new songs", report.Won);
        Measure(html, "The songs that it came from", report.Kept);
        html.Close();
        WriteTable(html, report);
        if (report.Kept is null)
        {
            html.Element("p", "What it has lost on the songs that it came from is not known: they were not named.", ("class", "note"));
        }
    }

    private static void Measure(HtmlWriter html, string name, FineTuningScore? score)
    {
        if (score is { Before.MoveAccuracy: { } before, After.MoveAccuracy: { } after })
        {
            LevelBars.Write(
                html,
                $"{name}: of 100 moves, it names the next note right",
                $"{FineTuningWords.Name(score.Which, score.Songs)}. More is better.",
                [
                    new LevelBar("before", before, Words.Say($"{100 * before:0}")) { IsBaseline = true },
                    new LevelBar("after", after, Words.Say($"{100 * after:0}")),
                ]);
        }
    }

    private static void WriteTable(HtmlWriter html, FineTuningReport report)
    {
        html.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "group"), ("aria-label", "Before and after in numbers"));
        html.Open("table");
        html.Element("caption", "At every step of these songs but each one's first");
        html.Open("thead").Open("tr").Element("td", "");
        foreach (string heading in (string[])["nats a step", "choices", "accuracy", "at moves"])
        {
            html.Element("th", heading, ("scope", "col"));
        }

        html.Close().Close().Open("tbody");
        Rows(html, "new songs", report.Won);
        Rows(html, "songs it came from", report.Kept);
        html.Close().Close().Close();
    }

    private static void Rows(HtmlWriter html, string name, FineTuningScore? score)
    {
        if (score is not null)
        {
            Row(html, $"{name}, before", score.Before);
            Row(html, $"{name}, after", score.After);
        }
    }

    private static void Row(HtmlWriter html, string name, HeldOutScore score)
    {
        html.Open("tr").Element("th", name, ("scope", "row"));
        html.Element("td", Words.Number(score.NatsPerStep, "0.000")).Element("td", Words.Number(score.Perplexity, "0.00"));
        html.Element("td", Words.Share(score.Accuracy)).Element("td", Words.Share(score.MoveAccuracy)).Close();
    }
}
