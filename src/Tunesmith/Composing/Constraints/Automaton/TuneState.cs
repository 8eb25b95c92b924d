using Tunesmith.Music;

namespace Tunesmith.Composing.Constraints.Automaton;

/// <summary>All that constraints but those of bars need to know of a song so far.</summary>
/// <param name="Last">The MIDI number of the last pitch struck; <see cref="NoPitch"/> where none was.</param>
/// <param name="Sounds">Whether it is sounding; else the song rests.</param>
/// <param name="Length">For how many steps the note or the rest has gone on; 0 before the first step.</param>
internal readonly record struct TuneState(int Last, bool Sounds, int Length)
{
    /// <summary>What stands for the last pitch where none was struck.</summary>
    public const int NoPitch = 128;

    /// <summary>Before the first step.</summary>
    public static TuneState Start => new(NoPitch, false, 0);

    /// <summary>The state at the end of a melody.</summary>
    public static TuneState After(Melody melody)
    {
        TuneState state = Start;
        foreach (MelodyStep step in melody.Steps)
        {
            state = step.IsRest ? state.Rest() : step.IsOnset ? Strike(step.Pitch!.Value.Number) : state.Hold();
        }

        return state;
    }

    /// <summary>The state when a pitch has been struck.</summary>
    public static TuneState Strike(int pitch) => new(pitch, true, 1);

    /// <summary>The state when the note has gone on.</summary>
    public TuneState Hold() => this with { Length = Length + 1 };

    /// <summary>The state after a step of rest.</summary>
    public TuneState Rest() => new(Last, false, Sounds ? 1 : Length + 1);
}
