using System.Globalization;
using System.Text;
using Spectre.Console.Rendering;

namespace Tunesmith.Cli.Drawing;

/// <summary>
/// Names and texts that come from files, made safe to show on one line: a file cannot move the cursor, change colours or turn the reading
/// direction of a terminal.
/// </summary>
internal static class PlainText
{
    private const string Ellipsis = "...";

    /// <summary>The text with <c>?</c> for whatever is not a visible letter, mark or space, and without zeros at its ends.</summary>
    public static string Of(string text)
    {
        StringBuilder plain = new(text.Length);
        foreach (Rune rune in text.Trim('\0').EnumerateRunes())
        {
            plain.Append(IsShown(rune) ? rune : new Rune('?'));
        }

        return plain.ToString();
    }

    /// <summary>The text as <see cref="Of"/> has it, cut or filled with spaces to a number of columns.</summary>
    /// <param name="text">The text.</param>
    /// <param name="columns">3 or more.</param>
    public static string Fit(string text, int columns)
    {
        string plain = Of(text);
        if (Columns(plain) > columns)
        {
            while (Columns(plain) > columns - Ellipsis.Length)
            {
                int last = plain.Length > 1 && char.IsLowSurrogate(plain[^1]) ? 2 : 1;
                plain = plain[..^last];
            }

            plain += Ellipsis;
        }

        return plain + new string(' ', Math.Max(0, columns - Columns(plain)));
    }

    /// <summary>How many columns a text takes in a terminal.</summary>
    public static int Columns(string text) => new Segment(text).CellCount();

    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control
        or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned);
}
