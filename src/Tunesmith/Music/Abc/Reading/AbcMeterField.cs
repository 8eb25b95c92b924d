namespace Tunesmith.Music.Abc.Reading;

/// <summary>What <c>M:</c> and <c>L:</c> fields say.</summary>
internal static class AbcMeterField
{
    private const int MostBeats = 255;
    private const int MostDenominator = 1024;

    private static readonly Fraction Eighth = new(1, 8);
    private static readonly Fraction Sixteenth = new(1, 16);

    /// <summary>Reads a meter: <c>C</c>, <c>C|</c>, <c>6/8</c>, <c>2+3/8</c>, <c>(2+3)/8</c>; null for <c>none</c>.</summary>
    /// <exception cref="AbcFormatException">It is none of these.</exception>
    public static Meter? Read(string value, AbcPlace place)
    {
        string text = value.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal).Trim();
        if (text.Length == 0 || text.Equals("none", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (text is "C" or "c" or "C|" or "c|")
        {
            return text.Length == 1 ? Meter.Common : new Meter(2, 2);
        }

        AbcScanner scanner = new(text, place.Line, place.Column);
        long beats = 0;
        do
        {
            scanner.SkipSpaces();
            beats += scanner.TakeNumber() ?? 0;
            scanner.SkipSpaces();
        }
        while (beats <= MostBeats && scanner.Take('+'));

        long unit = scanner.Take('/') ? scanner.TakeNumber() ?? 0 : 0;
        bool isEnd = scanner.AtEnd || char.IsWhiteSpace(scanner.Next);
        return isEnd && beats is >= 1 and <= MostBeats && unit is >= 1 and <= MostDenominator && long.IsPow2(unit)
            ? new Meter((int)beats, (int)unit)
            : throw AbcLog.Error(
                place, "a meter, such as 6/8, C or none,", AbcLog.Quote(value), "Write beats, a slash and a power of two.");
    }

    /// <summary>Reads a unit note length, such as <c>1/8</c>, in whole notes.</summary>
    /// <exception cref="AbcFormatException">It is none.</exception>
    public static Fraction ReadUnit(string value, AbcPlace place)
    {
        AbcScanner scanner = new(value.Trim(), place.Line, place.Column);
        return scanner.Next is >= '1' and <= '9' && scanner.TakeLength() is { } unit && (scanner.AtEnd || char.IsWhiteSpace(scanner.Next))
            ? unit
            : throw AbcLog.Error(place, "a length, such as 1/8,", AbcLog.Quote(value), "Write a fraction of a whole note.");
    }

    /// <summary>The unit note length of a tune that states none: a sixteenth where <c>beats / unit &lt; 3/4</c>, else an eighth.</summary>
    public static Fraction DefaultUnit(Meter? meter) =>
        meter is { } stated && 4 * stated.Numerator < 3 * stated.Denominator ? Sixteenth : Eighth;
}
