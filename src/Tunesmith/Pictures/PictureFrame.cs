using System.Text;

namespace Tunesmith.Pictures;

/// <summary>
/// What every picture begins with: the root with its view box, title and description for screen readers, and the style. Rules reach the
/// picture they stand in and no other, for each begins with its id.
/// </summary>
internal sealed class PictureFrame
{
    /// <summary>The size of most letters.</summary>
    public const double TextSize = 10;

    /// <summary>The size of the letters of the title.</summary>
    public const double TitleSize = 16;

    /// <summary>The height of the title with the space below it.</summary>
    public const double TitleHeight = 26;

    /// <summary>The space around a picture.</summary>
    public const double Margin = 12;

    private readonly PictureOptions _options;
    private readonly StringBuilder _plain = new();
    private readonly List<(string Selector, string Property, PictureColour Colour)> _colours = [];

    /// <summary>Makes the frame of a picture.</summary>
    public PictureFrame(PictureOptions options)
    {
        options.Validate();
        _options = options;
        Title = PictureText.Name(options.Title, 120);
        Rule("text", $"font:{SvgWriter.Number(TextSize)}px system-ui,-apple-system,'Segoe UI','DejaVu Sans',sans-serif");
        Colour("text", "fill", PictureColour.Ink);
        Rule(".ts-title", $"font-size:{SvgWriter.Number(TitleSize)}px;font-weight:600");
    }

    /// <summary>The title, safe to show.</summary>
    public string Title { get; }

    /// <summary>Whether the title is drawn.</summary>
    public bool ShowsTitle => _options.ShowsTitle && Title.Length > 0;

    /// <summary>Where the picture proper begins.</summary>
    public double Top => ShowsTitle ? Margin + TitleHeight : Margin;

    /// <summary>An id of the picture's own.</summary>
    public string IdOf(string name) => $"{_options.Id}-{name}";

    /// <summary>Adds a rule that is the same on any paper.</summary>
    public void Rule(string selector, string declarations) =>
        _plain.Append(Scoped(selector)).Append('{').Append(declarations).Append("}\n");

    /// <summary>Adds a colour that depends on the paper.</summary>
    public void Colour(string selector, string property, PictureColour colour) => _colours.Add((selector, property, colour));

    /// <summary>Opens the picture and writes all that comes before its content; the caller closes it.</summary>
    /// <param name="svg">Where; nothing is written there yet.</param>
    /// <param name="width">The width of the view box.</param>
    /// <param name="height">Its height.</param>
    /// <param name="kind">What it is, for those who do not see it, where it has no title.</param>
    /// <param name="description">What it shows, for those who do not see it.</param>
    public void Open(SvgWriter svg, double width, double height, string kind, string description)
    {
        (string title, string desc) = (IdOf("title"), IdOf("desc"));
        svg.Open(
            "svg",
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("id", _options.Id),
            ("viewBox", $"0 0 {SvgWriter.Number(width)} {SvgWriter.Number(height)}"),
            ("role", "img"),
            ("aria-labelledby", $"{title} {desc}"));
        svg.Text("title", Title.Length > 0 ? Title : kind, ("id", title));
        svg.Text("desc", description, ("id", desc));
        if (_options.HasPaper)
        {
            Colour(".ts-paper", "fill", PictureColour.Paper);
        }

        svg.Verbatim("style", Style());
        if (_options.HasPaper)
        {
            svg.Empty("rect", ("class", "ts-paper"), ("width", width), ("height", height));
        }

        if (ShowsTitle)
        {
            svg.Text("text", FittingTitle(width), ("class", "ts-title"), ("x", Margin), ("y", Margin + TitleSize));
        }
    }

    private string FittingTitle(double width)
    {
        string title = Title;
        for (int longest = 100; longest > 8 && PictureText.Width(title, TitleSize) > width - (2 * Margin); longest -= 4)
        {
            title = PictureText.Name(Title, longest);
        }

        return title;
    }

    private string Style() => _options.Theme switch
    {
        PictureTheme.Light => $"{_plain}{Colours(colour => colour.Light)}",
        PictureTheme.Dark => $"{_plain}{Colours(colour => colour.Dark)}",
        _ => $"{_plain}{Colours(colour => colour.Light)}"
            + $"@media screen and (prefers-color-scheme:dark){{\n{Colours(colour => colour.Dark)}}}\n",
    };

    private string Colours(Func<PictureColour, string> side) =>
        string.Concat(_colours.Select(rule => $"{Scoped(rule.Selector)}{{{rule.Property}:{side(rule.Colour)}}}\n"));

    /// <summary>Selectors that reach this picture alone.</summary>
    private string Scoped(string selectors) => string.Join(',', selectors.Split(',').Select(selector => $"#{_options.Id} {selector}"));
}
