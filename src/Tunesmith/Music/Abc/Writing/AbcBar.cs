namespace Tunesmith.Music.Abc.Writing;

/// <summary>A bar that is written.</summary>
/// <param name="Start">Its first tick.</param>
/// <param name="End">The tick after its last.</param>
/// <param name="Meter">The meter, where it is another than in the bar before.</param>
/// <param name="Held">The meter that holds.</param>
internal readonly record struct AbcBar(long Start, long End, Meter? Meter, Meter Held)
{
    /// <summary>The most bars that are written, over all voices.</summary>
    public const int Most = 1_000_000;

    /// <summary>The bars of a song, from its start to its end.</summary>
    /// <exception cref="InvalidOperationException">There are more than <see cref="Most"/>.</exception>
    public static List<AbcBar> Of(Score score, long end)
    {
        List<AbcBar> bars = [];
        Queue<MeterChange> changes = new(score.Meters.FromStart(score.TicksPerQuarter).Changes);
        Meter meter = Music.Meter.Common;
        Meter? written = null;
        for (long tick = 0; tick < end; tick = bars[^1].End)
        {
            while (changes.TryPeek(out MeterChange change) && change.Tick <= tick)
            {
                meter = changes.Dequeue().Meter;
            }

            long next = tick + meter.BarTicks(score.TicksPerQuarter);
            next = Math.Min(next, changes.TryPeek(out MeterChange following) ? following.Tick : next);
            bars.Add(new AbcBar(tick, next, meter == written ? null : meter, meter));
            written = meter;
            if (bars.Count > Most)
            {
                throw new InvalidOperationException("The song has more than 1,000,000 bars, too many to write.");
            }
        }

        return bars;
    }
}
