using System.Globalization;

namespace Tunesmith.Encoding.Inputs;

/// <summary>
/// The copy sources by name: <c>hold</c>, <c>bars N</c>, <c>figure</c>, <c>pitch</c> and <c>sequence N</c>, N in bars by halves.
/// </summary>
internal static class CopySources
{
    /// <summary>The most bars that a source looks back.</summary>
    public const double MostBars = 64;

    /// <summary>The source of a name.</summary>
    /// <exception cref="ArgumentException">No source has the name; the message says what there is.</exception>
    public static CopySource ByName(string? name) => name switch
    {
        HoldSource.SourceName => new HoldSource(),
        FigureSource.SourceName => new FigureSource(),
        PitchSource.SourceName => new PitchSource(),
        { } when TryBars(name, BarsSource.SourceName, out int halves) => new BarsSource(halves),
        { } when TryBars(name, SequenceSource.SourceName, out int halves) => new SequenceSource(halves),
        _ => throw new ArgumentException(
            $"Expected copies among: hold, figure, pitch, \"bars N\", \"sequence N\" with N of 0.5 to {MostBars} bars by halves; "
            + $"found \"{name}\"."),
    };

    internal static string NameOf(string kind, int halfBars) => string.Create(CultureInfo.InvariantCulture, $"{kind} {halfBars / 2.0}");

    private static bool TryBars(string name, string kind, out int halves)
    {
        halves = 0;
        if (!name.StartsWith(kind + " ", StringComparison.Ordinal)
            || !double.TryParse(name.AsSpan(kind.Length + 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double bars)
            || !(bars is >= 0.5 and <= MostBars))
        {
            return false;
        }

        halves = (int)(bars * 2);
        return halves == bars * 2;
    }
}
