namespace Tunesmith.Music.Abc.Writing;

/// <summary>A voice that is written: chords one after another.</summary>
/// <param name="Name">The name of its track.</param>
/// <param name="Chords">In order; none begins before the one before has ended.</param>
/// <param name="End">Where the voice ends.</param>
internal sealed record AbcLayer(string Name, IReadOnlyList<AbcChord> Chords, long End)
{
    /// <summary>
    /// The voices of a song: each track is one, and as many more as it has notes at a time that do not begin and end together. Notes of no
    /// length are left out.
    /// </summary>
    public static AbcLayer[] Of(Score score) => [.. score.Tracks.Where(track => track.Notes.Count > 0).SelectMany(OfTrack)];

    private static IEnumerable<AbcLayer> OfTrack(ScoreTrack track)
    {
        List<List<AbcChord>> layers = [];
        PriorityQueue<int, (long End, int Layer)> free = new(); // layers by where they end
        foreach (AbcChord chord in ChordsOf(track))
        {
            int layer = layers.Count;
            if (free.TryPeek(out int first, out (long End, int Layer) end) && end.End <= chord.Onset)
            {
                free.Dequeue();
                layer = first;
            }
            else
            {
                layers.Add([]);
            }

            layers[layer].Add(chord);
            free.Enqueue(layer, (chord.End, layer));
        }

        return layers.Select((chords, index) => new AbcLayer(track.Name, chords, index == 0 ? track.EndTick : chords[^1].End));
    }

    private static IEnumerable<AbcChord> ChordsOf(ScoreTrack track)
    {
        // A pitch that stands there twice is in two chords: the first of each, the second of each.
        Dictionary<(long, long, Pitch), int> seen = [];
        return track.Notes
            .Where(note => note.Length > 0)
            .Select(note =>
            {
                (long, long, Pitch) key = (note.Onset, note.Length, note.Pitch);
                int copy = seen[key] = seen.GetValueOrDefault(key) + 1;
                return (Note: note, Copy: copy);
            })
            .GroupBy(note => (note.Note.Onset, note.Copy, note.Note.Length))
            .OrderBy(group => group.Key)
            .Select(group => new AbcChord(group.Key.Onset, group.Key.Length, [.. group.Select(note => note.Note.Pitch).Order()]));
    }
}
