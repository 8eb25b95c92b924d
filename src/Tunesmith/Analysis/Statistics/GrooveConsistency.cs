using Tunesmith.Music;

namespace Tunesmith.Analysis.Statistics;

/// <summary>
/// How much each bar has the rhythm of the one before: the mean over neighbouring bars of <c>1 - h / n</c>, where n is the steps of a bar
/// and h at how many of them one of the two has an onset and the other has none. 0 to 1. Counted are pairs of whole bars of one length, the
/// last bar among them; two bars without onsets are alike. Drums count. Null without such a pair. Source: MusPy <c>groove_consistency</c>;
/// Wu and Yang (2020), "grooving pattern similarity". It grows with the grid: compare songs on one grid alone.
/// </summary>
internal static class GrooveConsistency
{
    /// <summary>The mean likeness of neighbouring bars' rhythms.</summary>
    public static double? Of(SongNotes song)
    {
        if (song.Length == 0)
        {
            return null;
        }

        Dictionary<long, SortedSet<long>> onsets = [];
        foreach (Note note in song.All)
        {
            (Bar bar, long step) = song.PlaceOf(note);
            (onsets.TryGetValue(bar.Number, out SortedSet<long>? steps) ? steps : onsets[bar.Number] = []).Add(step);
        }

        // Bars without onsets differ from nothing but their neighbours with some: only these are looked at, the others only counted.
        long last = Math.Max(song.Bars.At(song.Length - 1).Number, onsets.Keys.Max());
        double difference = 0;
        IEnumerable<long> seconds = onsets.Keys.SelectMany(bar => new[] { bar, bar + 1 }).Where(bar => bar > 0 && bar <= last);
        foreach (long second in seconds.Distinct().Order())
        {
            Bar before = song.Bars.Number(second - 1);
            if (BarGrid.ArePair(before, song.Bars.Number(second)))
            {
                SortedSet<long> one = onsets.GetValueOrDefault(second - 1, []);
                SortedSet<long> other = onsets.GetValueOrDefault(second, []);
                long differing = one.Count + other.Count - (2L * one.Count(other.Contains));
                difference += differing / (double)Math.Max(1, Steps(before.Length));
            }
        }

        long pairs = song.Bars.CountPairs(last);
        return pairs == 0 ? null : 1 - (difference / pairs);

        long Steps(long ticks) => ((ticks * song.StepsPerQuarter) + song.TicksPerQuarter - 1) / song.TicksPerQuarter;
    }
}
