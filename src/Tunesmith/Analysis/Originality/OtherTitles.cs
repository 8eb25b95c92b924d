namespace Tunesmith.Analysis.Originality;

/// <summary>
/// What every song of an index shares with those of other title groups: for each note the longest passage from it on that one of them has,
/// too. In the order of the passages the nearest of another group has most in common, so one walk each way finds all.
/// </summary>
internal static class OtherTitles
{
    /// <summary>For each note of all songs the notes of the longest such passage; 0 where there is none of two notes.</summary>
    /// <param name="index">The songs.</param>
    /// <param name="groups">The title group of each song.</param>
    public static int[] Longest(PassageIndex index, IReadOnlyList<int> groups)
    {
        int[] groupAt = new int[index.Notes];
        for (int song = 0; song < groups.Count; song++)
        {
            groupAt.AsSpan(index.StartOf(song), index.Songs[song].Count).Fill(groups[song]);
        }

        int[] longest = new int[index.Notes];
        Nearest nearest = default;
        for (int rank = 0; rank < index.Count; rank++)
        {
            nearest.Narrow(index.Common[rank]);
            Note(index.NoteAt(rank), ref nearest);
        }

        nearest = default;
        for (int rank = index.Count - 1; rank >= 0; rank--)
        {
            Note(index.NoteAt(rank), ref nearest);
            nearest.Narrow(index.Common[rank]);
        }

        return longest;

        void Note(int note, ref Nearest nearest)
        {
            int units = nearest.Take(groupAt[note]);
            longest[note] = Math.Max(longest[note], units == 0 ? 0 : units + 1);
        }
    }

    /// <summary>The last passage met, and the last of another group than its: how many units each has in common with the next.</summary>
    private struct Nearest
    {
        private (int Group, int Units) _last;
        private int _otherUnits;

        /// <summary>Goes on to a passage that has so many units in common with the one before.</summary>
        public void Narrow(int units)
        {
            _last.Units = Math.Min(_last.Units, units);
            _otherUnits = Math.Min(_otherUnits, units);
        }

        /// <summary>Takes a passage, and tells what it has in common with the nearest of another group.</summary>
        public int Take(int group)
        {
            if (_last.Group != group)
            {
                _otherUnits = _last.Units;
            }

            _last = (group, int.MaxValue);
            return _otherUnits;
        }
    }
}
