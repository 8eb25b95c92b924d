using System.Text.Json;
using Tunesmith.Midi;

namespace Tunesmith.Tests.Midi;

public sealed class PopFileTests
{
    [Fact]
    public void Every_pop_file_has_the_tracks_tempi_meters_and_notes_that_are_known_of_it()
    {
        string folder = SharedData.Require("data/pop");
        using FileStream stream = File.OpenRead(SharedData.Require("data/pop-golden/pop-encoding.json"));
        using JsonDocument golden = JsonDocument.Parse(stream);
        int count = 0;
        foreach (JsonElement entry in golden.RootElement.GetProperty("files").EnumerateArray())
        {
            JsonElement source = entry.GetProperty("source");
            string path = Path.Combine(folder, entry.GetProperty("name").GetString()!);
            MidiFile file = MidiFile.Load(path, new MidiReadOptions { Strict = true });
            MidiEvent[] events = [.. file.Tracks.SelectMany(track => track.Events)];
            MidiEvent[] presses = [.. events.Where(e => e.IsPress)];

            Assert.Equal(source.GetProperty("format").GetInt32(), file.Format);
            Assert.Equal(source.GetProperty("resolution").GetInt32(), file.Division.TicksPerQuarter);
            Assert.Equal(source.GetProperty("tracks").GetInt32(), file.Tracks.Count);
            Assert.Equal(source.GetProperty("noteOns").GetInt32(), presses.Length);
            Assert.Equal(source.GetProperty("minPitch").GetInt32(), presses.Min(e => e.Data1));
            Assert.Equal(source.GetProperty("maxPitch").GetInt32(), presses.Max(e => e.Data1));
            Assert.Equal(
                source.GetProperty("lastTickPerTrack").EnumerateArray().Select(e => e.GetInt64()),
                file.Tracks.Select(track => track.EndTick));
            Assert.Equal(
                source.GetProperty("tempos").EnumerateArray().Select(e => (e[0].GetInt64(), e[1].GetInt32())),
                events.Where(e => e.TryGetTempo(out _)).Select(e => (e.Tick, e.TryGetTempo(out int microseconds) ? microseconds : 0)));
            Assert.Equal(
                source.GetProperty("timeSignatures").EnumerateArray().Select(e => (e[0].GetInt64(), e[1].GetInt32(), e[2].GetInt32())),
                events.Where(e => e.TryGetTimeSignature(out _, out _))
                    .Select(e => e.TryGetTimeSignature(out int numerator, out int denominator)
                        ? (e.Tick, numerator, denominator)
                        : default));
            Assert.True(MidiAssert.SameEvents(file, MidiFile.FromBytes(file.ToBytes())));
            count++;
        }

        Assert.Equal(88, count);
    }
}
