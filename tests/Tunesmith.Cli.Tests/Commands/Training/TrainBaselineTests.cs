using System.Text.Json;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Encoding;
using Tunesmith.Model;
using Tunesmith.Music;

namespace Tunesmith.Cli.Tests.Commands.Training;

/// <summary>A training that holds titles out is held against the best baseline on them.</summary>
public sealed class TrainBaselineTests : IDisposable
{
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task The_best_baseline_stands_beside_the_model()
    {
        ToolRun run = await _workshop.Train("--recipe", "lab-79", "--steps", "4", "--validation", "0.3", "--json");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement baseline = document.RootElement.GetProperty("baseline");
        Assert.Equal(
            ["name", "natsPerStep", "accuracy", "moveAccuracy", "perplexity"],
            baseline.EnumerateObject().Select(property => property.Name));
        Assert.True(baseline.GetProperty("natsPerStep").GetDouble() > 0);
        JsonElement heldOut = document.RootElement.GetProperty("heldOut");
        Assert.Equal(
            heldOut.GetProperty("natsPerStep").GetDouble(), Math.Log(heldOut.GetProperty("perplexity").GetDouble()), 1e-6);
        string title = Assert.Single(heldOut.GetProperty("titles").EnumerateArray()).GetString()!;
        Assert.Contains(title, new[] { "alpha", "beta", "gamma" });
        Assert.Contains($"titles held out: {title}\n", await Report(), StringComparison.Ordinal);

        async Task<string> Report() =>
            (await _workshop.Train("--recipe", "lab-79", "--steps", "4", "--validation", "0.3")).Output.ReplaceLineEndings("\n");
    }

    [Fact]
    public async Task A_model_that_has_learned_more_than_the_baseline_is_told_of_in_plain_words()
    {
        ToolRun run = await _workshop.Train("--recipe", "lookback", "--validation", "0.3");
        Assert.Matches(
            @"the model has learned more than that: it is as unsure as one who guesses among \d+\.\d\d tokens, not \d+\.\d\d; "
                + @"of 100 moves it foresees \d+, [\w-]+ \d+",
            run.Output);
    }

    [Fact]
    public async Task A_twin_of_a_song_held_out_is_told_of()
    {
        for (int copy = 0; copy < 5; copy++)
        {
            int[] pitches = [.. Enumerable.Range(0, 40).Select(step => 50 + copy + (step * step % 23) + (step % 5))];
            Encodings.Lab.Write(Melody.FromSoundingPitches(pitches)).Save(_workshop.PathOf($"songs/tune {copy}.mid"));
        }

        ToolRun run = await _workshop.Train("--recipe", "lab-79", "--steps", "1", "--validation", "0.4");
        Assert.Matches("note: \"tune \\d\" and \"tune \\d\" have \\d+ notes in common .* and may stand on two sides", run.Output);
    }

    [Fact]
    public async Task A_model_that_has_learned_less_than_the_baseline_is_told_of()
    {
        ToolRun run = await _workshop.Train("--recipe", "lab-79", "--steps", "1", "--validation", "0.3");
        Assert.Matches(@"the best baseline there, [\w-]+: loss \d\.\d{3}, accuracy \d\.\d{3}, at moves \d\.\d{3}", run.Output);
        Assert.Matches(@"note: the model has learned less than the baseline [\w-]+, which only counts", run.Output);
    }

    [Fact]
    public async Task Without_titles_held_out_there_is_nothing_to_compare()
    {
        ToolRun run = await _workshop.Train("--recipe", "lab-79", "--steps", "1", "--json");
        Assert.Contains("\"baseline\":null", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("baseline", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interruption_while_baselines_are_scored_says_that_the_model_is_there()
    {
        using CancellationTokenSource source = new();
        using StopAtLine output = new("step 0/1", source);
        using StringWriter error = new();
        int code = await Tool.RunAsync(
            ["train", _workshop.Songs, "-o", _workshop.Model, "--steps", "1", "--min-steps", "20", "--validation", "0.3"],
            ToolCommands.All(),
            new ToolConsole(ConsoleStream.ForText(output), ConsoleStream.ForText(error)),
            source.Token);
        string line = $"tunesmith: interrupted; the model is whole: {_workshop.Model}; no baseline stands beside it";
        Assert.Equal((ExitCode.Interrupted, line + Environment.NewLine), (code, error.ToString()));
        Assert.Equal(1, MelodyModel.Load(_workshop.Model).Summary.Steps);
    }

    /// <summary>Interrupts the tool when it writes a line: where that tells of the last step, no step is there to stop before.</summary>
    private sealed class StopAtLine(string beginning, CancellationTokenSource source) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.StartsWith(beginning, StringComparison.Ordinal) == true)
            {
                source.Cancel();
            }
        }
    }
}
