namespace Tunesmith.Pictures;

/// <summary>
/// A colour by its two sides, as <c>#rrggbb</c>. Against its own paper every colour of <see cref="Series"/> and <see cref="Ink"/> has a
/// contrast of at least 4.5 to 1, so that texts may have it, and <see cref="Line"/> of at least 3 to 1, enough for shapes. What is fainter
/// guides the eye and says nothing by itself.
/// </summary>
/// <param name="Light">On white paper.</param>
/// <param name="Dark">On dark paper.</param>
internal readonly record struct PictureColour(string Light, string Dark)
{
    /// <summary>What all is drawn on.</summary>
    public static PictureColour Paper { get; } = new("#ffffff", "#12171c");

    /// <summary>Texts.</summary>
    public static PictureColour Ink { get; } = new("#333d47", "#cfd8df");

    /// <summary>Bar lines and axes.</summary>
    public static PictureColour Line { get; } = new("#7d8a95", "#76838e");

    /// <summary>Beats and lines of equal value.</summary>
    public static PictureColour Faint { get; } = new("#dde2e6", "#2b343c");

    /// <summary>The rows of the black keys.</summary>
    public static PictureColour Shade { get; } = new("#f1f4f6", "#1a2127");

    /// <summary>What tells series and tracks apart, beside patterns, dashes and marks.</summary>
    public static IReadOnlyList<PictureColour> Series { get; } =
    [
        new("#0a5fb4", "#6db5ff"), // blue
        new("#b34700", "#ff9d5c"), // orange
        new("#00724f", "#46cf9f"), // green
        new("#a3248f", "#ee8fe0"), // magenta
        new("#6b5b00", "#dcc04a"), // olive
        new("#5a4fcf", "#a9a4ff"), // violet
        new("#b3213f", "#ff8c9c"), // red
        new("#00697f", "#4fc9e0"), // teal
    ];
}
