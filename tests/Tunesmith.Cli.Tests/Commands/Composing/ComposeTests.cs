using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Files;
using Tunesmith.Composing;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Tests;

namespace Tunesmith.Cli.Tests.Commands.Composing;

public sealed class ComposeTests : IDisposable
{
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task A_song_goes_on_from_the_first_window_of_another_which_is_written_beside_it()
    {
        await _workshop.WithModel();
        ToolRun run = await _workshop.ComposeFrom("1", "generated/gen_song_0.mid");

        string song = _workshop.PathOf("generated/gen_song_0.mid");
        string whole = _workshop.PathOf("generated/base_song_0.mid");
        string line = "composed 20 sixteenths (3 s) after 8 sixteenths of song 1, beta - verse (seed 7): "
            + $"{song}, and beside it the whole song it starts from: {whole}";
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        string[] lines = run.Output.TrimEnd().Split(Environment.NewLine);
        Assert.Equal((line, 2), (lines[0], lines.Length));
        Assert.StartsWith("  shares ", lines[1], StringComparison.Ordinal);
        Assert.Equal(
            ["generated", "generated/base_song_0.mid", "generated/gen_song_0.json", "generated/gen_song_0.mid", "model.safetensors"],
            _workshop.Names());

        int[] heard = _workshop.Heard("generated/gen_song_0.mid");
        Assert.Equal(8 + 20 + 1, heard.Length); // and the rest that ends it
        Assert.Equal(_workshop.Heard("songs/beta - verse.mid")[..8], heard[..8]);
        Assert.Equal(_workshop.Heard("songs/beta - verse.mid"), _workshop.Heard("generated/base_song_0.mid"));
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("GAMMA", 2)]
    [InlineData("verse", 1)]
    [InlineData("random", 2)]
    public async Task The_primer_song_is_found_by_index_by_part_of_its_name_or_by_chance(string choice, int index)
    {
        await _workshop.WithModel();
        ToolRun run = await _workshop.ComposeFrom(choice, "a.mid", "--json");

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        using JsonDocument document = JsonDocument.Parse(run.Output);
        Assert.Equal(
            [
                "song", "baseSong", "primer", "primerIndex", "primerSteps", "steps", "withPrimer", "seed", "recurringBars",
                "corpusRecurringBars", "record", "model", "originality",
            ],
            document.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal(choice == "random" ? Composer.ChooseSong(3, 7) : index, document.RootElement.GetProperty("primerIndex").GetInt32());
        Assert.Equal(_workshop.PathOf("a.base.mid"), document.RootElement.GetProperty("baseSong").GetString());
        Assert.Equal(7UL, document.RootElement.GetProperty("seed").GetUInt64());
        Assert.True(File.Exists(_workshop.PathOf("a.base.mid")));
    }

    [Fact]
    public async Task A_file_can_be_the_primer_even_a_short_one_that_training_leaves_out()
    {
        await _workshop.WithModel();
        _workshop.Add("idea.bin", 5);
        ToolRun run = await _workshop.Compose(
            "--primer", _workshop.PathOf("idea.bin"), "--steps", "4", "-o", _workshop.PathOf("out.mid"), "--seed", "1", "--json");

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Contains("\"primer\":\"idea.bin\",\"primerIndex\":null,\"primerSteps\":5,\"steps\":4", run.Output, StringComparison.Ordinal);
        Assert.Equal(_workshop.Heard("idea.bin"), _workshop.Heard("out.mid")[..5]);
    }

    [Fact]
    public async Task A_waltz_as_primer_is_heard_to_its_meter_and_a_warning_says_so()
    {
        await _workshop.WithModel();
        ScoreTrack notes = ScoreTrack.FromNotes([new Note(0, 96, new Pitch(60), 64, 0)]);
        new Score(96, [notes], meters: new MeterMap([new MeterChange(0, new Meter(3, 4))])).Save(_workshop.PathOf("waltz.mid"));
        ToolRun run = await _workshop.Compose("--primer", _workshop.PathOf("waltz.mid"), "--steps", "4");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        string expected = "tunesmith: warning: of waltz.mid only 1 step can be heard: the lab encoding stops at the first meter ";
        Assert.StartsWith(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_primer_the_song_is_what_was_composed()
    {
        await _workshop.WithModel();
        await _workshop.ComposeFrom("0", "with.mid");
        ToolRun run = await _workshop.ComposeFrom("0", "without.mid", "--without-primer");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(_workshop.Heard("with.mid")[8..], _workshop.Heard("without.mid"));
        Assert.Equal(File.ReadAllBytes(_workshop.PathOf("with.base.mid")), File.ReadAllBytes(_workshop.PathOf("without.base.mid")));
    }

    [Fact]
    public async Task The_same_seed_writes_the_same_bytes_and_every_choice_counts()
    {
        await _workshop.WithModel();
        byte[] first = await Bytes();
        Assert.Equal(first, await Bytes());
        Assert.NotEqual(first, await Bytes("--seed", "8"));
        Assert.NotEqual(first, await Bytes("--context", "window"));
        Assert.Equal(first, await Bytes("--context", "stream"));
        Assert.NotEqual(first, await Bytes("--temperature", "0.5"));
        await Bytes("--temperature", "0", "--seed", "1");
        int[] likeliest = _workshop.Heard("same.mid");
        await Bytes("--temperature", "0", "--seed", "2");
        Assert.Equal(likeliest, _workshop.Heard("same.mid")); // its record names the seed

        async Task<byte[]> Bytes(params string[] options)
        {
            ToolRun run = await _workshop.ComposeFrom("0", "same.mid", ["--steps", "60", .. options]);
            Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
            return File.ReadAllBytes(_workshop.PathOf("same.mid"));
        }
    }

    [Fact]
    public async Task A_seed_is_drawn_and_told_and_composes_the_same_again()
    {
        await _workshop.WithModel();
        string song = _workshop.PathOf("a.mid");
        string[] arguments = ["--corpus", _workshop.Songs, "--steps", "30", "-o", song, "--json"];
        ToolRun first = await _workshop.Compose(arguments);
        byte[] bytes = File.ReadAllBytes(song);
        using JsonDocument document = JsonDocument.Parse(first.Output);
        ToolRun again = await _workshop.Compose([.. arguments, "--seed", document.RootElement.GetProperty("seed").GetRawText()]);

        Assert.Equal(first, again);
        Assert.Equal(bytes, File.ReadAllBytes(song));
    }

    [Fact]
    public async Task Probabilities_are_a_table_with_a_row_for_every_step_and_a_chart_of_their_average()
    {
        await _workshop.WithModel();
        string file = _workshop.PathOf("p.csv");
        ToolRun run = await _workshop.ComposeFrom("0", "a.mid", "--probabilities", file, "--temperature", "0");

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.True(run.Output.Split('\n').Length > 5); // the chart stands above the line
        string[][] rows = [.. File.ReadAllLines(file).Select(line => line.Split(','))];
        Assert.Equal(["step", "drawn", "C1", "C#1"], rows[0][..4]);
        Assert.Equal("F7", rows[0][^1]);
        Assert.Equal(2 + 78, rows[0].Length);
        Assert.Equal(Enumerable.Range(8, 20), rows[1..].Select(row => int.Parse(row[0], CultureInfo.InvariantCulture)));
        foreach (string[] row in rows[1..])
        {
            double[] probabilities = [.. row[2..].Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
            Assert.Equal(1, probabilities.Sum(), 1e-5);
            Assert.Equal(rows[0][2 + Array.IndexOf(probabilities, probabilities.Max())], row[1]); // temperature 0 draws the likeliest
        }
    }

    [Fact]
    public async Task Probabilities_are_a_heat_map_with_a_ring_for_every_step_where_the_name_says_so()
    {
        await _workshop.WithModel();
        string file = _workshop.PathOf("p.svg");
        ToolRun run = await _workshop.ComposeFrom("0", "a.mid", "--probabilities", file, "--temperature", "0");

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        XElement svg = XElement.Load(file);
        Assert.Equal("What the network expected", svg.Elements().Single(element => element.Name.LocalName == "title").Value);
        string rings = string.Concat(svg.Descendants().Where(element => (string?)element.Attribute("class") == "ts-drawn")
            .Select(element => element.Attribute("d")!.Value));
        Assert.Equal(1 + 20, rings.Count(sign => sign == 'M')); // that of the legend, and one a step
    }

    [Fact]
    public async Task With_json_the_chart_moves_to_standard_error_and_no_steps_make_a_table_of_no_rows()
    {
        await _workshop.WithModel();
        string file = _workshop.PathOf("p.csv");
        ToolRun run = await _workshop.ComposeFrom("0", "a.mid", "--probabilities", file, "--json", "--steps", "0");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Single(run.Output.TrimEnd().Split('\n'));
        Assert.Single(File.ReadAllLines(file));
    }

    [Theory]
    [InlineData("gen_song_0.mid", "base_song_0.mid")]
    [InlineData("a/gen_song_new.mid", "a/base_song_new.mid")]
    [InlineData("tune.mid", "tune.base.mid")]
    [InlineData("a.b/tune.v2.midi", "a.b/tune.v2.base.midi")]
    [InlineData("tune", "tune.base")]
    [InlineData("my_gen_song_0.mid", "my_gen_song_0.base.mid")]
    public void The_base_song_has_a_name_beside_the_song(string output, string beside) =>
        Assert.Equal(Path.Combine(beside.Split('/')), SongNames.BaseBeside(Path.Combine(output.Split('/'))));

    [Fact]
    public async Task The_labs_song_41_is_written_again_as_the_lab_wrote_it()
    {
        string golden = SharedData.Require("data/pop-golden/midi-out/How Deep Is Your Love - Chorus.onehot.mid");
        string pop = SharedData.Require("data/pop");
        await ToolRun.Of(["train", pop, "-o", _workshop.Model, "--recipe", "lab", "--steps", "0"]);
        ToolRun run = await _workshop.Compose(
            "--corpus", pop, "--primer-song", "41", "--steps", "50", "--seed", "7", "-o", _workshop.PathOf("gen_song_0.mid"));

        string beginning = "composed 3 bars and 2 sixteenths (7 s) after 4 bars of song 41, How Deep Is Your Love - Chorus (seed 7): ";
        Assert.StartsWith(beginning, run.Output, StringComparison.Ordinal);
        byte[] expected = File.ReadAllBytes(golden);
        byte[] written = File.ReadAllBytes(_workshop.PathOf("base_song_0.mid"));
        Assert.Equal(expected, written); // the song ends in a rest, so that the lab released its last note
        Assert.Equal(128, MelodyModel.Load(_workshop.Model).Definition.Hidden[0]);
    }
}
