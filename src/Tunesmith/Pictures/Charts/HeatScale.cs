using System.Globalization;

namespace Tunesmith.Pictures.Charts;

/// <summary>
/// The colours of probabilities: from next to nothing to certain in fifteen steps of the same difference in lightness (that of the OKLab
/// colour space), so that the picture is as true in print without colour.
/// </summary>
internal static class HeatScale
{
    /// <summary>The colours; what is less probable than half of the first has none.</summary>
    public static IReadOnlyList<PictureColour> Colours { get; } =
    [
        new("#b5fbf5", "#292842"),
        new("#94eeef", "#303359"),
        new("#74dfe9", "#344070"),
        new("#54d0e5", "#364e86"),
        new("#36c0df", "#345e9b"),
        new("#1bafd9", "#2f6eae"),
        new("#099dd0", "#2780be"),
        new("#108bc5", "#1d91cc"),
        new("#1e7ab8", "#1ba3d7"),
        new("#2868a7", "#28b5df"),
        new("#2e5895", "#3fc6e6"),
        new("#304980", "#5cd7eb"),
        new("#2f3b6a", "#7be6f0"),
        new("#2b2e53", "#9bf4f5"),
        new("#24233d", "#c6fffa"),
    ];

    /// <summary>The level of a probability: 0 for none, else 1 to the number of colours, the nearest.</summary>
    /// <param name="probability">0 to 1; what is no number is 0.</param>
    public static int LevelOf(double probability) =>
        double.IsNaN(probability) ? 0 : (int)Math.Round(Math.Clamp(probability, 0, 1) * Colours.Count, MidpointRounding.AwayFromZero);

    /// <summary>The class of a level.</summary>
    public static string StyleOf(int level) => string.Create(CultureInfo.InvariantCulture, $"ts-h{level}");

    /// <summary>The styles.</summary>
    public static void Style(PictureFrame frame)
    {
        for (int level = 1; level <= Colours.Count; level++)
        {
            frame.Colour($".{StyleOf(level)}", "fill", Colours[level - 1]);
        }
    }
}
