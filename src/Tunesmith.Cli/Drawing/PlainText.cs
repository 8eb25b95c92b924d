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
    private const int MostLettersInColumn = 8; // a letter may carry marks without end, that take no column

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
        int taken = 0;
        int length = 0;
        int lengthBeforeEllipsis = 0;
        foreach (Rune rune in plain.EnumerateRunes())
        {
            taken += Columns(rune.ToString());
            length += rune.Utf16SequenceLength;
            if (taken > columns || length > MostLettersInColumn * columns)
            {
                string cut = plain[..lengthBeforeEllipsis] + Ellipsis;
                return cut + new string(' ', columns - Columns(cut));
            }

            lengthBeforeEllipsis = taken <= columns - Ellipsis.Length ? length : lengthBeforeEllipsis;
        }

        return plain + new string(' ', columns - taken);
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
