namespace Tunesmith.Analysis.Statistics;

/// <summary>
/// How a song moves from note to note: the semitones from the highest note of each onset to that of the next, positive upwards, rests
/// passed over, a note struck again being 0. Drums are left out. The same in any key and at any tempo. Source: Yang and Lerch (2020), PI.
/// </summary>
internal static class Intervals
{
    /// <summary>A <b>leap</b> is an interval of at least so many semitones; one less is a whole tone, a step.</summary>
    public const int Leap = 3;

    /// <summary>How often each interval comes; the bins are semitones, -127 to 127.</summary>
    public static Histogram Distribution(SongNotes song)
    {
        int[] line = [.. song.Line().Select(note => note.Pitch.Number)];
        return Histogram.Of(line.Skip(1).Zip(line, (next, before) => (long)(next - before)));
    }

    /// <summary><c>sum of |interval| / intervals</c>, in semitones, 0 to 127; null without an interval.</summary>
    public static double? MeanSize(SongNotes song) => Mean(song, interval => Math.Abs(interval));

    /// <summary><c>leaps / intervals</c>, 0 to 1; null without an interval.</summary>
    public static double? LeapRate(SongNotes song) => Mean(song, interval => Math.Abs(interval) >= Leap ? 1 : 0);

    private static double? Mean(SongNotes song, Func<long, long> value)
    {
        Histogram intervals = Distribution(song);
        return intervals.Total == 0 ? null : (double)intervals.Bins.Sum(bin => bin.Count * value(bin.Value)) / intervals.Total;
    }
}
