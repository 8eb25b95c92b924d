using System.Globalization;
using System.Text.RegularExpressions;

namespace Tunesmith.Tests.Documents;

/// <summary>
/// Adds up the bars of a songbook file with nothing of the library: notes, rests, triplets and bar lines are all that its music may hold.
/// </summary>
internal static partial class SongbookBars
{
    private const int WholeNote = 384;

    /// <summary>What does not add up, each in a sentence; nothing where all does.</summary>
    /// <remarks>
    /// A bar is as long as the meter says, but for two: the pick-up, which is the first of all or the first after a sign of repetition, and
    /// the last before such a sign or the end, which makes a whole bar with the pick-up last seen. Lengths count in parts of which a whole
    /// note has 384, so that the notes of a triplet have whole numbers too.
    /// </remarks>
    public static IEnumerable<string> Faults(SongbookFile file)
    {
        int bar = Parts(file.Meter, WholeNote);
        int unit = Parts(file.Fields('L')[0], WholeNote);
        int length = 0;
        int triplet = 0;
        int number = 1;
        int pickUp = 0;
        bool isFirst = true;
        foreach (Match token in Token().Matches(file.Music))
        {
            if (token.Groups["triplet"].Success)
            {
                triplet = 3;
            }
            else if (token.Groups["note"].Success)
            {
                int note = Parts(token.Groups["length"].Value, unit);
                length += triplet > 0 ? note * 2 / 3 : note;
                triplet = Math.Max(0, triplet - 1);
            }
            else if (token.Groups["line"].Success && length > 0)
            {
                bool isEnd = token.Value is not ("|" or "|1");
                if (length < bar && isFirst && !isEnd)
                {
                    pickUp = length;
                }
                else if (length != bar && !(isEnd && length + pickUp == bar))
                {
                    yield return $"{file.Name}: bar {number}, up to {token.Value} at {token.Index}, has {length} of {bar} parts";
                }

                (length, isFirst) = (0, token.Value is ":|" or "::" or "|:");
                number++;
            }
            else if (token.Groups["other"].Success)
            {
                yield return $"{file.Name}: {token.Value} at {token.Index} is no note, rest, triplet or bar line";
            }
        }

        if (length > 0)
        {
            yield return $"{file.Name}: the music does not end with a bar line";
        }
    }

    /// <summary>A length such as <c>3</c>, <c>3/2</c>, <c>/</c> or none, in parts of which a unit has so many.</summary>
    private static int Parts(string length, int unit)
    {
        int slash = length.IndexOf('/', StringComparison.Ordinal);
        string over = slash < 0 ? length : length[..slash];
        string under = slash < 0 ? "1" : length[(slash + 1)..];
        return (over.Length == 0 ? 1 : Number(over)) * unit / (under.Length == 0 ? 2 : Number(under));
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"(?<triplet>\(3)|(?<line>:\|[12\]]?|::|\|:|\|[12\]]|\|)|(?<note>[_^=]?[A-Ga-gz][,']*(?<length>[0-9]*/?[0-9]*))|[ -]"
            + "|(?<other>.)")]
    private static partial Regex Token();
}
