using Tunesmith.Midi;

namespace Tunesmith.Music;

/// <summary>Makes a MIDI file of a song.</summary>
internal static class ScoreWriter
{
    /// <summary>The most ticks between two events that a file can hold.</summary>
    private const long LongestGap = VariableLength.Highest;

    public static MidiFile Write(Score score)
    {
        bool needsTrack = score.Tracks.Count == 0 && score.Tempos.Changes.Count + score.Meters.Changes.Count > 0;
        IReadOnlyList<ScoreTrack> tracks = needsTrack ? [new ScoreTrack([])] : score.Tracks;
        List<Placed>[] statements = [.. tracks.Select(track => new List<Placed>())];
        try
        {
            foreach (TempoChange change in score.Tempos.Changes)
            {
                // The first track, unless it ends too soon: a statement must not make its track longer.
                int track = FirstTrackTo(tracks, change.Tick);
                statements[track].Add(new Placed(MidiEvent.Tempo(change.Tick, change.MicrosecondsPerQuarter)));
            }

            foreach (MeterChange change in score.Meters.FromStart(score.TicksPerQuarter).Changes)
            {
                int track = change.Track >= 0 && change.Track < tracks.Count ? change.Track : 0;
                MidiEvent midiEvent = MidiEvent.TimeSignature(change.Tick, change.Meter.Numerator, change.Meter.Denominator);
                statements[track].Add(new Placed(midiEvent, 2L * change.KeysBefore));
            }

            IEnumerable<MidiTrack> written = tracks.Select((track, index) => WriteTrack(track, statements[index]));
            return new MidiFile(1, MidiDivision.PerQuarter(score.TicksPerQuarter), written);
        }
        catch (ArgumentException exception)
        {
            throw new InvalidOperationException($"The song holds what a MIDI file cannot: {exception.Message}", exception);
        }
    }

    private static int FirstTrackTo(IReadOnlyList<ScoreTrack> tracks, long tick)
    {
        for (int track = 0; track < tracks.Count; track++)
        {
            if (tracks[track].EndTick >= tick)
            {
                return track;
            }
        }

        return 0;
    }

    private static MidiTrack WriteTrack(ScoreTrack track, List<Placed> statements)
    {
        IEnumerable<Placed> name = track.Name.Length > 0 ? [new Placed(MidiEvent.TrackName(0, track.Name))] : [];
        IEnumerable<Placed> channels = track.ChannelNames.SelectMany<KeyValuePair<int, string>, Placed>(channel =>
        [
            new(MidiEvent.Meta(0, MidiMetaType.ChannelPrefix, [(byte)channel.Key])),
            new(MidiEvent.OfText(0, MidiMetaType.InstrumentName, channel.Value)),
        ]);
        IEnumerable<Placed> programs = track.Programs.Select(change =>
            new Placed(MidiEvent.ProgramChange(change.Tick, change.Channel, change.Program)));
        IEnumerable<Placed> controls = track.Controls.Select(change => new Placed(
            MidiEvent.ControlChange(change.Tick, change.Channel, change.Controller, change.Value), 2L * change.KeysBefore));
        IEnumerable<Placed> bends = track.Bends.Select(bend => new Placed(
            MidiEvent.PitchBend(bend.Tick, bend.Channel, bend.Bend), 2L * bend.KeysBefore));
        IEnumerable<Placed> keys = track.Keys.Select((key, index) => new Placed(
            key.IsPress
                ? MidiEvent.NoteOn(key.Tick, key.Channel, key.Pitch.Number, key.Velocity)
                : MidiEvent.NoteOff(key.Tick, key.Channel, key.Pitch.Number),
            (2L * index) + 1));

        // The sort is stable: at one tick the name comes first, then tempi, programs and keys, with what else there is where it stood.
        IEnumerable<Placed> placed = name.Concat(channels).Concat(statements).Concat(programs).Concat(controls).Concat(bends).Concat(keys);
        MidiEvent[] events = [.. placed.OrderBy(item => item.Event.Tick).ThenBy(item => item.Rank).Select(item => item.Event)];
        long endTick = events.Length == 0 ? track.EndTick : Math.Max(track.EndTick, events[^1].Tick);
        return new MidiTrack(Bridge([.. events, MidiEvent.EndOfTrack(endTick)]));
    }

    /// <summary>Puts empty texts where events lie further apart than a file can say.</summary>
    private static IEnumerable<MidiEvent> Bridge(MidiEvent[] events)
    {
        long tick = 0;
        foreach (MidiEvent midiEvent in events)
        {
            for (; midiEvent.Tick - tick > LongestGap; tick += LongestGap)
            {
                yield return MidiEvent.Meta(tick + LongestGap, MidiMetaType.Text, []);
            }

            tick = midiEvent.Tick;
            yield return midiEvent;
        }
    }

    /// <summary>An event, and its place among the keys of its tick: 2i + 1 is key i's own, and 2i is just before it.</summary>
    private readonly record struct Placed(MidiEvent Event, long Rank = 0);
}
