using Tunesmith.Music;

namespace Tunesmith.Composing.Constraints.Automaton;

/// <summary>
/// In how many ways a whole bar can go, from each state at its beginning to a row of states at its end. Counts above 2^53 are rounded, and
/// may be infinite: what matters is whether there are more than some thousands.
/// </summary>
/// <remarks>
/// A note or rest of r steps goes on for j more, and then gives way to another: the ways to give way at step u, <c>A[u]</c>, do not
/// depend on r, so that <c>W[u](r) = sum over j of A[u + j]</c> as far as r + j is no longer than allowed, and one more where it goes
/// on to the end.
/// </remarks>
internal sealed class BarCounts
{
    private const int Lasts = TuneState.NoPitch + 1;

    private readonly SongRules _rules;
    private readonly string _kinds;
    private readonly ReachRow _end;
    private readonly double[] _ways; // A: (steps, 2, lasts), resting and then sounding
    private (double Above, double Below, int Row)? _known;

    /// <summary>Counts.</summary>
    /// <param name="rules">What is allowed.</param>
    /// <param name="kinds">What each step of the bar may do, as <see cref="StepKinds"/>.</param>
    /// <param name="end">The states at the bar's end that count.</param>
    public BarCounts(SongRules rules, string kinds, ReachRow end)
    {
        (_rules, _kinds, _end) = (rules, kinds, end);
        _ways = new double[kinds.Length * 2 * Lasts];
        double[] struck = new double[Lasts];
        double[] rested = new double[Lasts];
        for (int step = kinds.Length - 1; step >= 0; step--)
        {
            for (int last = 0; last < Lasts; last++)
            {
                struck[last] = last < TuneState.NoPitch && rules.Pitches.Contains(last) ? Count(step + 1, last, true, 1) : 0;
                rested[last] = Count(step + 1, last, false, 1);
            }

            for (int last = 0; last < Lasts; last++)
            {
                _ways[Place(step, last, false)] = Strikes(step, last, false, struck);
                _ways[Place(step, last, true)] = last == TuneState.NoPitch ? 0
                    : Strikes(step, last, true, struck) + (May(step, StepKinds.Rest) ? rested[last] : 0);
            }
        }
    }

    /// <summary>How many different bars there are, wherever they begin; no fewer than there can be in the song.</summary>
    public double Contents
    {
        get
        {
            double contents = Count(0, TuneState.NoPitch, false, 0);
            for (int last = 0; last < TuneState.NoPitch; last++)
            {
                contents += May(0, StepKinds.Hold) && _rules.Pitches.Contains(last) ? Count(1, last, true, 1) : 0;
            }

            return contents;
        }
    }

    /// <summary>The row of states from which there are more ways than a number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="rows">Where rows are kept.</param>
    /// <returns>The number of the row.</returns>
    public int RowOfMoreThan(int number, ReachRows rows)
    {
        if (_known is { } known && number >= known.Below && number < known.Above)
        {
            return known.Row;
        }

        double above = double.PositiveInfinity; // the least count that is more
        double below = 0; // the greatest that is not
        int row = rows.NumberOf(new ReachRow(Longest));
        _known = (above, below, row);
        return row;

        int Longest(int last, bool sounds)
        {
            if (IsMore(int.MaxValue))
            {
                return int.MaxValue;
            }

            int fits = 0;
            int fails = _rules.Longest == int.MaxValue ? 1 : _rules.Longest + 1; // where the length does not matter, any stands for all
            while (fails - fits > 1)
            {
                int middle = fits + ((fails - fits) / 2);
                (fits, fails) = IsMore(middle) ? (middle, fails) : (fits, middle);
            }

            return fits;

            bool IsMore(int length)
            {
                double count = Count(0, last, sounds, length);
                bool isMore = count > number;
                (above, below) = isMore ? (Math.Min(above, count), below) : (above, Math.Max(below, count));
                return isMore;
            }
        }
    }

    /// <summary>W: the ways to go on from a state before a step of the bar.</summary>
    private double Count(int step, int last, bool sounds, int length)
    {
        double count = 0;
        StepKinds goingOn = sounds ? StepKinds.Hold : StepKinds.Rest;
        long now = length;
        for (; step < _kinds.Length; step++, now++)
        {
            count += _ways[Place(step, last, sounds)];
            bool goesOn = May(step, goingOn) && (!sounds || _rules.Pitches.Contains(last));
            if (!goesOn || (now >= _rules.Longest && _rules.Longest != int.MaxValue))
            {
                return count;
            }
        }

        int longest = _end.Longest(last, sounds);
        return count + (longest == int.MaxValue || now <= longest ? longest > 0 ? 1 : 0 : 0);
    }

    private double Strikes(int step, int last, bool sounds, double[] struck)
    {
        double count = 0;
        if (May(step, StepKinds.Strike))
        {
            PitchSet strikes = _rules.StrikesAfter(last, sounds);
            for (int pitch = strikes.NextFrom(0); pitch < TuneState.NoPitch; pitch = strikes.NextFrom(pitch + 1))
            {
                count += struck[pitch];
            }
        }

        return count;
    }

    private bool May(int step, StepKinds kind) => ((StepKinds)_kinds[step] & kind) != 0;

    private static int Place(int step, int last, bool sounds) => (((step * 2) + (sounds ? 1 : 0)) * Lasts) + last;
}
