using Tunesmith.Music;

namespace Tunesmith.Analysis.Statistics;

/// <summary>
/// Which bar and which beat of a song a tick is in. A beat is a quarter, counted from the bar line whatever the meter; where a bar is no
/// whole number of quarters its last beat is shorter. All of it is arithmetic on the few changes of meter, so that a file of very many bars
/// takes no more time or memory than another.
/// </summary>
internal sealed class BarGrid
{
    private const long Never = long.MaxValue / 4; // far enough that no sum with it runs over

    private readonly Stretch[] _stretches;
    private readonly int _ticksPerQuarter;

    /// <summary>Lays out the bars of a song.</summary>
    /// <param name="meters">Its meters; bars before tick 0 are not counted.</param>
    /// <param name="ticksPerQuarter">Ticks in a quarter note.</param>
    public BarGrid(MeterMap meters, int ticksPerQuarter)
    {
        _ticksPerQuarter = ticksPerQuarter;
        MeterChange before = new(0, Meter.Common);
        before = meters.Changes.LastOrDefault(change => change.Tick <= 0, before);
        MeterChange[] changes = [before, .. meters.Changes.Where(change => change.Tick > 0)];
        changes = [.. changes.GroupBy(change => change.Tick, (_, same) => same.Last())];
        _stretches = new Stretch[changes.Length];
        (long bar, long beat) = (0, 0);
        for (int index = 0; index < changes.Length; index++)
        {
            long end = index + 1 < changes.Length ? changes[index + 1].Tick : Never;
            Stretch stretch = new(changes[index].Tick, end, changes[index].Meter.BarTicks(ticksPerQuarter), bar, beat);
            long first = Math.Max(0, stretch.Start);
            stretch = stretch with { FirstBar = bar - BarOf(stretch, first) + bar, FirstBeat = beat - BeatOf(stretch, first) + beat };
            _stretches[index] = stretch;
            if (end < Never)
            {
                (bar, beat) = (BarOf(stretch, end - 1) + 1, BeatOf(stretch, end - 1) + 1);
            }
        }
    }

    /// <summary>The number of the beat that a tick is in; 0 for that of tick 0.</summary>
    public long BeatAt(long tick) => BeatOf(StretchOf(tick), tick);

    /// <summary>The bar that a tick is in.</summary>
    /// <param name="tick">0 or more.</param>
    public Bar At(long tick)
    {
        Stretch stretch = StretchOf(tick);
        long offset = (tick - stretch.Start) % stretch.BarTicks;
        return BarOf(stretch, BarOf(stretch, tick), tick - offset) with { Offset = offset };
    }

    /// <summary>A bar by its number.</summary>
    /// <param name="number">0 or more.</param>
    public Bar Number(long number)
    {
        Stretch found = LastWhere(stretch => FirstIn(stretch) <= number);
        return BarOf(found, number, found.Start + ((number - found.FirstBar) * found.BarTicks));
    }

    /// <summary>Whether two bars can be compared place by place: both whole, and of one length.</summary>
    public static bool ArePair(Bar one, Bar other) => one.IsWhole && other.IsWhole && one.Length == other.Length;

    /// <summary>How many neighbouring bars are pairs.</summary>
    /// <param name="last">The number of the last bar that counts; 0 or more.</param>
    public long CountPairs(long last)
    {
        long pairs = 0;
        for (int index = 0; index < _stretches.Length && FirstIn(_stretches[index]) <= last; index++)
        {
            long first = FirstIn(_stretches[index]);
            long end = index + 1 < _stretches.Length ? Math.Min(last, FirstIn(_stretches[index + 1]) - 1) : last;
            long whole = end - first + 1 - (Number(first).IsWhole ? 0 : 1) - (end == first || Number(end).IsWhole ? 0 : 1);
            pairs += Math.Max(0, whole - 1) + (index > 0 && ArePair(Number(first - 1), Number(first)) ? 1 : 0);
        }

        return pairs;
    }

    private static Bar BarOf(Stretch stretch, long number, long start) =>
        new(number, start, Math.Min(stretch.End - start, stretch.BarTicks) + start, stretch.BarTicks, 0);

    private static long BarOf(Stretch stretch, long tick) => stretch.FirstBar + ((tick - stretch.Start) / stretch.BarTicks);

    private long BeatOf(Stretch stretch, long tick)
    {
        (long bars, long offset) = Math.DivRem(tick - stretch.Start, stretch.BarTicks);
        long beatsInBar = (stretch.BarTicks + _ticksPerQuarter - 1) / _ticksPerQuarter;
        return stretch.FirstBeat + (bars * beatsInBar) + (offset / _ticksPerQuarter);
    }

    private static long FirstIn(Stretch stretch) => BarOf(stretch, Math.Max(0, stretch.Start));

    private Stretch StretchOf(long tick) => LastWhere(stretch => stretch.Start <= tick);

    /// <summary>The last stretch that something holds for; it holds for the first, and then up to that one.</summary>
    private Stretch LastWhere(Predicate<Stretch> holds)
    {
        int low = 0;
        int high = _stretches.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = holds(_stretches[middle]) ? (middle, high) : (low, middle - 1);
        }

        return _stretches[low];
    }

    /// <summary>
    /// Ticks of one meter: from its first bar line to the next change, and what the bar and beat at that bar line are counted as.
    /// </summary>
    private readonly record struct Stretch(long Start, long End, long BarTicks, long FirstBar, long FirstBeat);
}
