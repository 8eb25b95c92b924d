namespace Tunesmith.Music.Abc.Reading;

/// <summary>The order of parts that a <c>P:</c> field in a tune's head gives, such as <c>ABA</c> or <c>(AB)3C</c>.</summary>
internal static class AbcPartsField
{
    private const int MostParts = 10_000;
    private const int DeepestGroup = 32;

    /// <summary>Reads an order.</summary>
    /// <returns>The letters of the parts in the order in which they are played; null for what is no order.</returns>
    /// <exception cref="AbcFormatException">It has more than 10,000 parts.</exception>
    public static string? Read(string value, AbcPlace place)
    {
        AbcScanner scanner = new(value.Trim(), place.Line, place.Column);
        Stack<List<char>> open = new([[]]);
        while (!scanner.AtEnd)
        {
            char next = scanner.Next;
            scanner.Position++;
            List<char> played;
            if (char.IsAsciiLetterUpper(next))
            {
                played = [next];
            }
            else if (next == ')' && open.Count > 1)
            {
                played = open.Pop();
            }
            else if (next == '(' && open.Count < DeepestGroup)
            {
                open.Push([]);
                continue;
            }
            else if (next is '.' or ' ' or ',')
            {
                continue;
            }
            else
            {
                return null;
            }

            long times = scanner.TakeNumber() ?? 1;
            if (open.Peek().Count + (played.Count * (Int128)times) > MostParts)
            {
                throw AbcLog.Error(place, $"at most {MostParts} parts", "more", "Write fewer repeats of parts.");
            }

            for (long time = 0; played.Count > 0 && time < times; time++)
            {
                open.Peek().AddRange(played);
            }
        }

        return open.Count == 1 ? string.Concat(open.Peek()) : null;
    }
}
