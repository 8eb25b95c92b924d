namespace Tunesmith.Analysis.Originality;

/// <summary>What the longest passages from each note of a song on come to.</summary>
internal static class Coverage
{
    /// <summary>The figures of a song in one hearing.</summary>
    /// <param name="notes">The song.</param>
    /// <param name="longest">For each of its notes the notes of the longest passage from it on that is shared; 0 or 2 and more.</param>
    public static OriginalityFigures Of(MelodyNotes notes, ReadOnlySpan<int> longest)
    {
        int most = 0;
        int covered = 0;
        int end = 0; // of what is covered so far
        int[] runs = Runs(notes);
        for (int note = 0; note < notes.Count; note++)
        {
            int same = longest[note];
            if (same <= runs[note])
            {
                continue;
            }

            most = Math.Max(most, same);
            if (same >= OriginalityIndex.LeastNotes && note + same > end)
            {
                covered += note + same - Math.Max(end, note);
                end = note + same;
            }
        }

        return new OriginalityFigures(most, notes.Count == 0 ? 0 : (double)covered / notes.Count);
    }

    /// <summary>How many notes from each on have one pitch and equal onset distances; 1 at the least. Such a passage is nobody's.</summary>
    public static int[] Runs(MelodyNotes notes)
    {
        ReadOnlySpan<int> onsets = notes.Onsets;
        int[] runs = new int[notes.Count];
        for (int note = runs.Length - 1; note >= 0; note--)
        {
            bool goesOn = note + 1 < runs.Length && notes.Pitches[note] == notes.Pitches[note + 1];
            bool isEven = goesOn && runs[note + 1] > 1 && onsets[note + 2] - onsets[note + 1] == onsets[note + 1] - onsets[note];
            runs[note] = isEven ? runs[note + 1] + 1 : goesOn ? 2 : 1;
        }

        return runs;
    }
}
