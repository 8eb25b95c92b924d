namespace Tunesmith.Music.Abc.Reading;

/// <summary>Reads bar lines: any run of <c>|</c>, <c>:</c>, <c>[</c> and <c>]</c>, with the numbers of an ending after it.</summary>
internal static class AbcBarLineReader
{
    /// <summary>The most often that anything is repeated.</summary>
    public const int MostPasses = 100;

    /// <summary>Whether a bar line, or an ending such as <c>[1</c>, stands next.</summary>
    public static bool IsNext(AbcScanner scanner) =>
        scanner.Next is '|' or ':' or ']' || (scanner.Next == '[' && (scanner.Peek(1) == '|' || char.IsAsciiDigit(scanner.Peek(1))));

    /// <summary>Reads the bar line that stands next.</summary>
    public static AbcBarLine Read(AbcScanner scanner, AbcLog log)
    {
        AbcPlace place = scanner.Place;
        int start = scanner.Position;
        int lines = 0;
        int before = 0; // colons before the first line
        int after = 0; // and after the last
        bool isThick = false;
        bool isEnding = false;
        while (!isEnding)
        {
            if (scanner.Take('|'))
            {
                lines++;
                after = 0;
            }
            else if (scanner.Take(':'))
            {
                before += lines == 0 && !isThick ? 1 : 0;
                after += lines > 0 || isThick ? 1 : 0;
            }
            else if (scanner.Take(']'))
            {
                isThick = true;
            }
            else if (scanner.Next == '[' && scanner.Peek(1) == '|')
            {
                scanner.Position++;
                isThick = true;
            }
            else
            {
                isEnding = scanner.Next == '[' && char.IsAsciiDigit(scanner.Peek(1));
                scanner.Position += isEnding ? 1 : 0;
                break;
            }
        }

        if (lines == 0 && before > 1)
        {
            after = before - 1; // :: ends one repeat and begins the next
            before = 1;
        }
        else if (lines == 0 && !isThick && !isEnding)
        {
            log.Add(place, "a bar line", AbcLog.Quote(scanner.Slice(start, scanner.Position)), "passed over");
            before = 0;
        }

        return new AbcBarLine(place)
        {
            Repeats = Math.Min(before, MostPasses - 1),
            Starts = after > 0,
            IsDouble = lines > 1 || isThick,
            Ending = char.IsAsciiDigit(scanner.Next) ? ReadEnding(scanner) : null,
        };
    }

    /// <summary>Reads numbers such as <c>1</c>, <c>1,3</c> or <c>1-3</c>.</summary>
    private static int[] ReadEnding(AbcScanner scanner)
    {
        SortedSet<int> passes = [];
        do
        {
            long first = scanner.TakeNumber() ?? 0;
            bool isRange = scanner.Next == '-' && char.IsAsciiDigit(scanner.Peek(1)) && scanner.Take('-');
            long last = isRange ? scanner.TakeNumber()!.Value : first;
            for (long pass = Math.Max(first, 1); pass <= Math.Min(last, MostPasses); pass++)
            {
                passes.Add((int)pass);
            }
        }
        while (scanner.Next == ',' && char.IsAsciiDigit(scanner.Peek(1)) && scanner.Take(','));

        return [.. passes];
    }
}
