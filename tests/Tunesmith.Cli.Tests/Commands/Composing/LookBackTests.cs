using System.Text.Json;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Training;

namespace Tunesmith.Cli.Tests.Commands.Composing;

/// <summary>The default recipe on the command line, from the songs to the composed one.</summary>
public sealed class LookBackTests : IDisposable
{
    private static readonly TempoChange Andante = new(0, 750_000);
    private static readonly MeterChange Waltz = new(0, new Meter(3, 4));

    private readonly Workshop _workshop = new() { Recipe = "lookback" };

    public void Dispose() => _workshop.Dispose();

    private string Checkpoint => _workshop.Model + ".checkpoint";

    [Fact]
    public async Task It_is_the_recipe_where_none_is_named()
    {
        ToolRun run = await ToolRun.Of(["train", _workshop.Songs, "-o", _workshop.Model, "--steps", "3"]);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        MelodyModel model = MelodyModel.Load(_workshop.Model);
        Assert.Equal((Recipe.LookBack with { Steps = 3 }).ToJson(), model.RecipeJson);
        Assert.Equal(("melody", true), (model.Definition.Encoding, model.Definition.RestIsToken));
        string[] lines = run.Output.TrimEnd().Split(Environment.NewLine);
        Assert.Equal("3 songs to learn from, 138 sixteenths in all (1 of 4 files left out; tunesmith inspect says why)", lines[0]);
        Assert.Single(lines, line => line.StartsWith("held out 1 song, ", StringComparison.Ordinal));
        Assert.Single(lines, line => line.StartsWith("the best baseline there, ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_json_the_songs_held_out_and_the_best_baseline_are_in_the_document()
    {
        ToolRun run = await _workshop.Train("--steps", "3", "--json");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        MelodyModel model = MelodyModel.Load(_workshop.Model);
        JsonElement heldOut = document.RootElement.GetProperty("heldOut");
        Assert.Equal(1, heldOut.GetProperty("songs").GetInt32());
        Assert.Equal(model.Summary.HeldOut!.Loss, heldOut.GetProperty("natsPerStep").GetDouble());
        Assert.Equal(JsonValueKind.String, document.RootElement.GetProperty("baseline").GetProperty("name").ValueKind);
        Assert.Equal(model.Parameters.Shape.ParameterCount, document.RootElement.GetProperty("parameters").GetInt64());
    }

    [Fact]
    public async Task An_interrupted_training_goes_on_to_the_bytes_of_one_that_never_stopped()
    {
        const int Steps = 500;
        await _workshop.Train("--steps", $"{Steps}", "-o", _workshop.PathOf("unbroken"));
        using CancellationTokenSource source = new();
        string log = _workshop.PathOf("log");
        string[] train =
        [
            "train", _workshop.Songs, "-o", _workshop.Model, "--min-steps", "20", "--window", "8", "--hidden", "6", "--batch", "10",
            "--steps", $"{Steps}",
        ];
        Task<ToolRun> training =
            Task.Run(() => ToolRun.Of([.. train, "--log", log], cancellation: source.Token), TestContext.Current.CancellationToken);
        while (!File.Exists(log) && !training.IsCompleted)
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        await source.CancelAsync();
        Assert.Equal(ExitCode.Interrupted, (await training).ExitCode);
        Assert.InRange(TrainingCheckpoint.Load(Checkpoint).Step, 1, Steps - 1);

        ToolRun run = await ToolRun.Of([.. train, "--resume", "--threads", "1"]);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Equal(File.ReadAllBytes(_workshop.PathOf("unbroken")), File.ReadAllBytes(_workshop.Model));
    }

    [Fact]
    public async Task A_training_whose_rate_has_fallen_is_not_made_longer()
    {
        await _workshop.Train("--steps", "5", "--checkpoint-every", "5");

        ToolRun run = await _workshop.Train("--steps", "9", "--resume");

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains("its learning rate falls over 5 steps, and 9 are asked for", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stream")]
    [InlineData("window")]
    public async Task A_song_keeps_the_tempo_and_the_meter_that_it_starts_from(string context)
    {
        await _workshop.WithModel();
        SaveWaltz("waltz.mid");

        ToolRun run = await _workshop.Compose(
            "--primer", _workshop.PathOf("waltz.mid"), "--steps", "52", "--seed", "5", "--context", context);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Score song = Score.Load(_workshop.PathOf("a.mid"));
        Assert.Equal([Andante], song.Tempos.Changes);
        Assert.Equal([Waltz], song.Meters.Changes);
        Assert.Equal((8 + 52) * song.TicksPerQuarter / 4, song.EndTick);
        Assert.Equal(_workshop.Heard("waltz.mid")[..8], _workshop.Heard("a.mid")[..8]);
    }

    [Fact]
    public async Task How_many_of_its_bars_have_stood_before_is_told_beside_those_of_the_corpus()
    {
        await _workshop.WithModel();

        ToolRun run = await _workshop.ComposeFrom("0", "a.mid", "--steps", "120");
        Assert.Matches(
            @"^of the composed bars \d+\.\d % have stood before in their song; of the bars of the corpus 0\.0 %$",
            run.Output.TrimEnd().Split(Environment.NewLine)[^1]);

        using JsonDocument json = JsonDocument.Parse((await _workshop.ComposeFrom("0", "a.mid", "--steps", "120", "--json")).Output);
        Assert.InRange(json.RootElement.GetProperty("recurringBars").GetDouble(), 0, 1);
        Assert.Equal(0, json.RootElement.GetProperty("corpusRecurringBars").GetDouble());
    }

    [Fact]
    public async Task After_a_file_no_corpus_stands_beside_it_and_without_a_whole_bar_there_is_nothing_to_tell()
    {
        await _workshop.WithModel();
        string[] primer = ["--primer", _workshop.PathOf("songs/alpha.mid"), "--seed", "1", "--steps"];

        string told = (await _workshop.Compose([.. primer, "60"])).Output;
        Assert.EndsWith(" % have stood before in their song", told.TrimEnd(), StringComparison.Ordinal);
        Assert.Single((await _workshop.Compose([.. primer, "9"])).Output.TrimEnd().Split(Environment.NewLine));

        using JsonDocument json = JsonDocument.Parse((await _workshop.Compose([.. primer, "9", "--json"])).Output);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("recurringBars").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("corpusRecurringBars").ValueKind);
    }

    [Fact]
    public async Task Songs_composed_together_are_told_of_together()
    {
        await _workshop.WithModel();

        ToolRun run = await _workshop.ComposeFrom("0", "a.mid", "--steps", "60", "--count", "3");

        string[] lines = run.Output.TrimEnd().Split(Environment.NewLine);
        Assert.Equal(7, lines.Length); // of each song its files, and below what it shares with others
        Assert.Equal(3, lines.Count(line => line.StartsWith("  shares ", StringComparison.Ordinal)));
        Assert.StartsWith("of the composed bars ", lines[6], StringComparison.Ordinal);
    }

    /// <summary>Six bars of eighths in three quarters.</summary>
    private void SaveWaltz(string path) => new Score(
        96,
        [ScoreTrack.FromNotes(Enumerable.Range(0, 36).Select(eighth => new Note(48 * eighth, 48, new Pitch(60 + (eighth % 7)), 90, 0)))],
        new TempoMap([Andante]),
        new MeterMap([Waltz])).Save(_workshop.PathOf(path));
}
