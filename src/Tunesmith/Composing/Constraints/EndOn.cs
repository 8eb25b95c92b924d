using Tunesmith.Music;

namespace Tunesmith.Composing.Constraints;

/// <summary>
/// The last note that sounds in the song has a pitch class, in any octave; rests may follow it. One note sounds at the least.
/// </summary>
public sealed record EndOn : Constraint
{
    /// <summary>An end on the tonic of a key.</summary>
    /// <param name="key">The key.</param>
    public EndOn(Key key)
        : this(key.Tonic)
    {
    }

    private EndOn(int pitchClass)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pitchClass);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pitchClass, 11);
        PitchClass = pitchClass;
    }

    /// <summary>The pitch class; 0 for C to 11 for B.</summary>
    public int PitchClass { get; }

    /// <summary>An end on a pitch class by its name.</summary>
    /// <param name="name">A note without an octave, such as <c>F#</c> or <c>Bb</c>.</param>
    /// <exception cref="FormatException">It is no such name.</exception>
    public static EndOn PitchNamed(string name) => PitchSet.ClassOf(name) is { } pitchClass
        ? new EndOn(pitchClass)
        : throw new FormatException($"Expected a note without an octave, such as F# or Bb, found '{name}'.");

    /// <summary>An end on a pitch class by its number.</summary>
    /// <param name="pitchClass">0 for C to 11 for B.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    internal static EndOn OfClass(int pitchClass) => new(pitchClass);

    private protected override string Describe() => $"an end on {PitchSet.ClassName(PitchClass)}";
}
