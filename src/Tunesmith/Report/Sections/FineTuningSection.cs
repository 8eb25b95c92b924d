using Tunesmith.Experiments;
using Tunesmith.Report.Html;
using static System.FormattableString;

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
        html.Element("p", report.InWords, ("class", "verdict"));
        html.Open("div", ("class", "measures"));
        Measure(html, "The new songs", report.Won);
        Measure(html, "The songs that it came from", report.Kept);
        html.Close();
        ScoreTable.Write(
            html,
            "Before and after in numbers",
            "At every step of these songs but each one's first",
            [.. Rows("new songs", report.Won), .. Rows("songs it came from", report.Kept)]);
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
                $"{score.SongsInWords}. More is better.",
                [
                    new LevelBar("before", before, Invariant($"{100 * before:0}")) { IsBaseline = true },
                    new LevelBar("after", after, Invariant($"{100 * after:0}")),
                ]);
        }
    }

    private static IEnumerable<ScoreRow> Rows(string name, FineTuningScore? score) => score is null
        ? []
        : [ScoreRow.Of($"{name}, before", score.Before), ScoreRow.Of($"{name}, after", score.After)];
}
