using Tunesmith.Music;

namespace Tunesmith.Report.Tunes;

/// <summary>The beginning of a song.</summary>
internal static class SongCut
{
    /// <summary>What of a song stands before a time. Notes that sound there end there.</summary>
    /// <param name="score">The song.</param>
    /// <param name="seconds">The time; 0 or more.</param>
    public static Score Before(Score score, double seconds)
    {
        long end = TickAt(score, seconds);
        return new Score(score.TicksPerQuarter, score.Tracks.Select(track => Before(track, end)), score.Tempos, score.Meters);
    }

    private static ScoreTrack Before(ScoreTrack track, long end) => new(
        track.Keys.TakeWhile(key => key.Tick < end), // a press that nothing ends lasts to the end of the track
        track.Name,
        track.Programs.TakeWhile(change => change.Tick < end),
        Math.Min(end, track.EndTick),
        track.ChannelNames,
        track.Controls.TakeWhile(change => change.Tick < end),
        track.Bends.TakeWhile(bend => bend.Tick < end));

    /// <summary>The last tick at or before a time, found by halves.</summary>
    private static long TickAt(Score score, double seconds)
    {
        (long low, long high) = (0, score.EndTick);
        while (low < high)
        {
            long middle = low + ((high - low + 1) / 2);
            (low, high) = score.Tempos.SecondsAt(middle, score.TicksPerQuarter) <= seconds ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
