using static System.FormattableString;

namespace Tunesmith.Report.Html;

/// <summary>One bar of a measure.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Share">How long it is, 0 to 1 of the whole width.</param>
/// <param name="Value">Its value in words.</param>
internal sealed record LevelBar(string Name, double Share, string Value)
{
    /// <summary>Whether it is what others are held against.</summary>
    public bool IsBaseline { get; init; }
}

/// <summary>A few values as level bars, each with its name and number beside it.</summary>
internal static class LevelBars
{
    /// <summary>Writes a measure.</summary>
    /// <param name="html">Where.</param>
    /// <param name="heading">What is measured.</param>
    /// <param name="hint">Which way is better.</param>
    /// <param name="bars">The bars.</param>
    public static void Write(HtmlWriter html, string heading, string hint, IReadOnlyList<LevelBar> bars)
    {
        html.Open("div", ("class", "measure")).Element("h3", heading).Element("p", hint, ("class", "hint")).Open("ul", ("class", "bars"));
        foreach (LevelBar bar in bars)
        {
            html.Open("li", ("class", bar.IsBaseline ? "baseline" : "own"));
            html.Element("span", bar.Name, ("class", "name")).Element("span", bar.Value, ("class", "value"));
            html.Open("span", ("class", "track"), ("aria-hidden", "true"));
            html.Element("span", "", ("class", "bar"), ("style", Invariant($"width:{100 * Math.Clamp(bar.Share, 0, 1):0.#}%")));
            html.Close().Close();
        }

        html.Close().Close();
    }
}
