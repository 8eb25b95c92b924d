using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Composing.Constraints.Automaton;

/// <summary>
/// Constraints compiled for a primer and a number of steps. For each step it knows from which states the rest can be composed at all, but
/// for bars that come again; and from which states it can be composed whatever bars have stood: there the song is <i>roomy</i>.
/// </summary>
/// <remarks>
/// <para>
/// After the last bar line every state from which the rest can be composed is roomy. A state at the bar line before whole bar k is
/// roomy where the bar can go in more than U[k] ways that end in roomy states. U[k] is the number of bars before it that can be the
/// same, divided by <c>Times + 1</c> and rounded down.
/// </para>
/// <para>
/// From a roomy state there is no dead end. For a bar that may not come again has stood Times + 1 times, and different bars stand in
/// different places: there are at most U[k] of them among those that bar k could be the same as, wherever the song has gone. So of more
/// than U[k] ways one is a bar that may stand there, and it ends in a roomy state, from which the same holds. After the last whole bar
/// nothing can come again, and what is left can be composed. Inside a bar the same is so as soon as no bar that may not come again
/// begins as this one has. Longer notes and rests leave fewer ways, so that roomy states are rows as well (<see cref="ReachRow"/>).
/// </para>
/// </remarks>
internal sealed class SongPlan
{
    private readonly ReachRows _rows;
    private readonly int[] _possible; // the number of the row after each step
    private readonly int[] _roomy;

    /// <summary>Compiles.</summary>
    /// <param name="encoding">What tokens mean.</param>
    /// <param name="outcomes">How many of them the model composes.</param>
    /// <param name="primer">What the song begins with.</param>
    /// <param name="steps">How many steps are composed.</param>
    /// <param name="constraints">What the song must keep to.</param>
    /// <exception cref="ArgumentException">A rhythm has too few steps, or another grid than the encoding.</exception>
    public SongPlan(MelodyEncoding encoding, int outcomes, Melody primer, int steps, IReadOnlyList<Constraint> constraints)
    {
        (Primer, Steps, Constraints) = (primer, steps, constraints);
        Rules = new SongRules(encoding, outcomes, constraints, steps);
        _rows = new ReachRows(Rules);
        Begin = TuneState.After(primer);
        _possible = new int[steps + 1];
        _possible[steps] = _rows.End;
        for (int step = steps - 1; step >= 0; step--)
        {
            _possible[step] = _rows.Before(_possible[step + 1], Rules.KindsAt(step));
        }

        _roomy = _possible;
        if (Rules.BarRepeats is { } times)
        {
            Bars = new WholeBars(primer, steps, Rules);
            _roomy = Roomy(Bars, times);
            IsTooUniform = HasTooFewBars(Bars, times);
        }
    }

    /// <summary>What the song begins with.</summary>
    public Melody Primer { get; }

    /// <summary>How many steps are composed.</summary>
    public int Steps { get; }

    /// <summary>What the song must keep to.</summary>
    public IReadOnlyList<Constraint> Constraints { get; }

    /// <summary>What a step may do.</summary>
    public SongRules Rules { get; }

    /// <summary>The state at the primer's end.</summary>
    public TuneState Begin { get; init; }

    /// <summary>The whole bars; null where bars may come again as they like.</summary>
    public WholeBars? Bars { get; }

    /// <summary>Whether bars of one kind are asked for more often than there are such bars, times how often each may stand.</summary>
    public bool IsTooUniform { get; }

    /// <summary>From which states after so many steps the rest can be composed, but for bars that come again.</summary>
    public ReachRow Possible(int step) => _rows[_possible[step]];

    /// <summary>From which states after so many steps the rest can be composed in any case.</summary>
    public ReachRow Roomy(int step) => _rows[_roomy[step]];

    private int[] Roomy(WholeBars bars, int times)
    {
        int[] roomy = new int[Steps + 1];
        roomy[Steps] = _rows.End;
        Dictionary<(string, int), BarCounts> counts = [];
        int end = Steps;
        for (int step = Steps - 1; step >= 0; step--)
        {
            end = bars.LengthAt(step + 1) > 0 ? step + 1 : end;
            bool beginsBar = bars.LengthAt(end) == end - step;
            if (!beginsBar)
            {
                roomy[step] = _rows.Before(roomy[step + 1], Rules.KindsAt(step));
                continue;
            }

            (string pattern, int before) = bars.BarAt(end);
            if (!counts.TryGetValue((pattern, roomy[end]), out BarCounts? ways))
            {
                ways = new BarCounts(Rules, pattern, _rows[roomy[end]]);
                counts.Add((pattern, roomy[end]), ways);
            }

            roomy[step] = ways.RowOfMoreThan((int)(before / (times + 1L)), _rows);
        }

        return roomy;
    }

    private bool HasTooFewBars(WholeBars bars, int times)
    {
        ReachRow anywhere = new((_, _) => int.MaxValue);
        foreach ((string pattern, int composed, int others) in bars.Patterns)
        {
            bool isSilent = pattern.All(kind => (StepKinds)kind == StepKinds.Rest); // then the others are the same bar
            double taken = isSilent ? Math.Min(others, times + 1.0) : 0;
            if (composed + taken > (times + 1.0) * new BarCounts(Rules, pattern, anywhere).Contents)
            {
                return true;
            }
        }

        return false;
    }
}
