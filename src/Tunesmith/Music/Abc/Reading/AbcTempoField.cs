namespace Tunesmith.Music.Abc.Reading;

/// <summary>What a <c>Q:</c> field says, in the forms of today and of old.</summary>
internal static class AbcTempoField
{
    private const int MostMicroseconds = 0xFFFFFF; // as many as a MIDI file can say
    private static readonly int[] PowersOfTen = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];
    private static readonly Int128 MicrosecondsPerMinute = 60_000_000;

    /// <summary>
    /// Reads a tempo as microseconds a quarter, <c>60,000,000 / (4 * beat * rate)</c>: <c>1/4=120</c>, with words in quotes before or
    /// after; <c>1/4 3/8=40</c>, whose beat is the sum; <c>C=120</c> and <c>C3=40</c>, whose beat is that many unit notes; <c>120</c>,
    /// whose beat is a unit note.
    /// </summary>
    /// <param name="value">The field's value.</param>
    /// <param name="unit">The unit note length, in whole notes.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="log">Where what cannot be read is said.</param>
    /// <returns>Null where there are only words, or what is no tempo.</returns>
    public static int? Read(string value, Fraction unit, AbcPlace place, AbcLog log)
    {
        string text = WithoutWords(value).Trim();
        if (text.Length == 0)
        {
            return null;
        }

        AbcScanner scanner = new(text, place.Line, place.Column);
        Fraction beat = ReadBeat(scanner, unit);
        if (beat.Numerator > 0 && ReadRate(scanner) is { Numerator: > 0 } rate)
        {
            Fraction quarters = beat * rate * new Fraction(4, 1);
            Int128 twice = 2 * (Int128)quarters.Numerator;
            Int128 microseconds = ((MicrosecondsPerMinute * 2 * quarters.Denominator) + quarters.Numerator) / twice;
            if (microseconds >= 1 && microseconds <= MostMicroseconds)
            {
                return (int)microseconds;
            }
        }

        log.Add(place, "a tempo, such as 1/4=120,", AbcLog.Quote(value), "passed over");
        return null;
    }

    private static Fraction ReadBeat(AbcScanner scanner, Fraction unit)
    {
        if (!scanner.Rest.Contains('='))
        {
            return unit;
        }

        Fraction beat = default;
        while (!scanner.AtEnd && !scanner.Take('='))
        {
            bool inUnits = scanner.Take('C') || scanner.Take('c');
            if (!inUnits && !char.IsAsciiDigit(scanner.Next))
            {
                scanner.Position++;
                continue;
            }

            Fraction length = scanner.TakeLength() ?? default;
            beat += inUnits ? length * unit : length;
        }

        return beat;
    }

    /// <summary>A number that may have decimals.</summary>
    private static Fraction? ReadRate(AbcScanner scanner)
    {
        scanner.SkipSpaces();
        if (scanner.TakeNumber() is not { } whole || whole > 100_000_000)
        {
            return null;
        }

        int start = scanner.Position + 1;
        return scanner.Take('.') && scanner.TakeNumber() is { } decimals && scanner.Position - start is >= 1 and <= 6 and int digits
            ? new Fraction(whole, 1) + new Fraction(decimals, PowersOfTen[digits])
            : new Fraction(whole, 1);
    }

    private static string WithoutWords(string value)
    {
        string[] pieces = value.Split('"');
        return string.Join(' ', pieces.Where((_, index) => index % 2 == 0));
    }
}
