using Tunesmith.Analysis.Originality;

namespace Tunesmith.Tests.Analysis.Originality;

/// <summary>The definition as it stands, tried on every pair of notes: the slow twin of the index.</summary>
internal static class EveryPair
{
    /// <summary>The notes of the longest passage that begins at a note of each of two songs; 0 where it is none or nobody's.</summary>
    public static int Shared(MelodyNotes one, int note, MelodyNotes other, int otherNote)
    {
        int notes = 1;
        while (note + notes < one.Count && otherNote + notes < other.Count && Agree(notes))
        {
            notes++;
        }

        return notes < 2 || IsNobodys(one, note, notes) ? 0 : notes;

        bool Agree(int offset) =>
            Interval(one, note + offset) == Interval(other, otherNote + offset)
            && (offset == 1
                || (long)Distance(one, note + offset) * Distance(other, otherNote + offset - 1)
                    == (long)Distance(other, otherNote + offset) * Distance(one, note + offset - 1));
    }

    /// <summary>The longest passage with each song.</summary>
    public static int Longest(MelodyNotes one, MelodyNotes other) =>
        Notes(one).SelectMany(_ => Notes(other), (note, otherNote) => Shared(one, note, other, otherNote)).DefaultIfEmpty().Max();

    /// <summary>The figures of a song beside others.</summary>
    public static OriginalityFigures Figures(MelodyNotes song, IReadOnlyList<MelodyNotes> others)
    {
        bool[] covered = new bool[song.Count];
        int longest = 0;
        foreach (int note in Notes(song))
        {
            int shared = others.SelectMany(Notes, (other, otherNote) => Shared(song, note, other, otherNote)).DefaultIfEmpty().Max();
            longest = Math.Max(longest, shared);
            covered.AsSpan(note, shared >= 8 ? shared : 0).Fill(true);
        }

        return new OriginalityFigures(longest, song.Count == 0 ? 0 : (double)covered.Count(isCovered => isCovered) / song.Count);
    }

    private static IEnumerable<int> Notes(MelodyNotes song) => Enumerable.Range(0, song.Count);

    private static int Interval(MelodyNotes song, int note) => song.Pitches[note] - song.Pitches[note - 1];

    private static int Distance(MelodyNotes song, int note) => song.Onsets[note] - song.Onsets[note - 1];

    private static bool IsNobodys(MelodyNotes song, int first, int notes) => Enumerable.Range(first + 1, notes - 1)
        .All(note => Interval(song, note) == 0 && Distance(song, note) == Distance(song, first + 1));
}
