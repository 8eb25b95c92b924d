using System.Globalization;
using System.Text.Json;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Model;
using Tunesmith.Tests;
using Tunesmith.Training;

namespace Tunesmith.Cli.Tests.Commands.Training;

public sealed class TrainTests : IDisposable
{
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task A_folder_becomes_a_model_and_every_displayed_step_a_line()
    {
        ToolRun run = await _workshop.Train("--steps", "25");

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        string[] lines = run.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("3 songs to learn from, 141 sixteenths in all (1 of 4 files left out; tunesmith inspect says why)", lines[0]);
        Assert.StartsWith(
            "note: there are only 3 titles to learn from: the model will know these songs", lines[1], StringComparison.Ordinal);
        Assert.Equal(
            "each step it guesses what comes next in 10 passages; loss is how surprised it is, accuracy how often it is right",
            lines[2]);
        Assert.Equal(["step  0/25", "step  1/25", "step 10/25", "step 20/25"], lines[3..^1].Select(line => line[..10]));
        Assert.All(lines[3..^1], line => Assert.Matches(@"^step +\d+/25  loss +\d+\.\d{4}  accuracy [01]\.\d{3}", line));
        string end = @"^learned from 25 batches in \d+\.\d s \(\d+\.\d ms a step\); "
            + @"over the last displays loss \d\.\d{3}, accuracy \d\.\d{3}: ";
        Assert.Matches(end, lines[^1]);
        Assert.EndsWith(_workshop.Model, lines[^1], StringComparison.Ordinal);
        Assert.Equal(["model.safetensors"], _workshop.Names());
    }

    [Fact]
    public async Task One_batch_is_one() =>
        Assert.Contains("learned from 1 batch in ", (await _workshop.Train("--steps", "1")).Output, StringComparison.Ordinal);

    [Fact]
    public async Task Every_option_reaches_the_recipe()
    {
        string[] options =
        [
            "--recipe", "lab", "--hidden", "5", "--layers", "2", "--window", "7", "--batch", "9", "--steps", "3",
            "--learning-rate", "0.02", "--min-steps", "45", "--seed", "18446744073709551615", "--threads", "2", "--display-every", "2",
        ];
        ToolRun run = await ToolRun.Of(["train", _workshop.Songs, "--output", _workshop.Model, .. options]);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        MelodyModel model = MelodyModel.Load(_workshop.Model);
        Recipe recipe = Recipe.Of(model)!;
        Assert.Equal([5, 5], model.Definition.Hidden);
        Assert.Equal((7, 9, 3), (recipe.Definition.Window, recipe.Batch, recipe.Steps));
        Assert.Equal((0.02, 45, ulong.MaxValue), (recipe.LearningRate, recipe.MinSteps, recipe.Seed));
        Assert.Equal((2, 101L), (model.Summary.Songs, model.Summary.SongSteps));
        Assert.Matches("^[0-9a-f]{64}$", model.DataFingerprint);
    }

    [Fact]
    public async Task Json_is_one_document_with_these_keys_and_the_rest_moves_to_standard_error()
    {
        ToolRun run = await _workshop.Train("--steps", "4", "--display-every", "1", "--json");

        using JsonDocument document = JsonDocument.Parse(run.Output);
        Assert.Equal(
            [
                "steps", "loss", "accuracy", "seconds", "millisecondsPerStep", "parameters", "model", "heldOut", "baseline", "stoppedBy",
                "remarks",
            ],
            document.RootElement.EnumerateObject().Select(property => property.Name));
        MelodyModel model = MelodyModel.Load(_workshop.Model);
        Assert.Equal(4, document.RootElement.GetProperty("steps").GetInt32());
        Assert.Equal(model.Summary.Loss, document.RootElement.GetProperty("loss").GetDouble());
        Assert.Equal(model.Summary.Accuracy, document.RootElement.GetProperty("accuracy").GetDouble());
        Assert.Equal(((78 + 6 + 1) * 24) + (7 * 78), document.RootElement.GetProperty("parameters").GetInt32());
        Assert.Equal(_workshop.Model, document.RootElement.GetProperty("model").GetString());
        double seconds = document.RootElement.GetProperty("seconds").GetDouble();
        Assert.Equal(seconds * 1000 / 4, document.RootElement.GetProperty("millisecondsPerStep").GetDouble(), 1e-6);
        Assert.Single(run.Output.TrimEnd().Split('\n'));
        Assert.Equal(JsonValueKind.Null, document.RootElement.GetProperty("heldOut").ValueKind);
        Assert.Equal(JsonValueKind.Null, document.RootElement.GetProperty("stoppedBy").ValueKind);
        string remark = Assert.Single(document.RootElement.GetProperty("remarks").EnumerateArray()).GetString()!;
        Assert.StartsWith("there are only 3 titles", remark, StringComparison.Ordinal);
        Assert.Equal(7, run.Error.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public async Task Songs_that_Tunesmith_composed_are_named_before_it_learns_from_them()
    {
        ToolRun run = await ToolRun.Of(
            ["compose", "--meter", "4/4", "--bars", "3", "--seed", "1", "-o", _workshop.PathOf("songs/mine.mid")]);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        run = await _workshop.Train("--steps", "1");
        Assert.Contains(
            "note: 1 of 4 songs was composed by Tunesmith: mine.mid; a network that learns from such songs learns their mistakes as well",
            run.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_has_a_line_for_every_displayed_step()
    {
        string log = _workshop.PathOf("logs/a.jsonl");
        ToolRun run = await _workshop.Train("--steps", "25", "--log", log);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        JsonElement[] lines = [.. File.ReadAllLines(log).Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal([0, 1, 10, 20], lines.Select(line => line.GetProperty("step").GetInt32()));
        string[] keys = ["step", "loss", "accuracy", "seconds"];
        Assert.All(lines, line => Assert.Equal(keys, line.EnumerateObject().Select(property => property.Name)));
        double mean = lines.Average(line => line.GetProperty("loss").GetDouble());
        Assert.Equal(MelodyModel.Load(_workshop.Model).Summary.Loss!.Value, mean, 1e-12);
        Assert.EndsWith("}\n", File.ReadAllText(log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_steps_write_the_untrained_network()
    {
        string log = _workshop.PathOf("log");
        File.WriteAllText(log, "an older log");
        ToolRun run = await _workshop.Train("--steps", "0", "--log", log);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.EndsWith($"untrained network of 2,586 weights: {_workshop.Model}", run.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal("an older log", File.ReadAllText(log)); // nothing was displayed, nothing replaced

        ToolRun json = await _workshop.Train("--steps", "0", "--json");
        Assert.StartsWith("""{"steps":0,"loss":null,"accuracy":null,"seconds":""", json.Output, StringComparison.Ordinal);
        Assert.Contains("\"millisecondsPerStep\":null", json.Output, StringComparison.Ordinal);
        Assert.Null(MelodyModel.Load(_workshop.Model).Summary.Loss);
    }

    [Fact]
    public async Task The_same_command_writes_the_same_bytes_whatever_the_threads()
    {
        Assert.Equal(ExitCode.Done, (await _workshop.Train("--steps", "5", "--threads", "1")).ExitCode);
        byte[] first = File.ReadAllBytes(_workshop.Model);
        ToolRun run = await _workshop.Train("--steps", "5", "--threads", "3", "--checkpoint-every", "2", "--json");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(5, MelodyModel.Load(_workshop.Model).Summary.Steps);
        Assert.Equal(first, File.ReadAllBytes(_workshop.Model));
    }

    [Fact]
    public async Task An_unusual_learning_rate_warns_and_goes_on()
    {
        ToolRun run = await _workshop.Train("--steps", "1", "--learning-rate", "0.00001");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(
            "tunesmith: warning: a learning rate of 1E-05 is unusual: 0.0001 to 0.1 works for most songs" + Environment.NewLine, run.Error);
    }

    [Fact]
    public async Task The_lab_recipe_learns_the_labs_songs()
    {
        ToolRun run = await ToolRun.Of(
            ["train", SharedData.Require("data/pop"), "-o", _workshop.Model, "--recipe", "lab", "--steps", "61", "--json"]);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        string[] lines = run.Error.TrimEnd().Split('\n');
        Assert.StartsWith("73 songs to learn from, 12,987 sixteenths in all (15 of 88 files left out", lines[0], StringComparison.Ordinal);
        IEnumerable<string> numbers = lines[2..].Select(line => line.Split("loss")[1].Split("accuracy")[0]);
        double[] losses = [.. numbers.Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
        Assert.Equal(8, losses.Length);
        Assert.InRange(losses[0], 3.5, 9);
        Assert.InRange(losses[^1], 0.4, 1.2);
        Assert.Equal(losses.OrderDescending().Take(4), losses.Take(4)); // then it is low, and differs from batch to batch
    }
}
