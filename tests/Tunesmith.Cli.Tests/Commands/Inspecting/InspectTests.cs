using System.Text.Json;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Tests.CommandLine;
using Tunesmith.Midi;
using Tunesmith.Model;
using Tunesmith.Music;

namespace Tunesmith.Cli.Tests.Commands.Inspecting;

public sealed class InspectTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_is_summed_up_in_the_words_of_the_lab()
    {
        Save("b/long.mid", Scale(steps: 160));
        Save("a.mid", Scale(steps: 128));
        Save("short.MID", Scale(steps: 20));
        File.WriteAllText(_folder.File("noise.mid"), "this is no music");

        ToolRun run = await Inspect(_folder.Path);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        string[] lines = run.Output.Split(Environment.NewLine);
        Assert.Equal("4 songs processed, 2 songs discarded, 2 total songs to learn from", lines[0]);
        Assert.Equal("first song: a.mid, shape (129, 78)", lines[1]);
        Assert.Contains("steps      290; a song has 129 to 161, half of them at least 161", lines);
        Assert.Contains("rests      2 steps, 0.7 %", lines);
        Assert.Contains("range      C4 to B4", lines);
        Assert.Contains("left out (2):", lines);
        Assert.Contains("  short.MID: shorter than 128 steps: 21; --min-steps 21 would keep it", lines);
        Assert.Single(
            lines, line => line.StartsWith("  noise.mid: it is neither MIDI nor ABC, but begins with ", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("read with trouble", StringComparison.Ordinal));
    }

    [Fact]
    public async Task By_default_notes_are_heard_one_by_one_and_two_bars_are_enough()
    {
        Save("long.mid", Scale(steps: 32));
        Save("short.mid", Scale(steps: 30));

        ToolRun run = await ToolRun.Of(["inspect", _folder.Path]);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        string[] lines = run.Output.Split(Environment.NewLine);
        Assert.Equal("2 songs processed, 1 song discarded, 1 total song to learn from", lines[0]);
        Assert.Equal("first song: long.mid, shape (32, 130)", lines[1]);
        Assert.Contains("encoding   melody", lines);
        Assert.Contains("  short.mid: shorter than 32 steps: 30; --min-steps 30 would keep it", lines);
    }

    [Fact]
    public async Task A_song_of_very_many_meters_is_told_of_at_once()
    {
        MidiEvent[] meters = [.. Enumerable.Range(0, 100_000).Select(tick => MidiEvent.TimeSignature(tick, (tick % 9) + 1, 4))];
        new MidiFile(0, MidiDivision.PerQuarter(96), [new MidiTrack(meters)]).Save(_folder.File("meters.mid"));

        ToolRun run = await ToolRun.Of(["inspect", _folder.File("meters.mid")])
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Matches("meter +1/4, 2/4 from bar 2, .* and [0-9,]+ more changes", run.Output);
    }

    [Fact]
    public async Task How_much_of_the_songs_has_stood_before_is_told()
    {
        Save("again.mid", Scale(steps: 72)); // twelve notes of two steps, over and over: bars 1, 2, 3, 1 again and half of 2
        Save("once.mid", Scale(steps: 32));
        string song = _folder.File("again.mid");

        Assert.Contains("form       16.7 % of the bars have stood before in their song", await Lines(_folder.Path));
        Assert.Equal(1.0 / 6, await Form(_folder.Path), 1e-12);
        Assert.Contains("form: 25.0 % of the bars have stood before in their song", await Lines(song));
        Assert.Equal(0.25, await Form(song));

        async Task<string[]> Lines(string path) => (await Inspect(path, "--encoding", "melody")).Output.Split(Environment.NewLine);

        async Task<double> Form(string path) =>
            Json(await Inspect(path, "--encoding", "melody", "--json")).GetProperty("recurringBars").GetDouble();
    }

    [Fact]
    public async Task Where_there_is_no_whole_bar_none_can_stand_again()
    {
        Save("short.mid", Scale(steps: 12));

        Assert.Equal(JsonValueKind.Null, Json(await Inspect(_folder.Path, "--json")).GetProperty("recurringBars").ValueKind);
        ToolRun run = await Inspect(_folder.Path, "--min-steps", "1");
        Assert.Contains("form       no whole bar that is not silent", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_json_a_folder_is_one_document_with_melodies_also_of_files_left_out()
    {
        Save("b/long.mid", Scale(steps: 130));
        Save("short.mid", Scale(steps: 6));
        File.WriteAllText(_folder.File("noise.mid"), "this is no music");

        JsonElement report = Json(await Inspect(_folder.Path, "--json", "--melody"));

        Assert.Equal([3, 1, 2, 131], Numbers(report, "processed", "used", "leftOut", "steps"));
        Assert.Equal(("lab", 4), (report.GetProperty("encoding").GetString(), report.GetProperty("grid").GetInt32()));
        JsonElement[] files = [.. report.GetProperty("files").EnumerateArray()];
        Assert.Equal(["b/long.mid", "noise.mid", "short.mid"], files.Select(file => file.GetProperty("file").GetString()));
        Assert.Equal([true, false, false], files.Select(file => file.GetProperty("used").GetBoolean()));
        Assert.Equal([131, 0, 7], files.Select(file => file.GetProperty("steps").GetInt32()));
        Assert.Equal(JsonValueKind.Null, files[0].GetProperty("reason").ValueKind);
        Assert.False(files[1].TryGetProperty("melody", out _));
        Assert.Equal([60, 60, 61, 61, 62, 62, -1], files[2].GetProperty("melody").EnumerateArray().Select(pitch => pitch.GetInt32()));
    }

    [Fact]
    public async Task Without_melody_no_file_has_one_in_json()
    {
        Save("short.mid", Scale(steps: 6));

        JsonElement report = Json(await Inspect(_folder.Path, "--json"));

        Assert.False(report.GetProperty("files")[0].TryGetProperty("melody", out _));
    }

    [Fact]
    public async Task A_folder_where_all_is_left_out_is_still_told_of()
    {
        Save("short.mid", Scale(steps: 6));

        ToolRun run = await Inspect(_folder.Path);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.StartsWith("1 song processed, 1 song discarded, 0 total songs to learn from", run.Output, StringComparison.Ordinal);
        Assert.Contains("--min-steps 7 would keep it", run.Output, StringComparison.Ordinal);
        run = await Inspect(_folder.Path, "--min-steps", "7");
        Assert.Contains("1 song processed, 0 songs discarded, 1 total song to learn from", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_with_melodies_draws_each()
    {
        Save("one.mid", Scale(steps: 6));

        string output = (await Inspect(_folder.Path, "--melody")).Output;

        Assert.Contains("one.mid (left out)", output, StringComparison.Ordinal);
        Assert.Contains("C#4  |  O=   |", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_read_with_trouble_is_named_with_its_first_warning()
    {
        byte[] bytes = Scale(steps: 130).ToMidi().ToBytes();
        File.WriteAllBytes(_folder.File("cut.mid"), bytes[..^4]); // the end of track event is gone

        ToolRun folder = await Inspect(_folder.Path);
        ToolRun file = await Inspect(_folder.File("cut.mid"));
        JsonElement report = Json(await Inspect(_folder.Path, "--json"));

        Assert.Contains("read with trouble (1):", folder.Output, StringComparison.Ordinal);
        Assert.Contains("  cut.mid: 2 warnings, the first: expected ", folder.Output, StringComparison.Ordinal);
        Assert.Contains("read with trouble (2):", file.Output, StringComparison.Ordinal);
        JsonElement warning = report.GetProperty("files")[0].GetProperty("warnings")[0];
        Assert.Equal("ChunkCutOff", warning.GetProperty("code").GetString());
        Assert.Equal(JsonValueKind.Number, warning.GetProperty("offset").ValueKind);
    }

    [Fact]
    public async Task A_song_is_told_with_its_parts_and_a_piano_roll()
    {
        Save("two.mid", TwoParts());

        ToolRun run = await Inspect(_folder.File("two.mid"));

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        string[] lines = run.Output.Split(Environment.NewLine);
        Assert.Equal(
            [
                "two.mid",
                "format     1: tracks that play together; 96 ticks a quarter",
                "tracks     3, with 4 notes",
                "length     4 bars, 9 s (1,344 ticks)",
                "tempo      90 to 120 quarters a minute, stated 2 times",
                "meter      4/4, 3/4 from bar 3",
                "range      C2 to A4",
                "",
                "track  name                channel  instrument              notes  range",
                "    0  lead? sheep               0  violin                      2  G4 to A4",
                "    0  lead? sheep               9  drums                       1  C2",
                "    1  a name that is ...        3  grand piano + 1             1  C3",
                "    2                                                           0",
            ],
            lines[..13]);
        Assert.All(lines.Where(line => !line.StartsWith("would", StringComparison.Ordinal)), line => Assert.True(line.Length <= 80, line));
        Assert.Contains("melody in the encoding lab: 33 steps", lines);
        Assert.Contains(
            "the lab encoding stops at the first meter that has neither 2 nor 4 beats: 3/4 at tick 768",
            run.Output,
            StringComparison.Ordinal);
        Assert.Contains("A4   |        O=======|                | |", lines);
    }

    [Fact]
    public async Task Of_a_song_that_is_learned_from_it_is_told_what_stays_unheard()
    {
        Save("two.mid", TwoParts());

        ToolRun run = await Inspect(_folder.File("two.mid"), "--min-steps", "1");

        Assert.Contains("would be learned from", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            "the lab encoding stops at the first meter that has neither 2 nor 4 beats: 3/4 at tick 768",
            run.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_beginning_of_a_long_melody_is_drawn_unless_all_is_asked_for()
    {
        Save("long.mid", Scale(steps: 400));

        string beginning = (await Inspect(_folder.File("long.mid"))).Output;
        string whole = (await Inspect(_folder.File("long.mid"), "--melody")).Output;

        Assert.Contains("401 steps, the first 256 drawn (--melody draws all)", beginning, StringComparison.Ordinal);
        Assert.Contains("... and 145 more steps", beginning, StringComparison.Ordinal);
        Assert.Contains("would be learned from", beginning, StringComparison.Ordinal);
        Assert.DoesNotContain("more steps", whole, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_json_a_song_is_one_document_of_facts()
    {
        Save("two.mid", TwoParts());

        JsonElement report = Json(await Inspect(_folder.File("two.mid"), "--json", "--melody"));

        Assert.Equal([1, 96, 3, 4, 2, 1344, 33, 36, 69], Numbers(
            report, "format", "division", "tracks", "notes", "tempos", "lastTick", "steps", "lowest", "highest"));
        Assert.Equal("[[0,4,4],[768,3,4]]", report.GetProperty("meters").GetRawText());
        Assert.Equal("[]", report.GetProperty("warnings").GetRawText());
        Assert.Equal(4, report.GetProperty("bars").GetDouble());
        Assert.Equal(33, report.GetProperty("melody").GetArrayLength());
        Assert.False(report.GetProperty("used").GetBoolean());
        JsonElement part = report.GetProperty("parts")[2];
        Assert.Equal([1, 3, 1, 48, 48], Numbers(part, "track", "channel", "notes", "lowest", "highest"));
        Assert.Equal("[0,40]", part.GetProperty("programs").GetRawText());
    }

    [Fact]
    public async Task Of_a_song_whose_ticks_divide_seconds_the_frames_are_told()
    {
        MidiTrack track = new([MidiEvent.NoteOn(0, 0, 60, 90), MidiEvent.NoteOff(1000, 0, 60)]);
        new MidiFile(0, MidiDivision.Smpte(25, 40), [track]).Save(_folder.File("film.mid"));

        JsonElement report = Json(await Inspect(_folder.File("film.mid"), "--json"));
        ToolRun run = await Inspect(_folder.File("film.mid"));

        Assert.Equal(0xE728, report.GetProperty("division").GetInt32());
        Assert.Equal([25, 40], Numbers(report.GetProperty("smpte"), "frameRate", "ticksPerFrame"));
        Assert.Contains("length     0.5 bars, 1 s (1,000 ticks)", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere", "There is no folder or file")]
    [InlineData("empty", "it holds no .mid, .midi, .kar, .smf or .abc file")]
    [InlineData("noise.txt", "it is neither MIDI nor ABC, but begins with 'this'")]
    [InlineData("nothing.mid", "the file is empty")]
    [InlineData("songs.zip", "cannot read")]
    [InlineData("songs.zip", "songs.zip: it is a zip archive; unpack it")]
    [InlineData("a.safetensors", "a.safetensors: it is a model, not a song; tunesmith compose takes it")]
    public async Task What_cannot_be_inspected_fails_with_one_line(string path, string message)
    {
        Directory.CreateDirectory(_folder.File("empty"));
        File.WriteAllText(_folder.File("noise.txt"), "this is no music");
        File.WriteAllText(_folder.File("nothing.mid"), "");
        File.WriteAllBytes(_folder.File("songs.zip"), [.. "PK\x03\x04 and songs"u8]);
        MelodyModel.LoadStarter().Save(_folder.File("a.safetensors"));

        foreach (string[] options in new string[][] { [], ["--json"] })
        {
            ToolRun run = await Inspect([_folder.File(path), .. options]);

            Assert.Equal((ExitCode.Failed, ""), (run.ExitCode, run.Output));
            Assert.StartsWith("tunesmith: ", run.Error, StringComparison.Ordinal);
            Assert.Contains(message, run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("unexpected", run.Error, StringComparison.Ordinal);
            Assert.Single(run.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        }
    }

    [Fact]
    public async Task An_encoding_that_does_not_exist_is_wrong_usage()
    {
        ToolRun run = await Inspect(_folder.Path, "--encoding", "labb");

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains("--encoding takes lab or melody, not 'labb'; did you mean lab?", run.Error, StringComparison.Ordinal);
    }

    /// <summary>Inspects as the lab does, where the arguments name no encoding.</summary>
    private static Task<ToolRun> Inspect(params string[] arguments) =>
        ToolRun.Of(["inspect", .. arguments, .. arguments.Contains("--encoding") ? Array.Empty<string>() : ["--encoding", "lab"]]);

    private static JsonElement Json(ToolRun run)
    {
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        return JsonDocument.Parse(run.Output).RootElement;
    }

    private static int[] Numbers(JsonElement element, params string[] names) =>
        [.. names.Select(name => element.GetProperty(name).GetInt32())];

    /// <summary>Notes of two steps that climb from C4 to B4 and start again.</summary>
    private static Score Scale(int steps) => new(
        96,
        [
            ScoreTrack.FromNotes(Enumerable.Range(0, steps / 2)
                .Select(note => new Note(48 * note, 48, new Pitch(60 + (note % 12)), 90, 0))),
        ]);

    private static Score TwoParts() => new(
        96,
        [
            ScoreTrack.FromNotes(
                [new(0, 192, new Pitch(67), 90, 0), new(192, 192, new Pitch(69), 90, 0), new(0, 48, new Pitch(36), 90, 9)],
                "lead\u001b sheep",
                [new ProgramChange(0, 0, 40)]),
            ScoreTrack.FromNotes(
                [new(384, 96, new Pitch(48), 90, 3)],
                "a name that is far too long",
                [new ProgramChange(0, 3, 0), new ProgramChange(384, 3, 40)],
                1344),
            new ScoreTrack([]),
        ],
        new TempoMap([new(0, 500_000), new(384, 666_667)]),
        new MeterMap([new(0, Meter.Common), new(768, new Meter(3, 4))]));

    private void Save(string path, Score song)
    {
        string full = _folder.File(path.Split('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        song.Save(full);
    }
}
