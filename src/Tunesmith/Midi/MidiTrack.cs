namespace Tunesmith.Midi;

/// <summary>A track: events whose ticks never descend, the last of them, and only the last, an end of track.</summary>
public sealed class MidiTrack
{
    private readonly MidiEvent[] _events;

    /// <summary>Makes a track.</summary>
    /// <param name="events">The events in order. An end of track is added at the tick of the last where there is none.</param>
    /// <exception cref="ArgumentException">A tick descends, an event is not made, or an end of track is not the last event.</exception>
    public MidiTrack(IEnumerable<MidiEvent> events)
        : this([.. events])
    {
        long tick = 0;
        for (int index = 0; index < _events.Length; index++)
        {
            MidiEvent midiEvent = _events[index];
            if (midiEvent.Tick < tick)
            {
                throw new ArgumentException(
                    $"Expected tick {tick} or later at event {index}, found {midiEvent.Tick}. Sort the events.",
                    nameof(events));
            }

            if (midiEvent.Status < 0x80 || (midiEvent.IsEndOfTrack && index < _events.Length - 1))
            {
                throw new ArgumentException($"Expected an event inside a track at event {index}, found '{midiEvent}'.", nameof(events));
            }

            tick = midiEvent.Tick;
        }
    }

    private MidiTrack(MidiEvent[] events)
    {
        _events = events.Length > 0 && events[^1].IsEndOfTrack
            ? events
            : [.. events, MidiEvent.EndOfTrack(events.Length == 0 ? 0 : Math.Max(0, events[^1].Tick))];
    }

    /// <summary>The events, with the end of track.</summary>
    public IReadOnlyList<MidiEvent> Events => _events;

    /// <summary>The tick of the end of track.</summary>
    public long EndTick => _events[^1].Tick;

    internal ReadOnlySpan<MidiEvent> Span => _events;

    /// <summary>Makes a track of events that are known to be in order.</summary>
    internal static MidiTrack OfSound(List<MidiEvent> events) => new([.. events]);
}
