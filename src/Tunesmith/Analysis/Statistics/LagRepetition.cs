using Tunesmith.Music;

namespace Tunesmith.Analysis.Statistics;

/// <summary>
/// How much a song says again what it said some bars ago: <c>notes whose pitch is also struck at the same step of the bar k bars before /
/// notes that have such a place</c>. A note has one where that bar is of its bar's length, and the place lies in the song and not beyond
/// where a change of meter cuts the bar short. 0 to 1; null where no note has one, as in a song of k bars or fewer. Drums are left out, and
/// lengths do not count. The same in any key. MusPy has no such statistic.
/// </summary>
internal static class LagRepetition
{
    /// <summary>The share of notes that repeat.</summary>
    /// <param name="song">The song.</param>
    /// <param name="bars">k: how many bars before; 1 or more.</param>
    public static double? Of(SongNotes song, int bars)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bars, 1);
        HashSet<(long Bar, long Step, Pitch Pitch)> struck = [];
        (long repeated, long counted) = (0, 0);
        foreach (Note note in song.Pitched)
        {
            (Bar bar, long step) = song.PlaceOf(note);
            struck.Add((bar.Number, step, note.Pitch));
            if (bar.Number >= bars && HasPlace(song.Bars.Number(bar.Number - bars), bar))
            {
                counted++;
                repeated += struck.Contains((bar.Number - bars, step, note.Pitch)) ? 1 : 0;
            }
        }

        return counted == 0 ? null : (double)repeated / counted;
    }

    private static bool HasPlace(Bar before, Bar bar) =>
        before.Length == bar.Length && before.Start + bar.Offset >= 0 && before.Start + bar.Offset < before.End;
}
