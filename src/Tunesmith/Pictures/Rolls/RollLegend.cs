namespace Tunesmith.Pictures.Rolls;

/// <summary>Which look is which part. A single part needs none.</summary>
internal sealed class RollLegend
{
    private const int MostParts = 40;
    private const double LineHeight = 17;
    private const double SwatchWidth = 22;
    private const double SwatchHeight = 9;

    private readonly List<(int Part, string Name, double X, double Y)> _entries = [];
    private readonly IReadOnlyList<RollPart> _parts;

    /// <summary>Lays a legend out.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="top">Where it begins.</param>
    /// <param name="right">Where its lines end.</param>
    public RollLegend(IReadOnlyList<RollPart> parts, double top, double right)
    {
        _parts = parts;
        Bottom = top;
        if (parts.Count < 2)
        {
            return;
        }

        double x = PictureFrame.Margin;
        double y = top;
        int shown = parts.Count <= MostParts ? parts.Count : MostParts - 1;
        for (int part = 0; part <= shown && part < parts.Count; part++)
        {
            string name = part < shown ? parts[part].Name : FormattableString.Invariant($"and {parts.Count - shown} more");
            double width = SwatchWidth + 5 + PictureText.Width(name, PictureFrame.TextSize);
            if (x > PictureFrame.Margin && x + width > right)
            {
                (x, y) = (PictureFrame.Margin, y + LineHeight);
            }

            _entries.Add((part < shown ? part : -1, name, x, y));
            Right = Math.Max(Right, x + width);
            x += width + 12;
        }

        Bottom = y + LineHeight + 4;
    }

    /// <summary>Where its longest line ends; 0 where it has none.</summary>
    public double Right { get; }

    /// <summary>Where it ends.</summary>
    public double Bottom { get; }

    /// <summary>Draws it.</summary>
    public void Draw(SvgWriter svg)
    {
        foreach ((int part, string name, double x, double y) in _entries)
        {
            if (part >= 0)
            {
                Swatch(svg, part, x, y);
            }

            svg.Text("text", name, ("x", part >= 0 ? x + SwatchWidth + 5 : x), ("y", y + 9.5));
        }
    }

    private void Swatch(SvgWriter svg, int part, double x, double y)
    {
        string style = $"ts-notes {RollNotes.StyleOf(part)}";
        if (_parts[part].IsDrums)
        {
            new SvgPath().Diamond(x + 6, y + 6, 4).Diamond(x + 16, y + 6, 4).Draw(svg, style);
        }
        else
        {
            svg.Empty(
                "rect", ("class", style), ("x", x + 0.5), ("y", y + 1.5), ("width", SwatchWidth - 1), ("height", SwatchHeight));
        }
    }
}
