using System.Runtime.InteropServices;
using Tunesmith.Music;

namespace Tunesmith.Analysis;

/// <summary>
/// How much of a melody has been heard before: the share of its bars that are, step by step, the same as an earlier bar. Bars that are cut
/// short, by a change of meter or by the end, and bars of rests alone do not count.
/// </summary>
/// <param name="Recurring">How many bars are the same as an earlier one.</param>
/// <param name="Bars">How many bars count.</param>
public readonly record struct RecurringBars(int Recurring, int Bars)
{
    /// <summary><c>Recurring / Bars</c>, 0 to 1; null where no bar counts.</summary>
    public double? Share => Bars == 0 ? null : (double)Recurring / Bars;

    /// <summary>Counts the bars of a melody from one of its steps on; earlier ones are known, but do not count.</summary>
    /// <param name="melody">The melody.</param>
    /// <param name="from">The first step that counts; a bar counts where it begins there or later.</param>
    public static RecurringBars Of(Melody melody, int from = 0)
    {
        HashSet<Bar> known = [];
        RecurringBars count = default;
        for (int step = 0; step < melody.Length; step++)
        {
            BarPosition position = melody.PositionAt(step);
            if (position.Offset != 0 || !IsWhole(melody, step, position.Length))
            {
                continue;
            }

            Bar bar = new(melody.Steps.Slice(step, position.Length).ToArray());
            if (!bar.IsSilent)
            {
                bool isNew = known.Add(bar);
                count = step < from ? count : new RecurringBars(count.Recurring + (isNew ? 0 : 1), count.Bars + 1);
            }
        }

        return count;
    }

    /// <summary>Counts the bars of several melodies, each by itself.</summary>
    public static RecurringBars Of(IEnumerable<Melody> melodies) => Total(melodies.Select(melody => Of(melody)));

    /// <summary>The counts of several melodies together.</summary>
    public static RecurringBars Total(IEnumerable<RecurringBars> counts) =>
        counts.Aggregate(default(RecurringBars), (sum, count) => new RecurringBars(sum.Recurring + count.Recurring, sum.Bars + count.Bars));

    private static bool IsWhole(Melody melody, int start, int length) =>
        start + length <= melody.Length && melody.PositionAt(start + length - 1).Offset == length - 1;

    private readonly struct Bar(MelodyStep[] steps) : IEquatable<Bar>
    {
        private readonly MelodyStep[] _steps = steps;

        public bool IsSilent => Array.TrueForAll(_steps, step => step.IsRest);

        public bool Equals(Bar other) => _steps.AsSpan().SequenceEqual(other._steps);

        public override bool Equals(object? obj) => obj is Bar other && Equals(other);

        public override int GetHashCode()
        {
            HashCode hash = default;
            hash.AddBytes(MemoryMarshal.AsBytes(_steps.AsSpan()));
            return hash.ToHashCode();
        }
    }
}
