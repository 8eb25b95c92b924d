using System.Globalization;

namespace Tunesmith.Composing.Constraints;

/// <summary>
/// <c>|p[n] - p[n-1]| &lt;= Semitones</c> for each composed note n: from one struck note to the next, also across rests, and from the
/// primer's last note to the first composed. The first note of a song whose primer only rests is free.
/// </summary>
public sealed record MaxLeap : Constraint
{
    /// <summary>The widest leap that can be asked for: from the lowest pitch to the highest.</summary>
    public const int Widest = 127;

    /// <summary>Makes the constraint.</summary>
    /// <param name="semitones">0 to 127; 12 is an octave, 0 leaves repeated notes alone.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public MaxLeap(int semitones)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(semitones);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(semitones, Widest);
        Semitones = semitones;
    }

    /// <summary>The widest leap allowed, in semitones; 0 to 127.</summary>
    public int Semitones { get; }

    private protected override string Describe() => string.Create(CultureInfo.InvariantCulture, $"leaps of at most {Semitones}");
}
