namespace Tunesmith.Music;

/// <summary>
/// Which tempo holds when. Before the first change, and where there is none, the tempo is 120 quarters a minute.
/// </summary>
public sealed class TempoMap
{
    /// <summary>The tempo of a song that states none, in microseconds a quarter.</summary>
    public const int DefaultMicrosecondsPerQuarter = 500_000;

    private readonly TempoChange[] _changes;

    /// <summary>Makes a map of changes.</summary>
    /// <param name="changes">The changes in any order; those of one tick keep their order, and the last of them holds.</param>
    public TempoMap(IEnumerable<TempoChange> changes)
    {
        _changes = StableOrder.By<TempoChange>([.. changes], (one, other) => one.Tick.CompareTo(other.Tick));
    }

    /// <summary>Makes the map of one tempo.</summary>
    /// <param name="quartersPerMinute">3.58 to 60,000,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tempo is out of its range.</exception>
    public TempoMap(double quartersPerMinute)
        : this([TempoChange.OfQuartersPerMinute(0, quartersPerMinute)])
    {
    }

    /// <summary>A map that says nothing: 120 quarters a minute throughout.</summary>
    public static TempoMap Unstated { get; } = new([]);

    /// <summary>The changes in order of their ticks, as stated; empty where nothing is.</summary>
    public IReadOnlyList<TempoChange> Changes => _changes;

    /// <summary>The tempo that holds at a tick, and from when: 120 quarters a minute from tick 0 where none is stated.</summary>
    public TempoChange At(long tick) => Array.FindLast(_changes, change => change.Tick <= tick);

    /// <summary>
    /// The time of a tick in seconds: the sum over tempi of <c>ticks / ticksPerQuarter * MicrosecondsPerQuarter / 1,000,000</c>.
    /// </summary>
    /// <param name="tick">0 or more.</param>
    /// <param name="ticksPerQuarter">Ticks in a quarter note.</param>
    public double SecondsAt(long tick, int ticksPerQuarter)
    {
        double microseconds = 0;
        long from = 0;
        int tempo = DefaultMicrosecondsPerQuarter;
        foreach (TempoChange change in _changes)
        {
            if (change.Tick >= tick)
            {
                break;
            }

            microseconds += (double)(change.Tick - from) * tempo / ticksPerQuarter;
            from = change.Tick;
            tempo = change.MicrosecondsPerQuarter;
        }

        return (microseconds + ((double)(tick - from) * tempo / ticksPerQuarter)) / 1e6;
    }
}
