using Tunesmith.Music;

namespace Tunesmith.Composing.Constraints;

/// <summary>
/// The last note that sounds in the song has a pitch class, in any octave; rests may follow it. One note sounds at the least.
/// </summary>
public sealed record EndOn : Constraint
{
    /// <summary>Makes the constraint.</summary>
    /// <param name="pitchClass">0 for C to 11 for B.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public EndOn(int pitchClass)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pitchClass);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pitchClass, 11);
        PitchClass = pitchClass;
    }

    /// <summary>The pitch class; 0 for C to 11 for B.</summary>
    public int PitchClass { get; }

    private protected override string Describe() => $"an end on {PitchSet.ClassName(PitchClass)}";
}
