using System.Diagnostics;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Training;

namespace Tunesmith.Cli.Tests.Commands.Training;

/// <summary>Training as a process of its own, that is interrupted or killed.</summary>
public sealed class InterruptedProcessTests : IDisposable
{
    private const int Kills = 8;

    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    private string Checkpoint => _workshop.Model + ".checkpoint";

    [Theory]
    [InlineData(ToolProcess.SigInt)]
    [InlineData(ToolProcess.SigTerm)]
    public async Task A_signal_ends_it_in_one_line_and_leaves_a_checkpoint_to_go_on_from(int signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal to send.");
        using ToolProcess process = new(Train("--steps", "100000000"));
        await process.WaitForLine("step ");
        process.Send(signal);
        (int exitCode, string error) = await process.End();

        int step = TrainingCheckpoint.Load(Checkpoint).Step;
        string line = $"tunesmith: interrupted; the checkpoint of step {step} is {Checkpoint}; add --resume to go on from it";
        Assert.Equal((ExitCode.Interrupted, line + Environment.NewLine), (exitCode, error));
        Assert.Equal([Path.GetFileName(Checkpoint)], _workshop.Names());
        await GoOn(step + 3);
    }

    [Fact]
    public async Task A_kill_at_any_moment_leaves_a_whole_checkpoint_to_go_on_from()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal to send.");
        Random random = new(1);
        int step = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            string[] resume = step == 0 ? [] : ["--resume"];
            using ToolProcess process = new(Train(["--steps", "100000000", "--checkpoint-every", "1", .. resume]));
            while (StepOf(Checkpoint) <= step && !process.HasExited)
            {
                await Task.Delay(1, TestContext.Current.CancellationToken);
            }

            // Whoever looks in the meantime never sees half a file.
            Stopwatch watch = Stopwatch.StartNew();
            TimeSpan end = TimeSpan.FromMilliseconds(random.NextDouble() * 60);
            while (watch.Elapsed < end)
            {
                Assert.InRange(StepOf(Checkpoint), step, int.MaxValue);
            }

            process.Send(ToolProcess.SigKill);
            (int exitCode, string error) = await process.End();
            Assert.Equal((128 + ToolProcess.SigKill, ""), (exitCode, error));
            Assert.InRange(StepOf(Checkpoint), step + 1, int.MaxValue);
            step = StepOf(Checkpoint);
        }

        Assert.DoesNotContain("model.safetensors", _workshop.Names());
        foreach (string left in _workshop.Names().Where(name => name != Path.GetFileName(Checkpoint)))
        {
            Assert.StartsWith($".{Path.GetFileName(Checkpoint)}.", left, StringComparison.Ordinal); // what a kill was writing
            File.Delete(_workshop.PathOf(left));
        }

        await GoOn(step + 3);
    }

    private static int StepOf(string checkpoint) => File.Exists(checkpoint) ? TrainingCheckpoint.Load(checkpoint).Step : 0;

    /// <summary>Resumes, and requires the bytes of a training that never stopped.</summary>
    private async Task GoOn(int steps)
    {
        ToolRun resumed = await ToolRun.Of(Train("--steps", $"{steps}", "--resume", "--threads", "2"));
        Assert.Equal((ExitCode.Done, ""), (resumed.ExitCode, resumed.Error));
        byte[] found = File.ReadAllBytes(_workshop.Model);
        Assert.Equal(ExitCode.Done, (await ToolRun.Of(Train("--steps", $"{steps}"))).ExitCode);
        Assert.Equal(File.ReadAllBytes(_workshop.Model), found);
    }

    private string[] Train(params string[] options) =>
    [
        "train", _workshop.Songs, "-o", _workshop.Model, "--recipe", "lab", "--min-steps", "20", "--window", "8", "--hidden", "24",
        "--layers", "2", "--batch", "20", .. options.Contains("--threads") ? options : [.. options, "--threads", "1"],
    ];
}
