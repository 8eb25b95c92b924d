// Writes MIDI files that hold every kind of event there is: dotnet run .ci/EveryEvent.cs -- FOLDER
//
// For .ci/other-software, which has other programs read them. Each file is read and written again before it is left there, and must
// come out as the same bytes.
#:project ../src/Tunesmith/Tunesmith.csproj

using Tunesmith.Midi;
using Tunesmith.Music;

if (args.Length != 1)
{
    Console.Error.WriteLine("Expected one argument, the folder to write to: dotnet run .ci/EveryEvent.cs -- FOLDER");
    return 2;
}

Directory.CreateDirectory(args[0]);
int wrong = 0;
Write("one-track", new MidiFile(0, MidiDivision.PerQuarter(96), [EveryKind()]));
Write("many-tracks", new MidiFile(1, MidiDivision.PerQuarter(960), [Conductor(), .. Enumerable.Range(0, 40).Select(Part)]));
Write("patterns", new MidiFile(2, MidiDivision.PerQuarter(480), Enumerable.Range(0, 5).Select(Part)));
Write("finest-ticks", new MidiFile(1, MidiDivision.PerQuarter(32_767), [Conductor(), Part(3)]));
Write("no-note", new MidiFile(1, MidiDivision.PerQuarter(480), [new MidiTrack([])]));
Write("long-waits", new MidiFile(0, MidiDivision.PerQuarter(480), [LongWaits()]));
Write("far-apart", FarApart().ToMidi());
return wrong == 0 ? 0 : 1;

void Write(string name, MidiFile file)
{
    byte[] bytes = file.ToBytes();
    if (!MidiFile.FromBytes(bytes, new MidiReadOptions { Strict = true }).ToBytes().AsSpan().SequenceEqual(bytes))
    {
        Console.Error.WriteLine($"{name}.mid: read and written again it has other bytes");
        wrong++;
    }

    File.WriteAllBytes(Path.Combine(args[0], $"{name}.mid"), bytes);
}

// Channel events with and without running status, every meta event whose form the specification gives, and system exclusive messages.
static MidiTrack EveryKind() => new(
[
    MidiEvent.Meta(0, MidiMetaType.SequenceNumber, [1, 2]),
    MidiEvent.OfText(0, MidiMetaType.Text, "plain text, with \"quotes\", a comma and a \\"),
    MidiEvent.OfText(0, MidiMetaType.Copyright, "© nobody"),
    MidiEvent.TrackName(0, "모든 이벤트 – every event"),
    MidiEvent.OfText(0, MidiMetaType.InstrumentName, ""),
    MidiEvent.Meta(0, MidiMetaType.SmpteOffset, [0x60, 59, 59, 23, 99]),
    MidiEvent.Tempo(0, 0xFFFFFF),
    MidiEvent.TimeSignature(0, 255, 1),
    MidiEvent.Meta(0, MidiMetaType.KeySignature, [unchecked((byte)-7), 1]),
    MidiEvent.Meta(0, MidiMetaType.SequencerSpecific, [0, 0x21, 0x09, 0xFF]),
    MidiEvent.SystemExclusive(0, [0x7E, 0x7F, 0x09, 0x01, 0xF7]),
    MidiEvent.ProgramChange(0, 0, 0),
    MidiEvent.ProgramChange(0, 15, 127),
    MidiEvent.ControlChange(1, 0, 7, 100),
    MidiEvent.ControlChange(1, 0, 64, 127),
    MidiEvent.PitchBend(2, 0, -8192),
    MidiEvent.PitchBend(2, 0, 8191),
    MidiEvent.ChannelPressure(3, 0, 127),
    MidiEvent.NoteOn(4, 0, 0, 1),
    MidiEvent.NoteOn(4, 0, 127, 127),
    MidiEvent.KeyPressure(5, 0, 127, 64),
    MidiEvent.NoteOn(6, 0, 0, 0), // a release
    MidiEvent.OfText(7, MidiMetaType.Lyric, "노래"),
    MidiEvent.NoteOn(7, 0, 60, 64),
    MidiEvent.OfText(7, MidiMetaType.Marker, "Verse"),
    MidiEvent.OfText(7, MidiMetaType.CuePoint, "curtain"),
    MidiEvent.Tempo(8, 1),
    MidiEvent.NoteOff(9, 0, 60, 127),
    MidiEvent.NoteOff(9, 0, 127),
    MidiEvent.NoteOn(9, 9, 35, 100),
    MidiEvent.NoteOff(9, 9, 35),
    MidiEvent.EndOfTrack(1_000),
]);

// A hundred tempi, and every meter from 1/1 to 15/32.
static MidiTrack Conductor() => new(
[
    MidiEvent.TrackName(0, "conductor"),
    .. Enumerable.Range(0, 100).SelectMany<int, MidiEvent>(change =>
    [
        MidiEvent.Tempo(change * 3_000L, 250_000 + (change * 7_919)),
        MidiEvent.TimeSignature(change * 3_000L, 1 + (change % 15), 1 << (change % 6)),
    ]),
]);

// Chords and repeated notes on a channel, with a release that meets the next press and presses that nothing releases.
static MidiTrack Part(int number)
{
    int channel = number % 16;
    List<MidiEvent> events = [MidiEvent.TrackName(0, $"part {number}"), MidiEvent.ProgramChange(0, channel, number)];
    for (int beat = 0; beat < 50; beat++)
    {
        long tick = beat * (120L + number);
        int key = 36 + ((number * 7) + (beat * 5)) % 48;
        events.Add(MidiEvent.NoteOn(tick, channel, key, 1 + ((beat + number) % 127)));
        events.Add(MidiEvent.NoteOn(tick, channel, key + 12, 1 + ((beat * 3) % 127)));
        events.Add(MidiEvent.NoteOff(tick + 100 + number, channel, key, beat));
        if (beat % 7 != 0)
        {
            events.Add(MidiEvent.NoteOn(tick + 100 + number, channel, key + 12, 0));
        }
    }

    return new MidiTrack(events);
}

// Waits of one to four bytes, each with its lowest and its highest number.
static MidiTrack LongWaits()
{
    long tick = 0;
    List<MidiEvent> events = [];
    foreach (int wait in (int[])[0, 0x7F, 0x80, 0x3FFF, 0x4000, 0x1FFFFF, 0x200000, 0x0FFFFFFF])
    {
        tick += wait;
        events.Add(MidiEvent.NoteOn(tick, 0, 60, 80));
        events.Add(MidiEvent.NoteOff(tick, 0, 60));
    }

    return new MidiTrack(events);
}

// A song whose notes lie further apart than one wait can say, with names of tracks and of channels.
static Score FarApart()
{
    Dictionary<int, string> channels = new() { [0] = "멜로디", [9] = "drums" };
    KeyEvent[] keys = [new(0, new Pitch(60), 80, 0), new(600_000_000, new Pitch(60), 0, 0)];
    ScoreTrack first = new(keys, "가락", [new ProgramChange(0, 0, 5)], 900_000_000, channels);
    Note[] together = [new(240, 240, new Pitch(72), 90, 1), new(240, 480, new Pitch(76), 90, 1)];
    ScoreTrack second = ScoreTrack.FromNotes(together, "second");
    TempoMap tempos = new([new TempoChange(0, 600_000), new TempoChange(480, 400_000)]);
    MeterMap meters = new([new MeterChange(-240, new Meter(3, 4)), new MeterChange(240, new Meter(6, 8))]);
    return new Score(480, [first, second], tempos, meters);
}
