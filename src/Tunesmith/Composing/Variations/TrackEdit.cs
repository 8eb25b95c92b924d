using Tunesmith.Music;

namespace Tunesmith.Composing.Variations;

/// <summary>Takes notes out of a track, ends some elsewhere and puts others in; all other keys stay in their order.</summary>
/// <param name="track">The track.</param>
internal sealed class TrackEdit(ScoreTrack track)
{
    private readonly HashSet<int> _removed = [];
    private readonly Dictionary<int, long> _ends = [];
    private readonly List<Note> _added = [];

    /// <summary>Takes a note out.</summary>
    /// <param name="note">Its number among the track's notes.</param>
    public void Remove(int note) => _removed.Add(note);

    /// <summary>Ends a note elsewhere.</summary>
    /// <param name="note">Its number among the track's notes.</param>
    /// <param name="tick">Where; not before its onset.</param>
    public void End(int note, long tick) => _ends[note] = tick;

    /// <summary>
    /// Puts notes in that do not overlap each other. A note of the same key that sounds there ends; a later one ends the new one.
    /// </summary>
    public void Add(IEnumerable<Note> notes)
    {
        foreach (Note added in notes)
        {
            long end = added.End;
            for (int number = 0; number < track.Notes.Count; number++)
            {
                Note note = track.Notes[number];
                if (_removed.Contains(number) || note.Pitch != added.Pitch || note.Channel != added.Channel)
                {
                    continue;
                }

                if (note.Onset < added.Onset && EndOf(number) > added.Onset)
                {
                    _ends[number] = added.Onset;
                }
                else if (note.Onset >= added.Onset)
                {
                    end = Math.Min(end, note.Onset);
                }
            }

            if (end > added.Onset)
            {
                _added.Add(added with { Length = end - added.Onset });
            }
        }
    }

    /// <summary>The track that comes of it. Controllers and pitch wheels stay where they are among the keys.</summary>
    public ScoreTrack Apply()
    {
        // At one tick what is let go comes first, then the keys as they were, then what is struck.
        List<(long Tick, int Rank, int Number, KeyEvent Key)> keys = [];
        Dictionary<(int Channel, Pitch Pitch), Queue<int>> sounding = [];
        int pressed = 0;
        for (int number = 0; number < track.Keys.Count; number++)
        {
            KeyEvent key = track.Keys[number];
            (int Channel, Pitch Pitch) place = (key.Channel, key.Pitch);
            Queue<int> open = sounding.TryGetValue(place, out Queue<int>? known) ? known : sounding[place] = [];
            int? note = key.IsPress ? pressed++ : open.TryDequeue(out int oldest) ? oldest : null;
            if (key.IsPress)
            {
                open.Enqueue(note!.Value);
            }

            bool isGone = note is { } paired && (_removed.Contains(paired) || (!key.IsPress && _ends.ContainsKey(paired)));
            if (!isGone)
            {
                keys.Add((key.Tick, 1, number, key));
            }
        }

        keys.AddRange(_ends.Where(end => !_removed.Contains(end.Key)).Select(end =>
        {
            Note note = track.Notes[end.Key];
            return (end.Value, 0, 0, new KeyEvent(end.Value, note.Pitch, 0, note.Channel));
        }));
        keys.AddRange(_added.Select(note => (note.End, 0, 0, new KeyEvent(note.End, note.Pitch, 0, note.Channel))));
        keys.AddRange(_added.Select(note => (note.Onset, 2, 0, new KeyEvent(note.Onset, note.Pitch, note.Velocity, note.Channel))));
        keys = [.. keys.OrderBy(key => key.Tick).ThenBy(key => key.Rank)];
        int[] places = PlacesOf(keys);
        return new ScoreTrack(
            keys.Select(key => key.Key),
            track.Name,
            track.Programs,
            track.EndTick,
            track.ChannelNames,
            track.Controls.Select(control => control with { KeysBefore = places[Math.Min(control.KeysBefore, places.Length - 1)] }),
            track.Bends.Select(bend => bend with { KeysBefore = places[Math.Min(bend.KeysBefore, places.Length - 1)] }));
    }

    private long EndOf(int note) => _ends.GetValueOrDefault(note, track.Notes[note].End);

    /// <summary>For each number of keys that something came after: how many of the new keys that makes.</summary>
    private int[] PlacesOf(List<(long Tick, int Rank, int Number, KeyEvent Key)> keys)
    {
        int[] places = new int[track.Keys.Count + 1];
        int place = keys.Count;
        int old = track.Keys.Count;
        places[old] = place;
        for (int number = keys.Count - 1; number >= 0; number--)
        {
            if (keys[number].Rank == 1)
            {
                while (old > keys[number].Number)
                {
                    places[old--] = place;
                }

                place = number;
                places[old] = place;
            }
        }

        while (old >= 0)
        {
            places[old--] = place;
        }

        return places;
    }
}
