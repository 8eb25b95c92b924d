namespace Tunesmith.Midi;

/// <summary>A track: events whose ticks never descend, the last of them, and only the last, an end of track.</summary>
public sealed class MidiTrack
{
    /// <summary>Makes a track.</summary>
    /// <param name="events">The events in order. An end of track is added at the tick of the last where there is none.</param>
    /// <exception cref="ArgumentException">
    /// A tick descends, an event is not made, an end of track is not the last event, or a payload has over 268,435,455 bytes.
    /// </exception>
    public MidiTrack(IEnumerable<MidiEvent> events)
    {
        MidiEvent[] all = [.. events];
        CheckOrder(all);
        if (all.Length == 0 || !all[^1].IsEndOfTrack)
        {
            all = [.. all, MidiEvent.EndOfTrack(all.Length == 0 ? 0 : all[^1].Tick)];
        }

        MidiRecord[] records = new MidiRecord[all.Length];
        Events = new MidiEventList(records, 0, records.Length, MidiPayloads.Of(all, records));
    }

    /// <summary>Makes a track of events that are known to be in order, with their end of track.</summary>
    internal MidiTrack(MidiEventList events) => Events = events;

    /// <summary>The events, with the end of track.</summary>
    public MidiEventList Events { get; }

    /// <summary>The tick of the end of track.</summary>
    public long EndTick => Events.Records[^1].Tick;

    private static void CheckOrder(MidiEvent[] events)
    {
        long tick = 0;
        for (int index = 0; index < events.Length; index++)
        {
            MidiEvent midiEvent = events[index];
            if (midiEvent.Tick < tick)
            {
                throw new ArgumentException(
                    $"Expected tick {tick} or later at event {index}, found {midiEvent.Tick}. Sort the events.",
                    nameof(events));
            }

            if (midiEvent.Status < 0x80 || (midiEvent.IsEndOfTrack && index < events.Length - 1))
            {
                throw new ArgumentException($"Expected an event inside a track at event {index}, found '{midiEvent}'.", nameof(events));
            }

            tick = midiEvent.Tick;
        }
    }
}
