namespace Tunesmith.Composing.Constraints.Automaton;

/// <summary>
/// The rows of a song, each kept once, and the step back from one to another. What is within reach before a step follows from what is after
/// it and from what the step may do, nothing else; so where rows come again, so does all before them, and a song of a million steps
/// has no more than a few.
/// </summary>
internal sealed class ReachRows
{
    private readonly SongRules _rules;
    private readonly List<ReachRow> _rows = [];
    private readonly Dictionary<ReachRow, int> _numbers = [];
    private readonly Dictionary<(int After, StepKinds Kinds), int> _before = [];

    /// <summary>Makes the rows of some rules.</summary>
    public ReachRows(SongRules rules)
    {
        _rules = rules;
        End = NumberOf(new ReachRow((last, _) => MayEndOn(last) ? int.MaxValue : 0));
    }

    /// <summary>The row of a song's end.</summary>
    public int End { get; }

    /// <summary>The row of a number.</summary>
    public ReachRow this[int number] => _rows[number];

    /// <summary>The number of a row; equal rows have one.</summary>
    public int NumberOf(ReachRow row)
    {
        if (!_numbers.TryGetValue(row, out int number))
        {
            number = _rows.Count;
            _rows.Add(row);
            _numbers.Add(row, number);
        }

        return number;
    }

    /// <summary>The row from which a step leads into another.</summary>
    /// <param name="after">The number of the row after the step.</param>
    /// <param name="kinds">What the step may do.</param>
    public int Before(int after, StepKinds kinds)
    {
        if (!_before.TryGetValue((after, kinds), out int before))
        {
            ReachRow row = _rows[after];
            before = NumberOf(new ReachRow((last, sounds) => LongestBefore(row, kinds, last, sounds)));
            _before.Add((after, kinds), before);
        }

        return before;
    }

    private bool MayEndOn(int last) => _rules.Ends is not { } ends || (last != TuneState.NoPitch && ends.Contains(last));

    private int LongestBefore(ReachRow after, StepKinds kinds, int last, bool sounds)
    {
        bool canStrike = kinds.HasFlag(StepKinds.Strike) && !_rules.StrikesAfter(last, sounds).Intersect(after.Struck).IsEmpty;
        bool canBeginRest = sounds && kinds.HasFlag(StepKinds.Rest) && after.Longest(last, false) > 0;
        if (canStrike || canBeginRest)
        {
            return int.MaxValue; // however long it is, it ends here
        }

        bool canGoOn = kinds.HasFlag(sounds ? StepKinds.Hold : StepKinds.Rest) && (!sounds || _rules.Pitches.Contains(last));
        int longestAfter = canGoOn ? Math.Min(_rules.Longest, after.Longest(last, sounds)) : 0;
        return longestAfter is 0 or int.MaxValue ? longestAfter : longestAfter - 1;
    }
}
