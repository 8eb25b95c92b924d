namespace Tunesmith.Music;

/// <summary>
/// Which meter holds when. Before the first change, and where there is none, the meter is 4/4. A change starts a new bar.
/// </summary>
public sealed class MeterMap
{
    private readonly MeterChange[] _changes;

    /// <summary>Makes a map of changes.</summary>
    /// <param name="changes">
    /// The changes in any order. At one tick those of earlier tracks come first, then those with fewer keys before them; others keep their
    /// order, and the last holds.
    /// </param>
    public MeterMap(IEnumerable<MeterChange> changes)
    {
        _changes = StableOrder.By<MeterChange>(
            [.. changes],
            (one, other) => (one.Tick, one.Track, one.KeysBefore).CompareTo((other.Tick, other.Track, other.KeysBefore)));
    }

    /// <summary>Makes the map of one meter.</summary>
    public MeterMap(Meter meter)
        : this([new MeterChange(0, meter)])
    {
    }

    /// <summary>A map that says nothing: 4/4 throughout.</summary>
    public static MeterMap Unstated { get; } = new([]);

    /// <summary>The changes in order of their ticks, as stated; empty where nothing is.</summary>
    public IReadOnlyList<MeterChange> Changes => _changes;

    /// <summary>The meter that holds at a tick.</summary>
    public Meter At(long tick)
    {
        int index = LastChangeAt(tick);
        return index < 0 ? Meter.Common : _changes[index].Meter;
    }

    /// <summary>Where a tick stands in its bar.</summary>
    /// <param name="tick">0 or more.</param>
    /// <param name="ticksPerQuarter">Ticks in a quarter note.</param>
    /// <returns>Ticks since the bar line, and the length of the bar in ticks.</returns>
    public BarPosition PositionAt(long tick, int ticksPerQuarter)
    {
        int index = LastChangeAt(tick);
        Meter meter = index < 0 ? Meter.Common : _changes[index].Meter;
        long start = index < 0 ? 0 : _changes[index].Tick;
        long length = meter.BarTicks(ticksPerQuarter);
        return new BarPosition((int)((tick - start) % length), (int)length);
    }

    /// <summary>Where each tick stands in its bar, as <see cref="PositionAt"/> says of one.</summary>
    /// <param name="count">How many ticks: 0 to this - 1.</param>
    /// <param name="ticksPerQuarter">Ticks in a quarter note.</param>
    internal BarPosition[] Positions(int count, int ticksPerQuarter)
    {
        BarPosition[] positions = new BarPosition[count];
        for (int tick = 0; tick < count;)
        {
            int next = LastChangeAt(tick) + 1;
            long end = next < _changes.Length ? Math.Min(count, _changes[next].Tick) : count;
            (int offset, int length) = PositionAt(tick, ticksPerQuarter);
            for (; tick < end; tick++)
            {
                positions[tick] = new BarPosition(offset, length);
                offset = offset + 1 < length ? offset + 1 : 0;
            }
        }

        return positions;
    }

    /// <summary>
    /// The same bars for a format that knows no time before the start: a meter that begins below 0 is stated at 0 and again at the first
    /// bar line after it.
    /// </summary>
    /// <param name="ticksPerQuarter">Ticks in a quarter note.</param>
    public MeterMap FromStart(int ticksPerQuarter)
    {
        MeterChange[] before = [.. _changes.Where(change => change.Tick < 0)];
        if (before.Length == 0)
        {
            return this;
        }

        MeterChange[] later = [.. _changes.Where(change => change.Tick >= 0)];
        MeterChange last = before[^1];
        BarPosition start = PositionAt(0, ticksPerQuarter);
        long line = start.Offset == 0 ? 0 : start.Length - start.Offset;
        IEnumerable<MeterChange> first = later.Length > 0 && later[0].Tick == 0 ? [] : [last with { Tick = 0 }];
        bool isNeeded = line > 0 && !later.Any(change => change.Tick <= line);
        return new MeterMap([.. first, .. isNeeded ? [last with { Tick = line }] : Array.Empty<MeterChange>(), .. later]);
    }

    /// <summary>
    /// How many bars lie before a tick: for each meter its ticks divided by those of a bar, where a bar that a change cuts short counts
    /// whole.
    /// </summary>
    /// <param name="tick">0 or more.</param>
    /// <param name="ticksPerQuarter">Ticks in a quarter note.</param>
    public double BarsBefore(long tick, int ticksPerQuarter)
    {
        double bars = 0;
        long start = 0;
        Meter meter = Meter.Common;
        foreach (MeterChange change in _changes)
        {
            if (change.Tick >= tick)
            {
                break;
            }

            bars += Math.Ceiling((double)(change.Tick - start) / meter.BarTicks(ticksPerQuarter));
            (start, meter) = (change.Tick, change.Meter);
        }

        return bars + ((double)(tick - start) / meter.BarTicks(ticksPerQuarter));
    }

    /// <summary>The bar of a tick, counted from 1; an upbeat, and a bar that a change cuts short, is a bar like others.</summary>
    /// <param name="tick">0 or more.</param>
    /// <param name="ticksPerQuarter">Ticks in a quarter note.</param>
    public int BarAt(long tick, int ticksPerQuarter)
    {
        MeterMap fromStart = FromStart(ticksPerQuarter);
        double before = fromStart.BarsBefore(tick, ticksPerQuarter);
        bool isOnLine = fromStart.PositionAt(tick, ticksPerQuarter).Offset == 0;
        return 1 + (int)(isOnLine ? Math.Ceiling(before) : Math.Floor(before));
    }

    private int LastChangeAt(long tick)
    {
        int low = 0;
        int high = _changes.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_changes[middle].Tick <= tick)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }
}
