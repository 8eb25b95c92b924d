using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace Tunesmith.Music;

/// <summary>A time signature, such as 4/4, which is the default.</summary>
/// <param name="Numerator">Beats in a bar; 1 to 255.</param>
/// <param name="Denominator">The note value of a beat: a power of two, 1 to 2^30; 4 is a quarter.</param>
/// <exception cref="ArgumentOutOfRangeException">A number is none of these.</exception>
public readonly record struct Meter(int Numerator, int Denominator)
{
    private const int MostBeats = 255;
    private const int Default = 4;

    private readonly int _beatsBeyondDefault = CheckNumerator(Numerator) - Default;
    private readonly int _valueBeyondDefault = CheckDenominator(Denominator) - Default;

    /// <summary>Beats in a bar; 1 to 255.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public int Numerator
    {
        get => _beatsBeyondDefault + Default;
        init => _beatsBeyondDefault = CheckNumerator(value) - Default;
    }

    /// <summary>The note value of a beat: a power of two, 1 to 2^30; 4 is a quarter.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of these.</exception>
    public int Denominator
    {
        get => _valueBeyondDefault + Default;
        init => _valueBeyondDefault = CheckDenominator(value) - Default;
    }

    /// <summary>4/4, what a song without a time signature is read as.</summary>
    public static Meter Common { get; } = new(4, 4);

    /// <summary>Reads a meter such as <c>6/8</c>.</summary>
    /// <param name="text">What <see cref="TryParse"/> takes.</param>
    /// <exception cref="FormatException">The text is no meter.</exception>
    public static Meter Parse(string text) => TryParse(text, out Meter meter)
        ? meter
        : throw new FormatException($"Expected beats and a note value, such as 3/4 or 6/8, found \"{text}\".");

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

    private static int CheckNumerator(int beats)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(beats, 1, nameof(Numerator));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(beats, MostBeats, nameof(Numerator));
        return beats;
    }

    private static int CheckDenominator(int value, string name = nameof(Denominator)) => BitOperations.IsPow2(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Expected a power of two from 1 to 2^30.");
}
