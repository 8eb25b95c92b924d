namespace Tunesmith.Music.Abc.Playing;

/// <summary>
/// The meters that put the bars of a song where the bar lines of a tune stand. A first bar that is short is the end of a whole one: its
/// meter begins before the song, at a tick below 0. A later bar that the meter does not fill or that it overfills ends where its line
/// stands: the meter is stated again there. Two short bars that make a whole one, such as those at a repeat of a tune that begins with an
/// upbeat, are one.
/// </summary>
internal static class AbcBarMeters
{
    /// <summary>The meters of a song.</summary>
    /// <param name="played">The voice whose bar lines count.</param>
    /// <param name="ticksPerQuarter">Ticks in a quarter note.</param>
    public static MeterMap Of(AbcPlayed played, int ticksPerQuarter)
    {
        long[] lines = [.. played.Bars.Select(time => time.Ticks(ticksPerQuarter)).Where(tick => tick > 0).Distinct()];
        Queue<(long Tick, Meter? Meter)> stated =
            new(played.Meters.Select(change => (change.Time.Ticks(ticksPerQuarter), change.Meter)));
        List<MeterChange> changes = [];
        Meter? meter = null;
        long start = 0; // where a bar began from which bars are counted
        TakeStated(0);
        if (meter is { } first && lines.Length > 1 && lines[0] < first.BarTicks(ticksPerQuarter))
        {
            start = lines[0] - first.BarTicks(ticksPerQuarter);
            changes[^1] = new MeterChange(start, first);
        }

        for (int index = 0; index < lines.Length; index++)
        {
            long line = lines[index];
            bool isNew = TakeStated(line);
            if (!isNew && meter is { } held && index + 1 < lines.Length && !IsLine(held, line) && !IsLine(held, lines[index + 1]))
            {
                changes.Add(new MeterChange(line, held));
                start = line;
            }
        }

        return new MeterMap(changes);

        bool IsLine(Meter held, long tick) => (tick - start) % held.BarTicks(ticksPerQuarter) == 0;

        bool TakeStated(long upTo)
        {
            bool any = false;
            while (stated.TryPeek(out (long Tick, Meter? Meter) next) && next.Tick <= upTo)
            {
                stated.Dequeue();
                meter = next.Meter;
                if (meter is { } changed)
                {
                    changes.Add(new MeterChange(next.Tick, changed));
                    start = next.Tick;
                    any = true;
                }
            }

            return any;
        }
    }
}
