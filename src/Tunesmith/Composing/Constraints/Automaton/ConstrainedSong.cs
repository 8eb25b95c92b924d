using System.Globalization;
using Tunesmith.Music;

namespace Tunesmith.Composing.Constraints.Automaton;

/// <summary>One song being composed under constraints: which tokens it may go on with.</summary>
internal sealed class ConstrainedSong
{
    private readonly SongPlan _plan;
    private readonly SongPath _path;
    private WitnessSearch? _search;

    /// <summary>Begins after the primer.</summary>
    public ConstrainedSong(SongPlan plan)
    {
        _plan = plan;
        _path = new SongPath(plan);
    }

    /// <summary>
    /// Whether a song can be composed that is more than silence, or is as silent as its rhythm asks for; null where the search for one was
    /// given up.
    /// </summary>
    /// <param name="mostTries">How many steps the search may try.</param>
    public bool? CanBegin(long mostTries = WitnessSearch.MostTries)
    {
        bool? canEnd = CanEnd(mostTries);
        return canEnd == true ? _plan.Rules.HasRhythm || _plan.Steps == 0 || CanSound(mostTries) : canEnd;
    }

    /// <summary>Whether any song can be composed, be it silence; null where the search for one was given up.</summary>
    /// <param name="mostTries">How many steps the search may try.</param>
    public bool? CanEnd(long mostTries) =>
        !_plan.Possible(0).Has(_path.State) || _plan.IsTooUniform ? false : new WitnessSearch(_plan, _path, mostTries).CanEnd();

    /// <summary>
    /// Rules out the tokens with which the song cannot be ended. Where the network gives those that are left no probability at all, each is
    /// as likely as another.
    /// </summary>
    /// <param name="logits">A number for each token.</param>
    /// <returns>What is left.</returns>
    /// <exception cref="ConstraintException">The search for an end was given up.</exception>
    public StepChoice Restrict(Span<float> logits)
    {
        StepChoice choice = Choice();
        if (!Keep(logits, choice))
        {
            logits.Clear();
            Keep(logits, choice);
        }

        return choice;
    }

    /// <summary>Rules out all that is not left.</summary>
    /// <returns>Whether one of those that are left is possible.</returns>
    public bool Keep(Span<float> logits, StepChoice choice) => _plan.Rules.Tokens.Keep(logits, _path.State.Last, choice);

    /// <summary>Goes on with a token.</summary>
    public void Advance(int token) => _path.Advance(_plan.Rules.Tokens.Next(_path.State, token));

    /// <summary>What the next step may do.</summary>
    private StepChoice Choice()
    {
        StepChoice choice = _path.Choice();
        if (_plan.Bars is null)
        {
            return choice;
        }

        PitchSet sure = _path.IsNarrow ? default : choice.Strikes.Intersect(_plan.Roomy(_path.Step + 1).Struck);
        StepChoice left = choice with { Strikes = choice.Strikes.Except(sure) };
        StepChoice open = default;
        while (left.TryTake(_path.State, out TuneState next, out left))
        {
            if (IsOpen(next))
            {
                open = !next.Sounds ? open with { Rest = true }
                    : next.Length > 1 ? open with { Hold = true }
                    : open with { Strikes = open.Strikes.With(next.Last) };
            }
        }

        return open with { Strikes = open.Strikes.Union(sure) };
    }

    /// <summary>Whether a composed step can sound: goes on resting until one can. Where the search is given up, it may well.</summary>
    private bool CanSound(long mostTries)
    {
        SongPath silence = new(_plan);
        WitnessSearch search = new(_plan, silence, mostTries);
        for (int step = 0; step < _plan.Steps; step++)
        {
            StepChoice left = silence.Choice();
            while (left.TryTake(silence.State, out TuneState next, out left))
            {
                if (next.Sounds && search.CanEndAfter(next) != false)
                {
                    return true;
                }
            }

            silence.Advance(silence.State.Rest());
        }

        return false;
    }

    private bool IsOpen(TuneState next)
    {
        WitnessSearch search = _search ??= new WitnessSearch(_plan, _path, WitnessSearch.MostTries);
        return search.CanEndAfter(next) ?? throw new ConstraintException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"whether the song can still end well after its step {_plan.Primer.Length + _path.Step} could not be found out in "
                + $"{WitnessSearch.MostTries:N0} tries; let bars come again more often, or give more freedom"),
            _plan.Constraints);
    }
}
