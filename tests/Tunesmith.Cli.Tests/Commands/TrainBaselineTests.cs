using System.Text.Json;
using Tunesmith.Cli.CommandLine;

namespace Tunesmith.Cli.Tests.Commands;

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
        Assert.Equal(["name", "natsPerStep", "accuracy", "moveAccuracy"], baseline.EnumerateObject().Select(property => property.Name));
        Assert.True(baseline.GetProperty("natsPerStep").GetDouble() > 0);
        Assert.True(document.RootElement.GetProperty("heldOut").GetProperty("natsPerStep").GetDouble() > 0);
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
}
