using System.Text.Json;
using Tunesmith.Midi;

namespace Tunesmith.Tests.Midi.Reading;

public sealed class TortureTests
{
    private static readonly MidiReadOptions Strict = new() { Strict = true };

    private const string ZeroTracks = "a header that says 0 tracks is not believed where there is one, others read nothing then";

    /// <summary>What is read otherwise than most parsers read it, and why.</summary>
    private static readonly Dictionary<(string File, string What), string> Deliberate = new()
    {
        [("ad996bda-drywetmidi-arkanoid_modified.mid", "notes")] = ZeroTracks,
        [("ad996bda-drywetmidi-arkanoid_modified.mid", "tempos")] = ZeroTracks,
        [("ad996bda-drywetmidi-arkanoid_modified.mid", "tracks")] = ZeroTracks,
        [("ad996bda-drywetmidi-arkanoid_modified.mid", "last tick")] = ZeroTracks,
        [("ad996bda-drywetmidi-arkanoid_modified.mid", "meters")] = ZeroTracks,
        [("ad996bda-drywetmidi-arkanoid_modified.mid", "notes' hash")] = ZeroTracks,
        [("ad996bda-drywetmidi-arkanoid_modified.mid", "note events' hash")] = ZeroTracks,
    };

    [Fact]
    public void Every_unusual_file_is_read_as_most_parsers_read_it()
    {
        List<string> differences = [];
        foreach (JsonElement entry in TortureFiles.Manifest())
        {
            string name = entry.GetProperty("file").GetString()!;
            JsonElement consensus = entry.GetProperty("consensus");
            if (consensus.ValueKind == JsonValueKind.Null || consensus.GetProperty("parsersAgreeingOnNotes").GetArrayLength() < 2)
            {
                continue;
            }

            MidiFile file = MidiFile.Load(Path.Combine(TortureFiles.Folder, name));
            MidiEvent[] events = [.. file.Tracks.SelectMany(track => track.Events)];
            string meters = string.Join(' ', file.Tracks.SelectMany(track => track.Events).Select(Meter).OfType<string>());
            string expectedMeters = string.Join(
                ' ', consensus.GetProperty("timeSigs").EnumerateArray().Select(m => $"{m[0]}:{m[1]}/{m[2]}"));
            Compare("notes", consensus.GetProperty("notes").GetInt32(), events.Count(e => e.IsPress));
            Compare("tempos", consensus.GetProperty("tempos").GetInt32(), events.Count(e => e.MetaType == MidiMetaType.Tempo));
            Compare("tracks", consensus.GetProperty("tracks").GetInt32(), file.Tracks.Count);
            Compare("last tick", consensus.GetProperty("lastTick").GetInt64(), file.Tracks.Select(t => t.EndTick).DefaultIfEmpty().Max());
            Compare("meters", expectedMeters, meters);
            Compare("notes' hash", consensus.GetProperty("noteSha").GetString()!, TortureFiles.NoteHash(file, withReleases: false));
            string eventHash = TortureFiles.NoteHash(file, withReleases: true);
            Compare("note events' hash", consensus.GetProperty("noteEventSha").GetString()!, eventHash);

            void Compare<T>(string what, T expected, T found)
            {
                if (Equals(expected, found) == Deliberate.ContainsKey((name, what)))
                {
                    string warnings = string.Join(" | ", file.Warnings.Take(3).Select(warning => warning.Message));
                    differences.Add($"{name}: {what}: expected {expected}, found {found}; {warnings}");
                }
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    private static string? Meter(MidiEvent midiEvent) =>
        midiEvent.TryGetTimeSignature(out int numerator, out int denominator) ? $"{midiEvent.Tick}:{numerator}/{denominator}" : null;

    [Fact]
    public void Every_unusual_file_that_is_read_gives_the_same_events_after_writing()
    {
        int count = 0;
        foreach ((string name, MidiFile file) in TortureFiles.Readable())
        {
            MidiFile again = MidiFile.FromBytes(file.ToBytes(), new MidiReadOptions { Strict = file.Warnings.Count == 0 });
            Assert.True(MidiAssert.SameEvents(file, again), name);
            count++;
        }

        Assert.Equal(223, count);
    }

    [Fact]
    public void Files_that_are_not_MIDI_files_are_told_so_in_both_modes()
    {
        string[] unreadable =
        [
            .. TortureFiles.Manifest()
                .Where(entry => !entry.GetProperty("header").TryGetProperty("format", out _))
                .Select(entry => entry.GetProperty("file").GetString()!)
                .Where(name => !name.Contains("Naked_In_The_Rain", StringComparison.Ordinal)), // a RIFF file with a MIDI file inside
        ];
        Assert.Equal(10, unreadable.Length);
        foreach (string name in unreadable)
        {
            string path = Path.Combine(TortureFiles.Folder, name);
            MidiFormatException tolerant = Assert.Throws<MidiFormatException>(() => MidiFile.Load(path));
            MidiFormatException strict = Assert.Throws<MidiFormatException>(() => MidiFile.Load(path, Strict));
            Assert.Equal(tolerant.Message, strict.Message);
            Assert.StartsWith(path + ": expected the header chunk 'MThd' at byte 0, found ", tolerant.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_strict_reader_refuses_exactly_the_files_with_warnings()
    {
        foreach ((string name, MidiFile file) in TortureFiles.Readable())
        {
            Exception? thrown = Record.Exception(() => MidiFile.Load(Path.Combine(TortureFiles.Folder, name), Strict));
            if (file.Warnings.Count == 0)
            {
                Assert.Null(thrown);
            }
            else
            {
                Assert.Equal(file.Warnings[0].Offset, Assert.IsType<MidiFormatException>(thrown).Offset);
            }
        }
    }
}
