using Tunesmith.Music;

namespace Tunesmith.Pictures.Rolls;

/// <summary>A bar of a song.</summary>
/// <param name="Number">Counted from 1; an upbeat is bar 1.</param>
/// <param name="Start">Its first tick; that of an upbeat is 0.</param>
/// <param name="End">The tick after its last.</param>
/// <param name="Meter">Its meter.</param>
/// <param name="Line">The tick at which it would begin were it whole; below its start in an upbeat alone.</param>
internal readonly record struct RollBar(long Number, long Start, long End, Meter Meter, long Line)
{
    /// <summary>How long it is, in ticks; 1 or more.</summary>
    public long Length => End - Start;

    /// <summary>The bars of a song that are asked for, and how many it has.</summary>
    /// <param name="score">The song. It ends with its last note, and its last bar is whole unless a meter begins in it.</param>
    /// <param name="first">The first bar.</param>
    /// <param name="last">The last bar.</param>
    /// <param name="most">The most bars.</param>
    public static (IReadOnlyList<RollBar> Bars, long Total) Of(Score score, long first, long last, int most)
    {
        long end = score.Notes.Select(note => Math.Max(note.End, note.Onset + 1)).DefaultIfEmpty(0).Max();
        List<RollBar> bars = [];
        long total = 0;
        foreach ((long line, long from, long to, Meter meter) in Stretches(score.Meters, end))
        {
            long ticks = meter.BarTicks(score.TicksPerQuarter);
            long origin = line + ((from - line) / ticks * ticks); // the bar line of the first bar, which may be before the song
            long count = (to - origin + ticks - 1) / ticks;
            bool isLast = to == end;
            long index = Math.Max(0, first - total - 1);
            for (; index < count && total + index + 1 <= last && bars.Count < most; index++)
            {
                long start = origin + (index * ticks);
                long barEnd = isLast ? start + ticks : Math.Min(start + ticks, to);
                bars.Add(new RollBar(total + index + 1, Math.Max(start, from), barEnd, meter, start));
            }

            total += count;
        }

        return (bars, total);
    }

    /// <summary>The ticks at which its beats begin but the first: each of three units in 6/8, 9/8, 12/8 and the like.</summary>
    public IEnumerable<double> Beats(int ticksPerQuarter)
    {
        double unit = 4.0 * ticksPerQuarter / Meter.Denominator;
        bool isCompound = Meter.Denominator >= 8 && Meter.Numerator > 3 && Meter.Numerator % 3 == 0;
        int step = isCompound ? 3 : 1;
        for (int beat = step; beat < Meter.Numerator; beat += step)
        {
            double tick = Line + (beat * unit);
            if (tick > Start && tick < End)
            {
                yield return tick;
            }
        }
    }

    /// <summary>Where each meter holds between 0 and the end, with the tick that its bars count from.</summary>
    private static IEnumerable<(long Line, long From, long To, Meter Meter)> Stretches(MeterMap meters, long end)
    {
        long line = 0;
        Meter meter = Meter.Common;
        foreach (MeterChange change in meters.Changes)
        {
            if (change.Tick >= end)
            {
                break;
            }

            long from = Math.Max(0, line);
            if (change.Tick > from)
            {
                yield return (line, from, change.Tick, meter);
            }

            (line, meter) = (change.Tick, change.Meter);
        }

        if (end > Math.Max(0, line))
        {
            yield return (line, Math.Max(0, line), end, meter);
        }
    }
}
