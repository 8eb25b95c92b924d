using Tunesmith.Music;

namespace Tunesmith.Composing.Constraints;

/// <summary>
/// Every composed step that sounds has one of some pitches; rests stay free. A note of the primer that is not among them ends at once.
/// Pitches that the encoding does not have are passed over.
/// </summary>
/// <param name="Pitches">The pitches that may sound.</param>
public sealed record OnlyPitches(PitchSet Pitches) : Constraint
{
    private protected override string Describe() => $"only the pitches {Pitches}";
}
