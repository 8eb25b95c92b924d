using System.Text.Json;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Commands.Bench;

namespace Tunesmith.Cli.Tests.Commands.Bench;

/// <summary><c>bench</c>, measuring for a moment only.</summary>
public sealed class BenchTests
{
    [Fact]
    public async Task Json_is_one_document_with_these_keys_and_numbers_above_0()
    {
        ToolRun run = await ToolRun.Of(["bench", "--json"], [Short()]);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        using JsonDocument document = JsonDocument.Parse(run.Output);
        Assert.Equal(
            [
                "gemmGflopsOneCore", "gemmGflopsAllCores", "labStepMs", "labStepEveryMs", "hidden256StepMs", "composeStepMicroseconds",
                "filesPerSecond", "cores", "vectorBits",
            ],
            document.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.All(document.RootElement.EnumerateObject(), property => Assert.InRange(property.Value.GetDouble(), 1e-9, 1e12));
        Assert.Equal(Environment.ProcessorCount, document.RootElement.GetProperty("cores").GetInt32());
        Assert.Contains(document.RootElement.GetProperty("vectorBits").GetInt32(), new[] { 32, 128, 256, 512 });
    }

    [Fact]
    public async Task Without_json_it_is_a_line_for_each()
    {
        ToolRun run = await ToolRun.Of(["bench"], [Short()]);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        string[] lines = run.Output.TrimEnd().Split('\n');
        Assert.Equal(8, lines.Length);
        Assert.All(lines, line => Assert.Matches(@"^\S.* +[\d.]+ (GFLOP/s|ms|microseconds|a second|bits)\r?$", line));
    }

    [Fact]
    public async Task It_can_be_interrupted()
    {
        using CancellationTokenSource source = new(TimeSpan.FromMilliseconds(200));
        ToolRun run = await ToolRun.Of(["bench"], [new BenchCommand(TimeSpan.FromSeconds(1))], source.Token);
        Assert.Equal(new ToolRun(ExitCode.Interrupted, "", "tunesmith: interrupted" + Environment.NewLine), run);
    }

    private static BenchCommand Short() => new(TimeSpan.FromMilliseconds(40));
}
