using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Tunesmith.Music;

/// <summary>
/// A pitch of the equal-tempered scale by its MIDI number, 0 to 127. Middle C, C4, is 60; A4, 440 Hz, is 69.
/// </summary>
public readonly record struct Pitch : IComparable<Pitch>
{
    /// <summary>The number of the lowest pitch.</summary>
    internal const int LowestNumber = 0;

    /// <summary>The number of the highest pitch.</summary>
    internal const int HighestNumber = 127;

    /// <summary>The names of the pitch classes, 0 to 11.</summary>
    internal static readonly string[] ClassNames = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"];

    private readonly byte _number;

    /// <summary>Makes the pitch of a MIDI number.</summary>
    /// <param name="number">0 to 127.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 0 or above 127.</exception>
    public Pitch(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, HighestNumber);
        _number = (byte)number;
    }

    /// <summary>The lowest pitch, C-1.</summary>
    public static Pitch Lowest { get; } = new(LowestNumber);

    /// <summary>The highest pitch, G9.</summary>
    public static Pitch Highest { get; } = new(HighestNumber);

    /// <summary>The MIDI number, 0 to 127.</summary>
    public int Number => _number;

    /// <summary>The octave: 4 for the octave that starts at middle C; -1 to 9.</summary>
    public int Octave => (_number / 12) - 1;

    /// <summary>The pitch class: 0 for C, 1 for C sharp, up to 11 for B.</summary>
    public int Class => _number % 12;

    /// <summary>Reads a name such as <c>C4</c>, <c>F#3</c>, <c>Bb5</c> or <c>C-1</c>.</summary>
    /// <param name="text">What <see cref="TryParse"/> takes.</param>
    /// <exception cref="FormatException">The text names no pitch from C-1 to G9.</exception>
    public static Pitch Parse(string text) => TryParse(text, out Pitch pitch)
        ? pitch
        : throw new FormatException($"Expected a pitch from C-1 to G9, such as C4, F#3 or Bb5, found \"{text}\".");

    /// <summary>Reads a name such as <c>C4</c>, <c>F#3</c>, <c>Bb5</c> or <c>C-1</c>.</summary>
    /// <param name="text">A letter, any number of <c>#</c> or <c>b</c>, an octave from -1 to 9.</param>
    /// <param name="pitch">The pitch, where the text names one.</param>
    /// <returns>Whether the text names a pitch from C-1 to G9.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Pitch pitch)
    {
        pitch = default;
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        int number = char.ToUpperInvariant(text[0]) switch
        {
            'C' => 0,
            'D' => 2,
            'E' => 4,
            'F' => 5,
            'G' => 7,
            'A' => 9,
            'B' => 11,
            _ => -1,
        };
        if (number < 0)
        {
            return false;
        }

        int at = 1;
        for (; at < text.Length && (text[at] is '#' or 'b'); at++)
        {
            number += text[at] == '#' ? 1 : -1;
        }

        if (!int.TryParse(text.AsSpan(at), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int octave)
            || octave is < -1 or > 9)
        {
            return false;
        }

        number += (octave + 1) * 12;
        if (number is < LowestNumber or > HighestNumber)
        {
            return false;
        }

        pitch = new Pitch(number);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(Pitch other) => _number.CompareTo(other._number);

    /// <summary>The name with a sharp where needed, such as <c>C4</c> or <c>A#3</c>.</summary>
    public override string ToString() => ClassNames[Class] + Octave.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether the left pitch is lower.</summary>
    public static bool operator <(Pitch left, Pitch right) => left._number < right._number;

    /// <summary>Whether the left pitch is higher.</summary>
    public static bool operator >(Pitch left, Pitch right) => left._number > right._number;

    /// <summary>Whether the left pitch is not higher.</summary>
    public static bool operator <=(Pitch left, Pitch right) => left._number <= right._number;

    /// <summary>Whether the left pitch is not lower.</summary>
    public static bool operator >=(Pitch left, Pitch right) => left._number >= right._number;
}
