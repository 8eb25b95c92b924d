using System.Text.Json;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Midi;
using Tunesmith.Music;
using static Tunesmith.Cli.Tests.Commands.Inspecting.InspectedFolder;

namespace Tunesmith.Cli.Tests.Commands.Inspecting;

/// <summary>What <c>inspect</c> says of one song.</summary>
public sealed class InspectSongTests : IDisposable
{
    private readonly InspectedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_song_is_told_with_its_parts_and_a_piano_roll()
    {
        _folder.Save("two.mid", TwoParts());

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
        _folder.Save("two.mid", TwoParts());

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
        _folder.Save("long.mid", Scale(steps: 400));

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
        _folder.Save("two.mid", TwoParts());

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
}
