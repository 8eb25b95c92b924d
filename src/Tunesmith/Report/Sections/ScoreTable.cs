using Tunesmith.Evaluation;
using Tunesmith.Report.Html;

namespace Tunesmith.Report.Sections;

/// <summary>The scores of something that foresees songs, as a row of a table.</summary>
/// <param name="Name">What it is.</param>
/// <param name="NatsPerStep">Its loss; null where it has none, like the rest.</param>
/// <param name="Perplexity">The choices that it wavers among at a step.</param>
/// <param name="Accuracy">The share of steps foreseen, 0 to 1.</param>
/// <param name="MoveAccuracy">The share of moves foreseen, 0 to 1.</param>
internal sealed record ScoreRow(string Name, double? NatsPerStep, double? Perplexity, double? Accuracy, double? MoveAccuracy)
{
    /// <summary>Its class in the style sheet; null for none.</summary>
    public string? Style { get; init; }

    /// <summary>How many weights it has; shown where the table has a column for them.</summary>
    public long? Weights { get; init; }

    /// <summary>The row of a score.</summary>
    public static ScoreRow Of(string name, HeldOutScore score) =>
        new(name, score.NatsPerStep, score.Perplexity, score.Accuracy, score.MoveAccuracy);
}

/// <summary>A table of scores in numbers.</summary>
internal static class ScoreTable
{
    private static readonly string[] Headings = ["nats a step", "choices", "accuracy", "at moves"];

    /// <summary>Writes a table.</summary>
    /// <param name="html">Where.</param>
    /// <param name="label">What those who do not see it are told.</param>
    /// <param name="caption">What stands above it.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="hasWeights">Whether there is a column for weights.</param>
    public static void Write(HtmlWriter html, string label, string caption, IEnumerable<ScoreRow> rows, bool hasWeights = false)
    {
        html.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "group"), ("aria-label", label)).Open("table");
        html.Element("caption", caption).Open("thead").Open("tr").Element("td", "");
        foreach (string heading in hasWeights ? [.. Headings, "weights"] : Headings)
        {
            html.Element("th", heading, ("scope", "col"));
        }

        html.Close().Close().Open("tbody");
        foreach (ScoreRow row in rows)
        {
            html.Open("tr", row.Style is { } style ? [("class", style)] : []).Element("th", row.Name, ("scope", "row"));
            html.Element("td", Words.Number(row.NatsPerStep, "0.000")).Element("td", Words.Number(row.Perplexity, "0.00"));
            html.Element("td", Words.Share(row.Accuracy)).Element("td", Words.Share(row.MoveAccuracy));
            if (hasWeights)
            {
                html.Element("td", Words.Number(row.Weights, "N0"));
            }

            html.Close();
        }

        html.Close().Close().Close();
    }
}
