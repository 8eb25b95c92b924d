namespace Tunesmith.Pictures;

/// <summary>
/// The looks that tell parts apart: eight colours and eight patterns, paired so that neighbours differ in both, and all sixty-four in one.
/// </summary>
internal static class PictureFill
{
    /// <summary>How many looks there are; more parts begin anew.</summary>
    public const int Count = 64;

    // Tiles of four by four; the tint below them is the same colour. The first look is the colour itself.
    private static readonly string[] Tiles =
    [
        "",
        "M-1 1l2-2M0 4l4-4M3 5l2-2", // rising stripes
        "M1 0v4", // upright stripes
        "M.6.6h1.2v1.2H.6zM2.6 2.6h1.2v1.2H2.6z", // dots
        "M-1 3l2 2M0 0l4 4M3-1l2 2", // falling stripes
        "M0 0h2v2h2v2H2V2H0z", // checks
        "M0 2h4", // level stripes
        "M0 0l4 4M0 4l4-4", // crosses
    ];

    private static readonly bool[] IsFilled = [false, false, false, true, false, true, false, false];

    /// <summary>Adds the styles of some looks: <c>ts-p0</c> and so on for what is filled, and what their patterns are drawn with.</summary>
    /// <param name="frame">The picture's frame.</param>
    /// <param name="count">How many; 0 to <see cref="Count"/>.</param>
    /// <param name="style">How their classes begin.</param>
    public static void Style(PictureFrame frame, int count, string style)
    {
        for (int colour = 0; colour < Math.Min(count, PictureColour.Series.Count); colour++)
        {
            frame.Colour($".ts-line{colour}", "stroke", PictureColour.Series[colour]);
            frame.Colour($".ts-fill{colour}", "fill", PictureColour.Series[colour]);
        }

        for (int look = 0; look < count; look++)
        {
            frame.Colour($".{style}{look}", "stroke", PictureColour.Series[ColourOf(look)]);
            if (TileOf(look) == 0)
            {
                frame.Colour($".{style}{look}", "fill", PictureColour.Series[ColourOf(look)]);
            }
            else
            {
                frame.Rule($".{style}{look}", $"fill:url(#{frame.IdOf($"tile{look}")})");
            }
        }

        frame.Rule(".ts-tint", "fill-opacity:.25");
        frame.Rule(".ts-tile", "fill:none;stroke-width:1.1");
    }

    /// <summary>Writes the patterns of some looks.</summary>
    public static void Define(SvgWriter svg, PictureFrame frame, int count)
    {
        if (count < 2)
        {
            return;
        }

        svg.Open("defs");
        for (int look = 0; look < count; look++)
        {
            int tile = TileOf(look);
            if (tile == 0)
            {
                continue;
            }

            string fill = FormattableString.Invariant($"ts-fill{ColourOf(look)}");
            string line = FormattableString.Invariant($"ts-line{ColourOf(look)}");
            svg.Open("pattern", ("id", frame.IdOf($"tile{look}")), ("width", 4), ("height", 4), ("patternUnits", "userSpaceOnUse"));
            svg.Empty("rect", ("class", $"{fill} ts-tint"), ("width", 4), ("height", 4));
            svg.Empty("path", ("class", IsFilled[tile] ? fill : $"{line} ts-tile"), ("d", Tiles[tile]));
            svg.Close();
        }

        svg.Close();
    }

    private static int ColourOf(int look) => look % PictureColour.Series.Count;

    private static int TileOf(int look) => (look + (look / Tiles.Length)) % Tiles.Length;
}
