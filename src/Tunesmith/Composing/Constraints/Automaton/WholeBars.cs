using Tunesmith.Music;

namespace Tunesmith.Composing.Constraints.Automaton;

/// <summary>
/// The bars of a song that its meters leave whole: where they end, which can be the same at all, and how many of those stand before each.
/// Bars can be the same where they are equally long and, with a given rhythm, have the same one.
/// </summary>
internal sealed class WholeBars
{
    private readonly int[] _lengths; // of the bar that ends after each step of the song; 0 where none does
    private readonly int[] _beginnings; // of the bar that begins after each step
    private readonly Dictionary<int, (string Pattern, int Before)> _composed = []; // by the composed step after which they end
    private readonly Dictionary<string, int> _counts = [];
    private readonly int _primer;

    /// <summary>Finds the bars.</summary>
    /// <param name="primer">What the song begins with; its meters go on.</param>
    /// <param name="steps">How many steps are composed.</param>
    /// <param name="rules">What they may do.</param>
    public WholeBars(Melody primer, int steps, SongRules rules)
    {
        _primer = primer.Length;
        BarPosition[] positions = primer.Meters.Positions(_primer + steps, primer.StepsPerQuarter);
        _lengths = new int[positions.Length + 1];
        _beginnings = new int[positions.Length + 1];
        int start = -1;
        for (int step = 0; step < positions.Length; step++)
        {
            start = positions[step].Offset == 0 ? step : start;
            int length = positions[step].Length;
            if (start >= 0 && step == start + length - 1 && positions[step].Offset == length - 1)
            {
                _lengths[step + 1] = length;
                _beginnings[start] = length;
                string pattern = string.Create(length, start, (kinds, from) =>
                {
                    for (int offset = 0; offset < kinds.Length; offset++)
                    {
                        int at = from + offset;
                        StepKinds kind = at >= _primer ? rules.KindsAt(at - _primer)
                            : rules.HasRhythm ? SongRules.KindOf(primer.Steps[at]) : rules.KindsAt(0);
                        kinds[offset] = (char)kind;
                    }
                });
                int before = _counts.GetValueOrDefault(pattern);
                _counts[pattern] = before + 1;
                if (step >= _primer)
                {
                    _composed.Add(step + 1 - _primer, (pattern, before));
                }
            }
        }
    }

    /// <summary>
    /// The patterns of the bars that are composed from their beginning, how many there are, and how many other bars have the pattern.
    /// </summary>
    public IEnumerable<(string Pattern, int Composed, int Others)> Patterns => _composed
        .Where(bar => bar.Key >= bar.Value.Pattern.Length)
        .GroupBy(bar => bar.Value.Pattern, (pattern, bars) => (pattern, bars.Count(), _counts[pattern] - bars.Count()));

    /// <summary>The length of the whole bar that ends after so many composed steps, in steps; 0 where none does.</summary>
    /// <param name="step">How many steps are composed; of the primer's bars below 0.</param>
    public int LengthAt(int step) => _lengths[_primer + step];

    /// <summary>The length of the whole bar that begins after so many composed steps, in steps; 0 where none does.</summary>
    /// <param name="step">How many steps are composed; of the primer's bars below 0.</param>
    public int BeginningAt(int step) => _beginnings[_primer + step];

    /// <summary>
    /// The composed bar that ends after so many composed steps: what its steps may do, and how many that can be the same stand before
    /// it.
    /// </summary>
    public (string Pattern, int Before) BarAt(int step) => _composed[step];
}
