using Tunesmith.Music;

namespace Tunesmith.Audio.Timelines;

/// <summary>
/// What one track says, in its order: each press with the release that ends it (the oldest press of its channel and pitch first, as for
/// <see cref="ScoreTrack.Notes"/>), with controllers and pitch wheels among the keys where they stand.
/// </summary>
/// <param name="track">The track.</param>
/// <param name="events">Where its events are added.</param>
/// <param name="notes">How many notes the tracks before had.</param>
internal sealed class TrackEvents(ScoreTrack track, List<Timeline.TimedEvent> events, int notes)
{
    private readonly Dictionary<(int Channel, Pitch Pitch), Queue<int>> _sounding = [];
    private int _control;
    private int _bend;

    /// <summary>Adds the events.</summary>
    /// <returns>How many notes there are with those of this track.</returns>
    public int Add()
    {
        foreach (ProgramChange change in track.Programs)
        {
            Add(change.Tick, SoundEventKind.Program, change.Channel, change.Program);
        }

        for (int index = 0; index < track.Keys.Count; index++)
        {
            AddUntil(index);
            AddKey(track.Keys[index]);
        }

        AddUntil(int.MaxValue);
        return notes;
    }

    /// <summary>Adds the controllers and bends that come before the key of a number.</summary>
    private void AddUntil(int key)
    {
        while (true)
        {
            ControlChange? control = _control < track.Controls.Count ? track.Controls[_control] : null;
            PitchBend? bend = _bend < track.Bends.Count ? track.Bends[_bend] : null;
            (long Tick, int Keys) controlPlace = control is { } c ? (c.Tick, c.KeysBefore) : (long.MaxValue, int.MaxValue);
            (long Tick, int Keys) bendPlace = bend is { } b ? (b.Tick, b.KeysBefore) : (long.MaxValue, int.MaxValue);
            if (control is { } change && change.KeysBefore <= key && controlPlace.CompareTo(bendPlace) <= 0)
            {
                Add(change.Tick, SoundEventKind.Control, change.Channel, change.Controller, change.Value);
                _control++;
            }
            else if (bend is { } moved && moved.KeysBefore <= key)
            {
                Add(moved.Tick, SoundEventKind.Bend, moved.Channel, moved.Bend);
                _bend++;
            }
            else
            {
                return;
            }
        }
    }

    private void AddKey(KeyEvent key)
    {
        if (!_sounding.TryGetValue((key.Channel, key.Pitch), out Queue<int>? presses))
        {
            _sounding[(key.Channel, key.Pitch)] = presses = new Queue<int>();
        }

        if (key.IsPress)
        {
            presses.Enqueue(notes);
            Add(key.Tick, SoundEventKind.Press, key.Channel, key.Pitch.Number, key.Velocity, notes++);
        }
        else if (presses.TryDequeue(out int note))
        {
            Add(key.Tick, SoundEventKind.Release, key.Channel, note: note);
        }
    }

    private void Add(long tick, SoundEventKind kind, int channel, int first = 0, int second = 0, int note = 0) =>
        events.Add(new Timeline.TimedEvent(Math.Max(0, tick), new SoundEvent(0, kind, channel & 15, first, second, note)));
}
