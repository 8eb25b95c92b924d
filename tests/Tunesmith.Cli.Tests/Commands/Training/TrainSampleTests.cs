using System.Text.Json;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Commands.Training;

namespace Tunesmith.Cli.Tests.Commands.Training;

/// <summary><c>train --sample-every</c>: songs composed in the middle of a training.</summary>
public sealed class TrainSampleTests : IDisposable
{
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task A_sample_is_what_compose_makes_of_a_training_that_ends_there()
    {
        ToolRun run = await _workshop.Train("--steps", "7", "--sample-every", "3", "--seed", "5", "--json");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        JsonElement[] samples = [.. JsonDocument.Parse(run.Output).RootElement.GetProperty("samples").EnumerateArray()];
        Assert.Equal([3, 6], samples.Select(sample => sample.GetProperty("step").GetInt32()));
        Assert.Equal(
            [_workshop.PathOf("model-sample-3.mid"), _workshop.PathOf("model-sample-6.mid")],
            samples.Select(sample => sample.GetProperty("song").GetString()));
        Assert.All(samples, sample => Assert.False(sample.TryGetProperty("sound", out _)));
        Assert.Equal(
            ["model-sample-3.json", "model-sample-3.mid", "model-sample-6.json", "model-sample-6.mid", "model.safetensors"],
            _workshop.Names());

        string begun = samples[0].GetProperty("begunLike").GetString()!;
        foreach (string step in (string[])["3", "6"])
        {
            await _workshop.Train("--steps", step, "--seed", "5");
            run = await _workshop.ComposeFrom(begun, "again.mid", "--steps", $"{SampleOptions.Steps}", "--seed", "5");
            Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
            Assert.Equal(Music("again.mid"), Music($"model-sample-{step}.mid"));
        }
    }

    [Theory]
    [InlineData("lab")]
    [InlineData("lookback")]
    public async Task The_training_has_the_bytes_of_one_without_samples_with_any_threads(string recipe)
    {
        using Workshop workshop = new() { Recipe = recipe };
        string[] options = ["--steps", "4", "--checkpoint-every", "3"];
        await workshop.Train(options);
        byte[][] without = [File.ReadAllBytes(workshop.Model), File.ReadAllBytes(workshop.Model + ".checkpoint")];
        byte[][]? samples = null;
        foreach (string threads in (string[])["1", "3"])
        {
            ToolRun run = await workshop.Train([.. options, "--sample-every", "2", "--wav", "--threads", threads]);
            Assert.Equal(ExitCode.Done, run.ExitCode);
            Assert.Equal(without, [File.ReadAllBytes(workshop.Model), File.ReadAllBytes(workshop.Model + ".checkpoint")]);
            string[] names = [.. workshop.Names().Where(name => name.StartsWith("model-sample-", StringComparison.Ordinal))];
            Assert.Equal(
                [
                    "model-sample-2.json", "model-sample-2.mid", "model-sample-2.wav",
                    "model-sample-4.json", "model-sample-4.mid", "model-sample-4.wav",
                ],
                names);
            byte[][] bytes = [.. names.Select(name => File.ReadAllBytes(workshop.PathOf(name)))];
            samples ??= bytes;
            Assert.Equal(samples, bytes);
        }
    }

    [Fact]
    public async Task A_training_that_goes_on_makes_the_samples_of_one_that_never_stopped()
    {
        await _workshop.Train("--steps", "8", "--sample-every", "2");
        byte[] whole = Bytes("model-sample-8.mid");
        File.Delete(_workshop.PathOf("model-sample-2.mid"));
        await _workshop.Train("--steps", "5", "--checkpoint-every", "5");
        ToolRun run = await _workshop.Train("--steps", "8", "--resume", "--sample-every", "2");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Equal(whole, Bytes("model-sample-8.mid"));
        Assert.False(File.Exists(_workshop.PathOf("model-sample-2.mid")));
        Assert.Matches("2 songs composed on the way, begun like .*: .*model-sample-6.mid to .*model-sample-8.mid", run.Output);
    }

    [Theory]
    [InlineData("--wav", "--wav is for the songs of --sample-every")]
    [InlineData("--sample-every 1 --steps 2000", "--sample-every 1 would make 2000 songs of 2000 steps, and at most 1000 are made; take 2 or more")]
    [InlineData("--sample-every 0", "--sample-every takes a whole number of at least 1")]
    public async Task What_does_not_fit_together_is_said(string options, string message)
    {
        ToolRun run = await _workshop.Train(options.Split(' '));
        Assert.Contains(message, Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Empty(_workshop.Names());
    }

    [Fact]
    public async Task A_sample_takes_the_place_of_no_song_and_of_no_other_file_of_the_training()
    {
        _workshop.Add("songs/model-sample-2.mid", 40);
        ToolRun run = await _workshop.Train("--steps", "2", "--sample-every", "2", "-o", _workshop.PathOf("songs/model.safetensors"));
        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains("a sample would be written over a song of the corpus", run.Error, StringComparison.Ordinal);
        run = await _workshop.Train("--steps", "2", "--sample-every", "2", "--log", _workshop.PathOf("model-sample-2.mid"));
        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains("a sample would be written over the log", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_record_of_a_sample_takes_the_place_of_a_record_alone()
    {
        string beside = _workshop.PathOf("model-sample-2.json");
        File.WriteAllText(beside, "my own notes");
        ToolRun run = await _workshop.Train("--steps", "2", "--sample-every", "2");
        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains($"would be written over {beside}, which is no record of a song", run.Error, StringComparison.Ordinal);
        Assert.Equal("my own notes", File.ReadAllText(beside));

        File.Delete(beside);
        await _workshop.Train("--steps", "2", "--sample-every", "2");
        run = await _workshop.Train("--steps", "2", "--sample-every", "2");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task Nothing_stands_beside_a_device()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no /dev/null.");
        ToolRun run = await _workshop.Train("--steps", "2", "--sample-every", "2", "-o", "/dev/null");
        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains("samples stand beside the model, and nothing can stand beside /dev/null", run.Error, StringComparison.Ordinal);
    }

    /// <summary>A song without its record, which names the model's recipe and so how many steps were asked for.</summary>
    private byte[] Music(string name) => Tunesmith.Music.Score.Load(_workshop.PathOf(name)).ToMidi().ToBytes();

    private byte[] Bytes(string name) => File.ReadAllBytes(_workshop.PathOf(name));
}
