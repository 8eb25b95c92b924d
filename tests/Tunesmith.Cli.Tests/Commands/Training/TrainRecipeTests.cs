using System.Text.Json;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Model;
using Tunesmith.Training;

namespace Tunesmith.Cli.Tests.Commands.Training;

/// <summary>Recipes in files: printed, changed by hand and trained by.</summary>
public sealed class TrainRecipeTests : IDisposable
{
    private static readonly string[] Small = ["--min-steps", "20", "--window", "8", "--hidden", "6", "--batch", "10", "--steps", "12"];

    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task A_recipe_is_printed_without_a_folder_or_a_model()
    {
        ToolRun run = await ToolRun.Of(["train", "--print-recipe"]);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Equal(Recipe.LookBack.ToIndentedJson() + Environment.NewLine, run.Output);
        ToolRun lab = await ToolRun.Of(["train", "--print-recipe", "--recipe", "lab"]);
        Assert.Equal(Recipe.Lab.ToIndentedJson() + Environment.NewLine, lab.Output);
        Assert.Empty(_workshop.Names());
    }

    [Fact]
    public async Task What_other_options_change_is_in_it()
    {
        string[] options = ["--layers", "2", "--validation", "0.25", "--patience", "4", "--reach-accuracy", "0.75..0.90", "--seed", "7"];
        ToolRun run = await ToolRun.Of(["train", "--print-recipe", .. Small, .. options]);
        Recipe recipe = Recipe.FromJson(run.Output);
        Assert.Equal([6, 6], recipe.Definition.Hidden);
        Assert.Equal((8, 20, 10, 12), (recipe.Definition.Window, recipe.MinSteps, recipe.Batch, recipe.Steps));
        Assert.Equal((0.25, 4, 7UL), (recipe.Validation.Share, recipe.Validation.Patience, recipe.Seed));
        Assert.Equal(new AccuracyBand(0.75, 0.9), recipe.ReachAccuracy);
    }

    [Theory]
    [InlineData("0.8", 0.8, 1)]
    [InlineData("0.5..0.5", 0.5, 0.5)]
    [InlineData("0..1", 0, 1)]
    public async Task An_accuracy_to_reach_is_two_numbers_or_the_lower_alone(string text, double low, double high)
    {
        ToolRun run = await ToolRun.Of(["train", "--print-recipe", "--reach-accuracy", text]);
        Assert.Equal(new AccuracyBand(low, high), Recipe.FromJson(run.Output).ReachAccuracy);
    }

    [Fact]
    public async Task What_was_printed_trains_the_same_bytes()
    {
        string[] options = [.. Small, "--validation", "0.3", "--reach-accuracy", "0.99"];
        string file = Write("mine.json", (await ToolRun.Of(["train", "--print-recipe", "--recipe", "lab", .. options])).Output);
        Assert.Equal(ExitCode.Done, (await _workshop.Train(options)).ExitCode);
        byte[] first = File.ReadAllBytes(_workshop.Model);
        File.Delete(_workshop.Model);

        ToolRun run = await ToolRun.Of(["train", _workshop.Songs, "-o", _workshop.Model, "--recipe", file]);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Equal(first, File.ReadAllBytes(_workshop.Model));
    }

    [Fact]
    public async Task Options_override_what_a_file_says_and_layers_of_many_sizes_stay()
    {
        string file = Write("mine.json", """{"name":"mine","definition":{"hidden":[3,5],"window":8},"minSteps":20,"batch":4,"steps":2}""");
        ToolRun run = await ToolRun.Of(["train", _workshop.Songs, "-o", _workshop.Model, "--recipe", file, "--batch", "7"]);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        MelodyModel model = MelodyModel.Load(_workshop.Model);
        Recipe recipe = Recipe.Of(model)!;
        Assert.Equal([3, 5], model.Definition.Hidden);
        Assert.Equal(("mine", 7, 2), (recipe.Name, recipe.Batch, recipe.Steps));
        ToolRun wider = await ToolRun.Of(["train", "--print-recipe", "--recipe", file, "--hidden", "9"]);
        Assert.Equal([9, 9], Recipe.FromJson(wider.Output).Definition.Hidden);
    }

    [Theory]
    [InlineData("", "expected a recipe as JSON, found nothing")]
    [InlineData("MThd\u0000\u0001", "expected a recipe as JSON, found no JSON in line 1: 'M' is an invalid start of a value")]
    [InlineData("""{"batches":3}""", "expected a recipe as JSON, found batches, which it does not have; a recipe has name, definition, ")]
    [InlineData("""{"batch":"many"}""", "expected a recipe as JSON, found \"many\" for batch, which by default is 256")]
    [InlineData("""{"learningRate":1e999}""", "expected a learning rate above 0, found Infinity")]
    [InlineData("""{"definition":{"hidden":[]}}""", "Expected 1 to 8 layers of 1 to 4096 units, found [].")]
    [InlineData("""{"definition":{"encoding":"morse"}}""", "There is no encoding named \"morse\"")]
    [InlineData("""{"validation":{"share":0.9}}""", "expected a share of 0 to 0.5 of the titles to be held out, found 0.9")]
    public async Task A_file_that_is_no_recipe_is_named(string text, string message)
    {
        string file = Write("mine.json", text);
        foreach (string[] options in (string[][])[["--print-recipe"], [_workshop.Songs, "-o", _workshop.Model]])
        {
            ToolRun run = await ToolRun.Of(["train", "--recipe", file, .. options]);
            Assert.Equal((ExitCode.Failed, ""), (run.ExitCode, run.Output));
            Assert.StartsWith($"tunesmith: cannot use the recipe {file}: {message}", run.Error, StringComparison.Ordinal);
            Assert.Single(run.Error.TrimEnd().Split('\n'));
        }

        Assert.Equal(["mine.json"], _workshop.Names());
    }

    [Fact]
    public async Task The_recipe_is_not_written_over()
    {
        string file = Write("mine.json", "{}");
        ToolRun run = await ToolRun.Of(["train", _workshop.Songs, "-o", file, "--recipe", file]);
        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains($"the model would be written over the recipe, {file}", run.Error, StringComparison.Ordinal);
        Assert.Equal("{}", File.ReadAllText(file));
    }

    [Fact]
    public async Task Songs_held_out_are_in_the_lines_the_log_and_the_document()
    {
        string log = _workshop.PathOf("log");
        string[] options = ["--steps", "25", "--validation", "0.3", "--log", log];
        ToolRun run = await _workshop.Train(options);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        string[] lines = run.Output.TrimEnd().Split(Environment.NewLine);
        Assert.Matches(@"^step 10/25  loss +\d\.\d{4}  accuracy \d\.\d{3}  held out +\d\.\d{4}  ", lines[5]);
        Assert.Matches(
            @"^held out 1 song, \d\d steps: loss \d\.\d{3}, accuracy \d\.\d{3}, at moves \d\.\d{3}; the weights are those after step \d+$",
            Assert.Single(lines, line => line.StartsWith("held out", StringComparison.Ordinal)));

        JsonElement[] logged = [.. File.ReadAllLines(log).Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal([0, 1, 9, 10, 19, 20, 24], logged.Select(line => line.GetProperty("step").GetInt32()));
        Assert.Equal(
            ["step", "heldOutLoss", "heldOutAccuracy", "heldOutMoveAccuracy", "seconds"],
            logged[2].EnumerateObject().Select(property => property.Name));

        ToolRun json = await _workshop.Train("--steps", "25", "--validation", "0.3", "--json");
        JsonElement heldOut = JsonDocument.Parse(json.Output).RootElement.GetProperty("heldOut");
        Assert.Equal(
            ["songs", "songSteps", "step", "natsPerStep", "accuracy", "moveAccuracy", "perplexity", "titles"],
            heldOut.EnumerateObject().Select(property => property.Name));
        HeldOutSummary summary = MelodyModel.Load(_workshop.Model).Summary.HeldOut!;
        Assert.Equal(
            (summary.Loss, summary.Step), (heldOut.GetProperty("natsPerStep").GetDouble(), heldOut.GetProperty("step").GetInt32()));
        double best = logged.Where(line => line.TryGetProperty("heldOutLoss", out _))
            .Min(line => line.GetProperty("heldOutLoss").GetDouble());
        Assert.Equal(best, summary.Loss);
    }

    [Fact]
    public async Task Why_it_stopped_is_said()
    {
        string[] quick = ["--steps", "400", "--learning-rate", "0.05", "--display-every", "1"];
        ToolRun reached = await _workshop.Train([.. quick, "--reach-accuracy", "0.3..0.95"]);
        Assert.Matches(@"stopped after step \d+: the accuracy had come to 0\.\d{3}, which is in 0\.30 to 0\.95\s*$", reached.Output);

        ToolRun impatient = await _workshop.Train([.. quick, "--validation", "0.3", "--patience", "2"]);
        Assert.Contains("2 looks at the songs held out had brought no lower loss", impatient.Output, StringComparison.Ordinal);

        ToolRun json = await _workshop.Train([.. quick, "--reach-accuracy", "0.3..0.95", "--json"]);
        Assert.Equal("accuracy", JsonDocument.Parse(json.Output).RootElement.GetProperty("stoppedBy").GetString());
    }

    [Theory]
    [InlineData("--steps 8 --reach-accuracy 0.99..1", "was in 0.99 to 1.00; the last was 0.", "more --steps or a higher --learning-rate would help")]
    [InlineData("--steps 8 --reach-accuracy 0", "was in 0.00 to 1.00; the last was 0.", "a smaller --display-every would help")]
    [InlineData(
        "--steps 200 --learning-rate 0.05 --display-every 50 --reach-accuracy 0.001..0.002",
        "was in 0.001 to 0.002",
        "it was passed over from one display to the next, and a smaller --display-every or --learning-rate would help")]
    public async Task An_accuracy_that_was_not_reached_is_said(string options, string expected, string advice)
    {
        ToolRun run = await _workshop.Train(options.Split(' '));
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        string last = run.Output.TrimEnd().Split(Environment.NewLine)[^1];
        Assert.StartsWith($"note: no mean accuracy of five displays {expected}", last, StringComparison.Ordinal);
        Assert.EndsWith(advice, last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rate_that_falls_is_not_gone_on_with_to_another_end()
    {
        string file = Write(
            "mine.json", """{"schedule":{"finalShare":0.1},"definition":{"hidden":[6],"window":8},"minSteps":20,"batch":4,"steps":6}""");
        string[] train = ["train", _workshop.Songs, "-o", _workshop.Model, "--recipe", file];
        Assert.Equal(ExitCode.Done, (await ToolRun.Of([.. train, "--checkpoint-every", "3"])).ExitCode);
        ToolRun run = await ToolRun.Of([.. train, "--resume", "--steps", "9"]);
        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains(
            "cannot go on from the checkpoint: its learning rate falls over 6 steps, and 9 are asked for",
            run.Error,
            StringComparison.Ordinal);
    }

    private string Write(string name, string text)
    {
        File.WriteAllText(_workshop.PathOf(name), text);
        return _workshop.PathOf(name);
    }
}
