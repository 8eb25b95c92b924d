using System.Text.RegularExpressions;

namespace Tunesmith.Pictures;

/// <summary>What all pictures can be asked for.</summary>
public partial record PictureOptions
{
    /// <summary>The least <see cref="Width"/>.</summary>
    public const double LeastWidth = 240;

    /// <summary>The greatest <see cref="Width"/>.</summary>
    public const double MostWidth = 10_000;

    /// <summary>The title, for all to hear and, where <see cref="ShowsTitle"/>, to see. Untrusted text is fine. Default: empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>Whether the title is drawn above the picture. Default: yes, where there is one.</summary>
    public bool ShowsTitle { get; init; } = true;

    /// <summary>The width in the picture's own units, 240 to 10,000, of which a letter has 10: what fits a line. Default: 960.</summary>
    public double Width { get; init; } = 960;

    /// <summary>The colours. Default: <see cref="PictureTheme.Auto"/>.</summary>
    public PictureTheme Theme { get; init; }

    /// <summary>
    /// Whether white, or near black, is painted behind the picture. Default: yes, so that it is readable wherever it is shown. A page that
    /// has one of these behind it, by the same preference, can do without.
    /// </summary>
    public bool HasPaper { get; init; } = true;

    /// <summary>
    /// The id of the picture, and the beginning of all its ids: several pictures in one page need different ones. A letter, then letters,
    /// digits, <c>-</c> and <c>_</c>. Default: <c>picture</c>.
    /// </summary>
    public string Id { get; init; } = "picture";

    /// <summary>Throws where an option is out of its range.</summary>
    /// <exception cref="ArgumentException">The id is none, or the width is out of its range.</exception>
    internal void Validate()
    {
        if (!IdForm().IsMatch(Id))
        {
            throw new ArgumentException($"Expected an id of letters, digits, - and _, a letter first, found \"{Id}\".", nameof(Id));
        }

        if (!(Width >= LeastWidth && Width <= MostWidth))
        {
            throw new ArgumentOutOfRangeException(nameof(Width), Width, $"Expected a width from {LeastWidth} to {MostWidth}.");
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex IdForm();
}
