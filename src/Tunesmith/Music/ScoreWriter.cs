using Tunesmith.Midi;

namespace Tunesmith.Music;

/// <summary>Makes a MIDI file of a song.</summary>
internal static class ScoreWriter
{
    /// <summary>The most ticks between two events that a file can hold.</summary>
    private const long LongestGap = 0x0FFFFFFF;

    public static MidiFile Write(Score score)
    {
        bool needsTrack = score.Tracks.Count == 0 && score.Tempos.Changes.Count + score.Meters.Changes.Count > 0;
        IReadOnlyList<ScoreTrack> tracks = needsTrack ? [new ScoreTrack([])] : score.Tracks;
        List<MidiEvent>[] statements = [.. tracks.Select(track => new List<MidiEvent>())];
        try
        {
            foreach (TempoChange change in score.Tempos.Changes)
            {
                // The first track, unless it ends too soon: a statement must not make its track longer.
                int track = FirstTrackTo(tracks, change.Tick);
                statements[track].Add(MidiEvent.Tempo(change.Tick, change.MicrosecondsPerQuarter));
            }

            foreach (MeterChange change in score.Meters.Changes)
            {
                int track = change.Track >= 0 && change.Track < tracks.Count ? change.Track : 0;
                statements[track].Add(MidiEvent.TimeSignature(change.Tick, change.Meter.Numerator, change.Meter.Denominator));
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

    private static MidiTrack WriteTrack(ScoreTrack track, List<MidiEvent> statements)
    {
        IEnumerable<MidiEvent> name = track.Name.Length > 0 ? [MidiEvent.TrackName(0, track.Name)] : [];
        IEnumerable<MidiEvent> programs = track.Programs.Select(change =>
            MidiEvent.ProgramChange(change.Tick, change.Channel, change.Program));
        IEnumerable<MidiEvent> keys = track.Keys.Select(key => key.IsPress
            ? MidiEvent.NoteOn(key.Tick, key.Channel, key.Pitch.Number, key.Velocity)
            : MidiEvent.NoteOff(key.Tick, key.Channel, key.Pitch.Number));

        // The sort is stable: at one tick the name comes first, then tempi and meters, programs, keys.
        MidiEvent[] events = [.. name.Concat(statements).Concat(programs).Concat(keys).OrderBy(midiEvent => midiEvent.Tick)];
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
}
