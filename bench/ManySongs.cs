// Makes a folder of many songs out of a folder of few, to measure how a large one is read:
//
//     dotnet run bench/ManySongs.cs -- FOLDER OUT [COUNT]        10,000 where COUNT is not given
//
// Copy n of a song is moved up or down by up to a fifth; every third copy goes in other ticks, every fourth begins later, every fifth ends
// earlier, and every seventh is cut off in the midst of its bytes. Files that are no MIDI are copied as they are. The same folder gives the
// same copies.
#:project ../src/Tunesmith/Tunesmith.csproj

using System.Globalization;
using Tunesmith.Midi;

if (args.Length is < 2 or > 3 || !Directory.Exists(args[0]))
{
    Console.Error.WriteLine("Expected a folder of songs, a folder to write to, and perhaps how many files to write.");
    return 2;
}

int count = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 10_000;
string[] songs =
[
    .. Directory.EnumerateFiles(args[0], "*.mid*", SearchOption.AllDirectories).Order(StringComparer.Ordinal),
];
if (songs.Length == 0)
{
    Console.Error.WriteLine($"There is no .mid or .midi file in \"{args[0]}\".");
    return 2;
}

for (int file = 0; file < count; file++)
{
    string song = songs[file % songs.Length];
    int copy = file / songs.Length;
    string folder = Path.Combine(args[1], $"{copy:000}");
    Directory.CreateDirectory(folder);
    byte[] bytes = File.ReadAllBytes(song);
    string path = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(song)} {copy}.mid");
    File.WriteAllBytes(path, copy == 0 ? bytes : Change(bytes, copy));
}

Console.WriteLine($"{count} files of {songs.Length} songs: {args[1]}");
return 0;

static byte[] Change(byte[] bytes, int copy)
{
    byte[] changed = bytes;
    try
    {
        MidiFile midi = MidiFile.FromBytes(bytes);
        long end = midi.Tracks.Max(track => track.EndTick);
        long first = copy % 4 == 0 ? end / 16 : 0;
        long last = copy % 5 == 0 ? end * 3 / 4 : end;
        int semitones = (copy * 5 % 15) - 7;
        int stretch = copy % 3 == 0 ? 2 : 1;
        changed = new MidiFile(
            midi.Format,
            midi.Division,
            midi.Tracks.Select(track => new MidiTrack(
                from midiEvent in track.Events
                where !midiEvent.IsEndOfTrack && (midiEvent.Status >= 0xF0 || (midiEvent.Tick >= first && midiEvent.Tick <= last))
                select Move(midiEvent, semitones) with { Tick = Math.Max(0, midiEvent.Tick - first) * stretch })))
            .ToBytes();
    }
    catch (MidiFormatException)
    {
        // no MIDI: a folder may hold such files
    }
    catch (InvalidOperationException)
    {
        // events too far apart to be written
    }

    return copy % 7 == 0 ? changed[..(changed.Length * 2 / 3)] : changed;
}

static MidiEvent Move(MidiEvent midiEvent, int semitones)
{
    int key = Math.Clamp(midiEvent.Data1 + semitones, 0, 127);
    return midiEvent.Kind switch
    {
        _ when midiEvent.Channel == 9 => midiEvent,
        MidiEventKind.NoteOn => MidiEvent.NoteOn(midiEvent.Tick, midiEvent.Channel, key, midiEvent.Data2),
        MidiEventKind.NoteOff => MidiEvent.NoteOff(midiEvent.Tick, midiEvent.Channel, key, midiEvent.Data2),
        _ => midiEvent,
    };
}
