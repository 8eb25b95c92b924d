using Tunesmith.Music;

namespace Tunesmith.Composing.Constraints.Automaton;

/// <summary>What may be done at a step.</summary>
/// <param name="Hold">Whether what sounds may go on.</param>
/// <param name="Rest">Whether the step may rest.</param>
/// <param name="Strikes">The pitches that may be struck.</param>
internal readonly record struct StepChoice(bool Hold, bool Rest, PitchSet Strikes)
{
    /// <summary>Takes one of them away: to go on, then to rest, then the pitches from the lowest up.</summary>
    /// <param name="state">The state before the step.</param>
    /// <param name="next">The state after it.</param>
    /// <param name="left">The others.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryTake(TuneState state, out TuneState next, out StepChoice left)
    {
        StepChoice all = this; // for left may be the same variable
        if (all.Hold || all.Rest)
        {
            next = all.Hold ? state.Hold() : state.Rest();
            left = all.Hold ? all with { Hold = false } : all with { Rest = false };
            return true;
        }

        int pitch = all.Strikes.NextFrom(0);
        next = TuneState.Strike(pitch);
        left = pitch < TuneState.NoPitch ? all with { Strikes = all.Strikes.Without(pitch) } : all;
        return pitch < TuneState.NoPitch;
    }
}
