using Tunesmith.Music;

namespace Tunesmith.Analysis.Statistics;

/// <summary>
/// How many pitches sound at once, measured in ticks exactly. A pitch that two notes have at once counts once. Drums are left out. Of a
/// melody it says nothing: one pitch sounds at a time.
/// </summary>
public static class Polyphony
{
    /// <summary>
    /// <c>sum of the pitches that sound at each tick / ticks at which one does</c>, 1 to 128; null where none ever does, and MusPy gives
    /// not-a-number. Source: MusPy <c>polyphony</c>.
    /// </summary>
    public static double? Mean(SongNotes song)
    {
        long sounding = 0;
        double pitches = 0;
        foreach ((long ticks, int count) in Stretches(song))
        {
            sounding += count > 0 ? ticks : 0;
            pitches += (double)ticks * count;
        }

        return sounding == 0 ? null : pitches / sounding;
    }

    /// <summary>
    /// <c>ticks at which at least so many pitches sound / ticks of the song</c>, 0 to 1; null without a note. Source: MusPy
    /// <c>polyphony_rate</c>, whose threshold of 2 asks for more than 2 pitches; Dong and others (2018), "polyphonicity".
    /// </summary>
    /// <param name="song">The song.</param>
    /// <param name="atLeast">How many pitches; 1 or more. The default is 2.</param>
    public static double? Rate(SongNotes song, int atLeast = 2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(atLeast, 1);
        return song.Length == 0
            ? null
            : (double)Stretches(song).Where(stretch => stretch.Pitches >= atLeast).Sum(stretch => stretch.Ticks) / song.Length;
    }

    /// <summary>How long each number of pitches sounds, from the first onset to the last end.</summary>
    private static IEnumerable<(long Ticks, int Pitches)> Stretches(SongNotes song)
    {
        (long Tick, bool IsOnset, int Pitch)[] events =
        [
            .. song.Pitched.Select(note => (note.Onset, true, note.Pitch.Number)),
            .. song.Pitched.Select(note => (note.End, false, note.Pitch.Number)),
        ];
        Array.Sort(events, (one, other) => one.Tick.CompareTo(other.Tick));
        int[] held = new int[Pitch.HighestNumber + 1];
        int sounding = 0;
        long since = 0;
        foreach ((long tick, bool isOnset, int pitch) in events)
        {
            if (tick > since)
            {
                yield return (tick - since, sounding);
                since = tick;
            }

            held[pitch] += isOnset ? 1 : -1;
            sounding += isOnset && held[pitch] == 1 ? 1 : !isOnset && held[pitch] == 0 ? -1 : 0;
        }
    }
}
