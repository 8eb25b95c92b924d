using System.Text.Json;
using Tunesmith.Encoding;
using Tunesmith.Encoding.Lab;
using Tunesmith.Midi;
using Tunesmith.Music;

namespace Tunesmith.Tests.Encoding.Lab;

/// <summary>What the lab's own code makes of its 88 songs and of other projects' test files.</summary>
public sealed class LabGoldenTests
{
    [Fact]
    public void Every_song_of_the_lab_is_heard_as_the_lab_hears_it()
    {
        using JsonDocument golden = Json("data/pop-golden/pop-encoding.json");
        int steps = 0;
        foreach (JsonElement song in golden.RootElement.GetProperty("files").EnumerateArray())
        {
            string name = song.GetProperty("name").GetString()!;
            Score score = Score.Load(SharedData.Require($"data/pop/{name}"));
            LabRoll roll = LabRoll.Hear(score);
            Melody melody = Encodings.Lab.Hear(score);

            Assert.True(song.GetProperty("shape")[0].GetInt32() == melody.Length, name);
            Assert.True(Ints2(song, "multiHot").Zip(LabMatrices.Sounding(roll)).All(pair => pair.First.SequenceEqual(pair.Second)), name);
            Assert.True(Ints(song.GetProperty("melody")).SequenceEqual(melody.SoundingPitches()), name);
            Assert.True(song.GetProperty("multiHotSha256").GetString() == LabMatrices.MultiHotSha(roll), name);
            Assert.True(song.GetProperty("oneHotSha256").GetString() == LabMatrices.OneHotSha(melody), name);
            steps += melody.Length;
        }

        Assert.Equal(13812, steps);
    }

    [Fact]
    public void Other_projects_test_files_are_heard_as_the_lab_hears_them()
    {
        using JsonDocument reference = Json("data/torture/reference-encoding.json");
        List<string> differences = [];
        int agreeing = 0;
        foreach (JsonProperty file in reference.RootElement.EnumerateObject().Where(file => file.Value.TryGetProperty("shape", out _)))
        {
            MidiFile midi = MidiFile.Load(SharedData.Require($"data/torture/files/{file.Name}"));
            string difference = Difference(Score.FromMidi(midi), file.Value);
            if (difference.Length == 0)
            {
                agreeing++;
            }
            else if (!IsHeardAsTheLabMeant(midi, file.Value))
            {
                differences.Add($"{file.Name}: {difference}");
            }
        }

        Assert.Equal([], differences);
        Assert.Equal(171, agreeing);
    }

    [Fact]
    public void A_song_is_written_as_the_lab_writes_it()
    {
        using JsonDocument manifest = Json("data/pop-golden/midi-out/manifest.json");
        int compared = 0;
        foreach (JsonElement entry in manifest.RootElement.EnumerateArray())
        {
            string file = entry.GetProperty("file").GetString()!;
            string input = entry.GetProperty("input").GetString()!;
            if (input is not ("one-hot matrix" or "multi-hot matrix"))
            {
                continue;
            }

            Score song = Score.Load(SharedData.Require($"data/pop/{entry.GetProperty("source").GetString()}"));
            Score written = input == "one-hot matrix" ? Encodings.Lab.Write(Encodings.Lab.Hear(song)) : LabWriter.Write(LabRoll.Hear(song));
            byte[] expected = File.ReadAllBytes(SharedData.Require($"data/pop-golden/midi-out/{file}"));
            Assert.True(expected.SequenceEqual(written.ToMidi().ToBytes()), file);
            compared++;
        }

        Assert.Equal(7, compared);
    }

    [Fact]
    public void Silence_is_written_as_the_lab_writes_it()
    {
        byte[] expected = File.ReadAllBytes(SharedData.Require("data/pop-golden/midi-out/all-rests-16rows.mid"));
        Assert.Equal(expected, Encodings.Lab.Write(new Melody(new MelodyStep[16])).ToMidi().ToBytes());
    }

    [Fact]
    public void A_song_that_sounds_to_the_end_has_the_release_that_the_lab_leaves_out()
    {
        byte[] lab = File.ReadAllBytes(SharedData.Require("data/pop-golden/midi-out/How Deep Is Your Love - Chorus.onehot-first60.mid"));
        byte[] expected =
        [
            .. lab[..21], // header, and the track's name and length but for its last byte
            (byte)(lab[21] + 4), // four bytes more
            .. lab[22..^4], // the lab's events
            0x37, 0x80, 0x48, 0x00, // 55 ticks later C5 is released
            0x01, 0xFF, 0x2F, 0x00, // 1 tick later the track ends
        ];

        Melody song = Encodings.Lab.Hear(Score.Load(SharedData.Require("data/pop/How Deep Is Your Love - Chorus.midi")));
        Assert.Equal(expected, Encodings.Lab.Write(new Melody(song.Steps[..60])).ToMidi().ToBytes());
    }

    [Fact]
    public void A_written_song_is_heard_again()
    {
        foreach (string path in Directory.EnumerateFiles(SharedData.Require("data/pop")))
        {
            Melody song = Encodings.Lab.Hear(Score.Load(path));
            int[] pitches = song.SoundingPitches();
            MidiFile written = MidiFile.FromBytes(Encodings.Lab.Write(song).ToMidi().ToBytes());
            int[] again = Encodings.Lab.Hear(Score.FromMidi(written)).SoundingPitches();
            Assert.Equal(pitches[^1] < 0 ? pitches : [.. pitches, -1], again);
        }
    }

    // Where the lab's code has an accident that docs/encodings.md names: its grid never fits ticks of a quarter that 8 does not divide, it
    // takes SMPTE frames for ticks and plays the patterns of format 2 at once, and it believes a header that denies the file's tracks.
    private static bool IsHeardAsTheLabMeant(MidiFile midi, JsonElement expected) =>
        expected.GetProperty("division").GetInt32() % 8 != 0
        || midi.Division.IsSmpte
        || midi.Format == 2
        || expected.GetProperty("tracks").GetInt32() == 0;

    private static string Difference(Score score, JsonElement expected)
    {
        LabRoll roll = LabRoll.Hear(score);
        int length = expected.GetProperty("shape")[0].GetInt32();
        if (length != roll.Rows.Length)
        {
            return $"expected {length} steps, found {roll.Rows.Length}";
        }

        bool same = expected.GetProperty("multiHotSha256").GetString() == LabMatrices.MultiHotSha(roll)
            && expected.GetProperty("oneHotSha256").GetString() == LabMatrices.OneHotSha(Encodings.Lab.Hear(score));
        return same ? "" : "other pitches";
    }

    private static JsonDocument Json(string relative) => JsonDocument.Parse(File.ReadAllBytes(SharedData.Require(relative)));

    private static int[] Ints(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetInt32())];

    private static IEnumerable<int[]> Ints2(JsonElement song, string name) => song.GetProperty(name).EnumerateArray().Select(Ints);
}
