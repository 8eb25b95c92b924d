using Tunesmith.Cli.CommandLine;
using Tunesmith.Training;

namespace Tunesmith.Cli.Tests.Commands.Training;

/// <summary><c>train --checkpoint-every</c> and <c>--resume</c>.</summary>
public sealed class ResumeTests : IDisposable
{
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    private string Checkpoint => _workshop.Model + ".checkpoint";

    [Fact]
    public async Task An_interrupted_training_goes_on_to_the_bytes_of_one_that_never_stopped()
    {
        File.WriteAllText(_workshop.Model, "an older model");
        int step = await Interrupt();
        Assert.Equal(["log", "model.safetensors", "model.safetensors.checkpoint"], _workshop.Names());
        Assert.Equal("an older model", File.ReadAllText(_workshop.Model));

        string steps = $"{step + 5}";
        Assert.Equal(ExitCode.Done, (await _workshop.Train("--steps", steps, "--resume", "--threads", "2")).ExitCode);
        await _workshop.Train("--steps", steps, "-o", _workshop.PathOf("unbroken"));
        Assert.Equal(File.ReadAllBytes(_workshop.PathOf("unbroken")), File.ReadAllBytes(_workshop.Model));
        Assert.Equal(step + 5, TrainingCheckpoint.Load(Checkpoint).Step); // and it can be made longer still
    }

    [Fact]
    public async Task Checkpoints_are_saved_on_the_way_and_a_finished_training_can_be_made_longer()
    {
        await _workshop.Train("--steps", "5", "--checkpoint-every", "2");
        Assert.Equal(["model.safetensors", "model.safetensors.checkpoint"], _workshop.Names());
        Assert.Equal(5, TrainingCheckpoint.Load(Checkpoint).Step);

        ToolRun run = await _workshop.Train("--steps", "12", "--resume", "--json");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("\"steps\":12,", run.Output, StringComparison.Ordinal);
        await _workshop.Train("--steps", "12", "-o", _workshop.PathOf("unbroken"));
        Assert.Equal(File.ReadAllBytes(_workshop.PathOf("unbroken")), File.ReadAllBytes(_workshop.Model));

        ToolRun again = await _workshop.Train("--steps", "12", "--resume");
        Assert.Contains(
            "learned from 12 batches before, and from none now; over the last displays loss ", again.Output, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(_workshop.PathOf("unbroken")), File.ReadAllBytes(_workshop.Model));
    }

    [Fact]
    public async Task The_log_goes_on()
    {
        string log = _workshop.PathOf("log");
        await _workshop.Train("--steps", "5", "--checkpoint-every", "5", "--log", log, "--display-every", "2");
        await _workshop.Train("--steps", "9", "--resume", "--log", log, "--display-every", "2");
        Assert.Equal(
            ["{\"step\":0", "{\"step\":1", "{\"step\":2", "{\"step\":4", "{\"step\":6", "{\"step\":8"],
            File.ReadAllLines(log).Select(line => line.Split(',')[0]));
    }

    [Fact]
    public async Task A_checkpoint_can_be_composed_with()
    {
        await _workshop.Train("--steps", "5", "--checkpoint-every", "5");
        string[] arguments = ["--corpus", _workshop.Songs, "--primer-song", "0", "--steps", "30", "--seed", "1", "-o"];
        ToolRun model = await ToolRun.Of(["compose", _workshop.Model, .. arguments, _workshop.PathOf("a.mid")]);
        ToolRun checkpoint = await ToolRun.Of(["compose", Checkpoint, .. arguments, _workshop.PathOf("b.mid")]);
        Assert.Equal((ExitCode.Done, ExitCode.Done), (model.ExitCode, checkpoint.ExitCode));
        Assert.Equal(File.ReadAllBytes(_workshop.PathOf("a.mid")), File.ReadAllBytes(_workshop.PathOf("b.mid")));
    }

    [Theory]
    [InlineData("--seed 2", "seed was 1 and is now 2")]
    [InlineData("--hidden 7", "hidden was [6] and is now [7]")]
    [InlineData("--learning-rate 0.002 --batch 11", "batch was 10 and is now 11; learningRate was 0.001 and is now 0.002")]
    [InlineData("--steps 3", "it has taken 5 steps already, and 3 are asked for")]
    [InlineData("--steps 0", "it has taken 5 steps already, and 0 are asked for")]
    [InlineData("--min-steps 45", "the songs are not the ones it learned from; minSteps was 20 and is now 45")]
    public async Task Another_setting_is_named_and_stops(string options, string difference)
    {
        await _workshop.Train("--steps", "5", "--checkpoint-every", "2");
        await Fails(
            options.Split(' '),
            $"tunesmith: cannot go on from the checkpoint: {difference}. Use the same songs and settings, or start anew.");
    }

    [Fact]
    public async Task Other_songs_stop()
    {
        await _workshop.Train("--steps", "5", "--checkpoint-every", "2");
        _workshop.Add("songs/alpha.mid", 41);
        await Fails([], "tunesmith: cannot go on from the checkpoint: the songs are not the ones it learned from. Use the same");
    }

    [Fact]
    public async Task No_checkpoint_stops()
    {
        await _workshop.WithModel();
        await Fails(
            [], $"tunesmith: there is no checkpoint {Checkpoint} to go on from (--checkpoint-every saves them); leave --resume out");
    }

    [Fact]
    public async Task A_broken_checkpoint_and_a_model_in_its_place_stop()
    {
        await _workshop.Train("--steps", "5", "--checkpoint-every", "2");
        byte[] good = File.ReadAllBytes(Checkpoint);
        foreach (byte[] bytes in (byte[][])[[], good[..^1], good[..(good.Length / 2)], [.. good, 0], File.ReadAllBytes(_workshop.Model)])
        {
            File.WriteAllBytes(Checkpoint, bytes);
            await Fails([], $"tunesmith: cannot read the checkpoint {Checkpoint}: Expected ");
        }
    }

    [Fact]
    public async Task A_folder_in_the_checkpoints_place_and_a_log_over_it_stop_before_the_training()
    {
        ToolRun log = await _workshop.Train("--log", Checkpoint);
        Assert.Contains("the log would be written over its checkpoint, ", log.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.WrongUsage, log.ExitCode);
        Directory.CreateDirectory(Checkpoint);
        ToolRun folder = await _workshop.Train();
        Assert.StartsWith($"tunesmith: cannot write {Checkpoint}: it is a folder", folder.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failed, folder.ExitCode);
        Assert.False(File.Exists(_workshop.Model));
    }

    [Fact]
    public async Task Nothing_stands_beside_a_device()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no /dev/null.");
        Assert.Equal(ExitCode.Done, (await _workshop.Train("--steps", "2", "-o", "/dev/null")).ExitCode);
        ToolRun run = await _workshop.Train("--steps", "2", "-o", "/dev/null", "--checkpoint-every", "1");
        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains("nothing can stand beside /dev/null; name a file with -o", run.Error, StringComparison.Ordinal);
    }

    /// <summary>Interrupts a training after its first steps.</summary>
    /// <returns>How many steps it took.</returns>
    private async Task<int> Interrupt()
    {
        using CancellationTokenSource source = new();
        string log = _workshop.PathOf("log");
        ToolRun run = await Run();
        Assert.Equal(ExitCode.Interrupted, run.ExitCode);
        int step = TrainingCheckpoint.Load(Checkpoint).Step;
        string message = $"tunesmith: interrupted; the checkpoint of step {step} is {Checkpoint}; add --resume to go on from it";
        Assert.Equal(message + Environment.NewLine, run.Error);
        return step;

        async Task<ToolRun> Run()
        {
            string[] options = With(["--steps", "100000000", "--log", log]);
            Task<ToolRun> training = Task.Run(() => ToolRun.Of(options, cancellation: source.Token), TestContext.Current.CancellationToken);
            while (!File.Exists(log) && !training.IsCompleted)
            {
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }

            await source.CancelAsync();
            return await training;
        }
    }

    private string[] With(string[] options) =>
    [
        "train", _workshop.Songs, "-o", _workshop.Model, "--recipe", "lab", "--min-steps", "20", "--window", "8", "--hidden", "6",
        "--batch", "10", .. options,
    ];

    /// <summary>Resuming fails in one line, and model and checkpoint stay as they were.</summary>
    private async Task Fails(string[] options, string message)
    {
        Dictionary<string, byte[]> before = Files();
        string[] steps = options.Contains("--steps") ? [] : ["--steps", "9"];
        ToolRun run = await _workshop.Train([.. options, "--resume", .. steps]);
        string[] errors = [.. run.Error.TrimEnd().Split('\n').Where(line => !line.Contains("warning", StringComparison.Ordinal))];
        Assert.StartsWith(message, Assert.Single(errors), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Equal(before, Files());

        Dictionary<string, byte[]> Files() =>
            _workshop.Names().ToDictionary(name => name, name => File.ReadAllBytes(_workshop.PathOf(name)));
    }
}
