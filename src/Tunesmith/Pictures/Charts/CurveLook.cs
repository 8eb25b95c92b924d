using System.Globalization;

namespace Tunesmith.Pictures.Charts;

/// <summary>How curves look: the colour, dash and mark of each.</summary>
internal static class CurveLook
{
    private static readonly string[] Dashes = ["", "7 3", "2 2.5", "10 3 2 3", "4 4", "12 4", "1.5 4", "8 2 2 2 2 2"];

    /// <summary>The styles.</summary>
    public static void Style(PictureFrame frame, int count)
    {
        for (int look = 0; look < Math.Min(count, PictureColour.Series.Count); look++)
        {
            string dash = Dashes[look].Length == 0 ? "" : $";stroke-dasharray:{Dashes[look]}";
            frame.Rule($".ts-c{look}", $"fill:none;stroke-width:1.8;stroke-linejoin:round{dash}");
            frame.Colour($".ts-c{look}", "stroke", PictureColour.Series[look]);
            frame.Colour($".ts-m{look}", "fill", PictureColour.Series[look]);
        }

        frame.Rule(".ts-axis,.ts-grid,.ts-level,.ts-mark,.ts-lead", "fill:none;stroke-width:.8");
        frame.Rule(".ts-level", "stroke-width:1.5;stroke-dasharray:5 3 1 3");
        frame.Rule(".ts-mark", "stroke-width:1.2;stroke-dasharray:3 3");
        frame.Rule(".ts-word", "font-weight:600");
        frame.Rule(".ts-base", "font-style:italic");
        frame.Rule(".ts-middle", "text-anchor:middle");
        frame.Rule(".ts-end", "text-anchor:end");
        frame.Colour(".ts-axis", "stroke", PictureColour.Line);
        frame.Colour(".ts-lead", "stroke", PictureColour.Line);
        frame.Colour(".ts-grid", "stroke", PictureColour.Faint);
        frame.Colour(".ts-level", "stroke", PictureColour.Ink);
        frame.Colour(".ts-mark", "stroke", PictureColour.Ink);
    }

    /// <summary>Adds a mark: a circle, square, triangle or diamond.</summary>
    public static void Mark(SvgPath path, int look, double x, double y) => _ = (look % 4) switch
    {
        0 => path.Circle(x, y, 3),
        1 => path.Rectangle(x - 2.7, y - 2.7, 5.4, 5.4),
        2 => path.Triangle(x, y, 3.6),
        _ => path.Diamond(x, y, 3.8),
    };

    /// <summary>A value in words: a share in per cent, a number with three digits after the point at most.</summary>
    public static string Value(double value, bool isShare) => isShare
        ? string.Create(CultureInfo.InvariantCulture, $"{100 * value:0.#} %")
        : string.Create(CultureInfo.InvariantCulture, $"{value:0.###}");
}
