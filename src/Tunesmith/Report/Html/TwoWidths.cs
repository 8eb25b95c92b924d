namespace Tunesmith.Report.Html;

/// <summary>A picture drawn twice, for a page wide and narrow, of which the style sheet shows one.</summary>
internal static class TwoWidths
{
    /// <summary>The width of the one for a wide page.</summary>
    public const double Wide = 840;

    /// <summary>The width of the one for a narrow page.</summary>
    public const double Narrow = 340;

    /// <summary>Writes both.</summary>
    public static void Write(HtmlWriter html, string wideSvg, string narrowSvg)
    {
        html.Open("div", ("class", "wide")).Verbatim(wideSvg).Close();
        html.Open("div", ("class", "narrow")).Verbatim(narrowSvg).Close();
    }
}
