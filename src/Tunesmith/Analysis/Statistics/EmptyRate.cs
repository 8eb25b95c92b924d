using Tunesmith.Music;

namespace Tunesmith.Analysis.Statistics;

/// <summary>
/// How much of a song is silent: the share of its beats, or bars, in which nothing sounds. A note sounds from its onset up to its end, and
/// not at it; the song ends with its last note, in the middle of a bar or not. Drums sound, too. 0 up to but not 1; null without a note,
/// where MusPy gives not-a-number. Source: MusPy <c>empty_beat_rate</c> and <c>empty_measure_rate</c>, which count one beat or bar more
/// where the last note ends on its line, and as sounding each that a note only reaches.
/// </summary>
internal static class EmptyRate
{
    /// <summary><c>empty beats / beats</c>. A beat is a quarter, counted from the bar line.</summary>
    public static double? OfBeats(SongNotes song) => Of(song, song.Bars.BeatAt);

    /// <summary><c>empty bars / bars</c>; an upbeat is a bar of its own, and so is one that a change of meter cuts short.</summary>
    public static double? OfMeasures(SongNotes song) => Of(song, tick => song.Bars.At(tick).Number);

    private static double? Of(SongNotes song, Func<long, long> cellAt)
    {
        if (song.Length == 0)
        {
            return null;
        }

        long cells = cellAt(song.Length - 1) + 1;
        long sounding = 0;
        long counted = 0; // all cells before it have been looked at
        foreach (Note note in song.All)
        {
            long end = cellAt(note.End - 1) + 1;
            sounding += Math.Max(0, end - Math.Max(counted, cellAt(note.Onset)));
            counted = Math.Max(counted, end);
        }

        return (double)(cells - sounding) / cells;
    }
}
