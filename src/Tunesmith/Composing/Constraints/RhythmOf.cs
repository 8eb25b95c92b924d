using Tunesmith.Music;

namespace Tunesmith.Composing.Constraints;

/// <summary>
/// Composed step i strikes a note, goes on holding one or rests as step i of a melody does, i counted from 0 where composing begins: the
/// rhythm is given, the pitches are free. In the encoding <c>lab</c>, where a pitch after itself goes on, a note struck after another has
/// another pitch.
/// </summary>
/// <param name="Melody">The melody; it has no fewer steps than are to be composed.</param>
public sealed record RhythmOf(Melody Melody) : Constraint
{
    private protected override string Describe() => "the given rhythm";
}
