using System.Globalization;
using System.Text;

namespace Tunesmith.Pictures;

/// <summary>
/// Texts of pictures. Names come from files and are trusted with nothing: what XML forbids, and what turns the reading direction or is not
/// shown, becomes <c>?</c>, and what is long is cut. Widths are estimates on the wide side, for a picture is made without knowing the font.
/// </summary>
internal static class PictureText
{
    /// <summary>The most characters of a name that are drawn.</summary>
    public const int LongestName = 32;

    private const string Ellipsis = "…";

    /// <summary>The text with <c>?</c> for whatever is no visible letter, sign, mark or space.</summary>
    public static string Clean(string text)
    {
        StringBuilder clean = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            clean.Append(IsShown(rune) ? rune.ToString() : "?");
        }

        return clean.ToString();
    }

    /// <summary>A name on one line: cleaned, spaces at its ends and zeros left out, and cut where it is long.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="longest">The most characters; 2 or more.</param>
    public static string Name(string text, int longest = LongestName)
    {
        string line = Clean(string.Join(' ', text.Split((char[])['\r', '\n', '\t', '\0', ' '], StringSplitOptions.RemoveEmptyEntries)));
        StringInfo letters = new(line);
        return letters.LengthInTextElements <= longest && line.Length <= 4 * longest
            ? line
            : Cut(letters, line, longest - 1).TrimEnd() + Ellipsis;
    }

    /// <summary>A sentence in as many lines as a width asks for, broken between words.</summary>
    /// <param name="sentence">Words with a space between.</param>
    /// <param name="size">The size of its letters.</param>
    /// <param name="width">How wide a line may be, in the same unit; a word that is wider has a line of its own.</param>
    public static IEnumerable<string> Lines(string sentence, double size, double width)
    {
        string line = "";
        foreach (string word in sentence.Split(' '))
        {
            string longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Width(longer, size) > width)
            {
                yield return line;
                longer = word;
            }

            line = longer;
        }

        yield return line;
    }

    /// <summary>How wide a text is at most, in the same unit as the size of its letters.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">The size of its letters.</param>
    public static double Width(string text, double size)
    {
        double width = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            width += WidthOf(rune);
        }

        return width * size;
    }

    /// <summary>The beginning of a text by letters, none of them of more marks than letters are made of.</summary>
    private static string Cut(StringInfo letters, string line, int longest)
    {
        string cut = letters.LengthInTextElements <= longest ? line : letters.SubstringByTextElements(0, longest);
        int end = Math.Min(cut.Length, 4 * longest);
        return cut[..(end < cut.Length && char.IsLowSurrogate(cut[end]) ? end - 1 : end)];
    }

    private static double WidthOf(Rune rune) => rune.Value switch
    {
        'i' or 'j' or 'l' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or ' ' => 0.36,
        'm' or 'w' or 'M' or 'W' or '%' or '@' or '…' => 1,
        >= 'A' and <= 'Z' => 0.76,
        < 0x250 => 0.64,
        < 0x1100 => 0.8,
        _ => 1.1, // East Asian letters and pictures
    };

    private static bool IsShown(Rune rune) => rune.Value is not (0xFFFE or 0xFFFF) && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control
        or UnicodeCategory.Format
        or UnicodeCategory.Surrogate
        or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned);
}
