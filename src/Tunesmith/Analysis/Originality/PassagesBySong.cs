namespace Tunesmith.Analysis.Originality;

/// <summary>
/// The longest passage that a song shares with each song of an index. A passage of the index has most in common with the nearest of the
/// song's in the order of all, so from each of those the neighbours are walked through both ways, up to the next of the song's or to where
/// too little is in common: every passage of the index is met twice at most.
/// </summary>
internal sealed class PassagesBySong
{
    private readonly PassageIndex _index;
    private readonly int[] _runs;
    private readonly Dictionary<int, Match> _best = [];

    private PassagesBySong(PassageIndex index, int[] runs) => (_index, _runs) = (index, runs);

    /// <summary>The passages of at least <see cref="OriginalityIndex.LeastNotes"/> notes, by the number of the other song.</summary>
    public static IReadOnlyDictionary<int, Match> Of(PassageIndex index, PassageSearch search)
    {
        PassagesBySong passages = new(index, Coverage.Runs(search.Song));
        passages.Walk(search.Places);
        return passages._best;
    }

    private void Walk(ReadOnlySpan<PassageSearch.Place> places)
    {
        int[] notes = [.. Enumerable.Range(0, places.Length)];
        int[] ranks = new int[places.Length];
        for (int note = 0; note < ranks.Length; note++)
        {
            ranks[note] = places[note].Rank;
        }

        Array.Sort(ranks, notes);
        int least = OriginalityIndex.LeastNotes - 1;
        for (int first = 0, end; first < ranks.Length; first = end)
        {
            (int above, int below) = (notes[first], notes[first]); // those of one place that have most in common with what is around it
            for (end = first; end < ranks.Length && ranks[end] == ranks[first]; end++)
            {
                above = Better(places[notes[end]].Above, notes[end], places[above].Above, above);
                below = Better(places[notes[end]].Below, notes[end], places[below].Below, below);
            }

            int from = first == 0 ? 0 : ranks[first - 1];
            int units = places[above].Above;
            for (int rank = ranks[first] - 1; rank >= from && units >= least; rank--)
            {
                Meet(above, _index.NoteAt(rank), units);
                units = Math.Min(units, _index.Common[rank]);
            }

            int to = end < ranks.Length ? ranks[end] : _index.Count;
            units = places[below].Below;
            for (int rank = ranks[first]; rank < to && units >= least; rank++)
            {
                Meet(below, _index.NoteAt(rank), units);
                units = rank + 1 < to ? Math.Min(units, _index.Common[rank + 1]) : 0;
            }
        }
    }

    private static int Better(int units, int note, int bestUnits, int best) =>
        units > bestUnits || (units == bestUnits && note < best) ? note : best;

    private void Meet(int note, int other, int units)
    {
        if (units + 1 <= _runs[note])
        {
            return;
        }

        int song = _index.SongOf(other);
        Match match = new(note, other - _index.StartOf(song), units + 1);
        if (!_best.TryGetValue(song, out Match best) || match.IsBetterThan(best))
        {
            _best[song] = match;
        }
    }

    /// <summary>A passage of two songs.</summary>
    /// <param name="Note">Its first note in the song judged.</param>
    /// <param name="Other">Its first note in the other song.</param>
    /// <param name="Notes">How many notes.</param>
    public readonly record struct Match(int Note, int Other, int Notes)
    {
        /// <summary>Whether it is longer, or as long and earlier.</summary>
        public bool IsBetterThan(Match other) => (other.Notes, Note, Other).CompareTo((Notes, other.Note, other.Other)) < 0;
    }
}
