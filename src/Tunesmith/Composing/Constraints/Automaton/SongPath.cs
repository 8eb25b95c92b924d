namespace Tunesmith.Composing.Constraints.Automaton;

/// <summary>A way that a song may go: the primer's steps and some more, with the state and the bars at its end.</summary>
internal sealed class SongPath
{
    private readonly SongPlan _plan;
    private readonly BarMemory? _bars;
    private readonly int[] _codes; // what each step does, for bars to be told apart

    /// <summary>Stands at the end of the primer.</summary>
    public SongPath(SongPlan plan)
    {
        _plan = plan;
        State = plan.Begin;
        _codes = [];
        if (plan.Bars is not { } bars)
        {
            return;
        }

        int primer = plan.Primer.Length;
        _codes = new int[primer + plan.Steps];
        _bars = new BarMemory(plan.Rules.BarRepeats!.Value, _codes.Length);
        for (int step = 0; step < primer; step++)
        {
            _codes[step] = BarMemory.CodeOf(plan.Primer.Steps[step]);
            int length = bars.LengthAt(step + 1 - primer);
            if (length > 0)
            {
                _bars.Add(_codes.AsSpan(step + 1 - length, length));
            }
        }

        int begun = 0; // the last bar line, counted from where composing begins
        while (begun > -primer && bars.BeginningAt(begun) == 0)
        {
            begun--;
        }

        int begunLength = bars.BeginningAt(begun);
        if (begun + begunLength > 0)
        {
            Place = _bars.Root(begunLength);
            for (int step = primer + begun; step < primer; step++)
            {
                Place = _bars.After(Place, _codes[step]);
            }
        }
    }

    /// <summary>How many steps it has after the primer.</summary>
    public int Step { get; private set; }

    /// <summary>The state at its end.</summary>
    public TuneState State { get; private set; }

    /// <summary>Where its last bar, as far as it has come, stands among the bars so far.</summary>
    public int Place { get; private set; } = BarMemory.Nowhere;

    /// <summary>Whether a bar that may not come again has begun as the last one has.</summary>
    public bool IsNarrow => _bars is not null && _bars.IsNarrow(Place);

    /// <summary>Whether the song can be ended from here in any case.</summary>
    public bool IsSettled =>
        _plan.Roomy(Step).Has(State) && (!IsNarrow || Step == _plan.Steps || _plan.Bars!.BeginningAt(Step) > 0);

    /// <summary>What the next step may do for the song to be ended, if bars could come again as they like.</summary>
    public StepChoice Choice()
    {
        ReachRow after = _plan.Possible(Step + 1);
        StepKinds kinds = _plan.Rules.KindsAt(Step);
        bool mayGoOn = _plan.Rules.MayGoOn(State);
        bool hold = (kinds & StepKinds.Hold) != 0 && State.Sounds && mayGoOn && after.Has(State.Hold());
        bool rest = (kinds & StepKinds.Rest) != 0 && (State.Sounds || mayGoOn) && after.Has(State.Rest());
        bool canStrike = (kinds & StepKinds.Strike) != 0;
        return new StepChoice(
            hold, rest, canStrike ? _plan.Rules.StrikesAfter(State.Last, State.Sounds).Intersect(after.Struck) : default);
    }

    /// <summary>Whether the song can be ended after one more step: null where that is not known without a search.</summary>
    /// <param name="next">The state after it, which is possible but for bars that come again.</param>
    public bool? IsOpenAfter(TuneState next)
    {
        bool isNarrow = _bars is not null && _bars.IsNarrow(_bars.After(Place, CodeOf(next)));
        bool endsBar = _plan.Bars is { } bars && bars.LengthAt(Step + 1) > 0;
        bool isSpent = endsBar && isNarrow;
        bool isRoomy = (endsBar || !isNarrow) && _plan.Roomy(Step + 1).Has(next);
        return isSpent ? false : isRoomy ? true : null;
    }

    /// <summary>Goes on by a step.</summary>
    /// <param name="next">The state after it.</param>
    public void Advance(TuneState next)
    {
        if (_bars is null)
        {
            (State, Step) = (next, Step + 1);
            return;
        }

        int code = CodeOf(next);
        _codes[_plan.Primer.Length + Step] = code;
        (State, Step, Place) = (next, Step + 1, _bars.After(Place, code));
        int length = _plan.Bars!.LengthAt(Step);
        if (length > 0)
        {
            _bars.Add(LastBar(length));
        }

        if (length > 0 || _plan.Bars.BeginningAt(Step) > 0)
        {
            int begun = _plan.Bars.BeginningAt(Step);
            Place = begun > 0 ? _bars.Root(begun) : BarMemory.Nowhere;
        }
    }

    /// <summary>Takes the last step back.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="place">The place before it.</param>
    public void Retreat(TuneState state, int place)
    {
        int length = _plan.Bars!.LengthAt(Step);
        if (length > 0)
        {
            _bars!.Remove(LastBar(length));
        }

        (State, Step, Place) = (state, Step - 1, place);
    }

    private static int CodeOf(TuneState next) =>
        !next.Sounds ? BarMemory.Rest : next.Length == 1 ? BarMemory.Strike(next.Last) : BarMemory.Hold(next.Last);

    private ReadOnlySpan<int> LastBar(int length) => _codes.AsSpan(_plan.Primer.Length + Step - length, length);
}
