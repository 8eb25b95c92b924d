using Tunesmith.Music;

namespace Tunesmith.Composing.Constraints;

/// <summary>No composed step sounds one of some pitches: a ban. A note of the primer that is among them ends at once.</summary>
/// <param name="Pitches">The pitches that are banned.</param>
public sealed record WithoutPitches(PitchSet Pitches) : Constraint
{
    private protected override string Describe() => $"ban on {Pitches}";
}
