using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace Tunesmith.Music;

/// <summary>A time signature, such as 4/4.</summary>
/// <param name="Numerator">Beats in a bar; 1 to 255.</param>
/// <param name="Denominator">The note value of a beat: a power of two, 1 to 2^30; 4 is a quarter.</param>
public readonly record struct Meter(int Numerator, int Denominator)
{
    /// <summary>4/4, what a song without a time signature is read as.</summary>
    public static Meter Common { get; } = new(4, 4);

    /// <summary>Reads a meter such as <c>6/8</c>.</summary>
    /// <param name="text">The beats in a bar, 1 to 255, a slash, and the note value of a beat, a power of two from 1 to 64.</param>
    /// <param name="meter">The meter, where the text is one.</param>
    /// <returns>Whether the text is a meter.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Meter meter)
    {
        meter = default;
        string[] parts = text?.Split('/') ?? [];
        if (parts.Length != 2
            || !byte.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out byte beats)
            || !byte.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out byte value)
            || beats == 0 || value > 64 || !BitOperations.IsPow2(value))
        {
            return false;
        }

        meter = new Meter(beats, value);
        return true;
    }

    /// <summary>The length of a bar in ticks: <c>4 * ticksPerQuarter * Numerator / Denominator</c>, at least 1.</summary>
    /// <param name="ticksPerQuarter">Ticks in a quarter note.</param>
    public long BarTicks(int ticksPerQuarter) => Math.Max(1, 4L * ticksPerQuarter * Numerator / Denominator);

    /// <summary>The usual form, such as <c>6/8</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}
