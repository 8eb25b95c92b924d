using System.Text.Json;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Tests;

namespace Tunesmith.Cli.Tests.Commands.Inspecting;

/// <summary>The lab's own songs, where they lie beside the repository.</summary>
public sealed class InspectPopTests
{
    [Fact]
    public async Task The_summary_is_that_of_the_lab()
    {
        ToolRun run = await ToolRun.Of(["inspect", SharedData.Require("data/pop"), "--encoding", "lab"]);

        string[] lines = run.Output.Split(Environment.NewLine);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal("88 songs processed, 15 songs discarded, 73 total songs to learn from", lines[0]);
        Assert.EndsWith("shape (257, 78)", lines[1], StringComparison.Ordinal);
        Assert.Equal(
            15,
            lines.Count(line => line.StartsWith("  ", StringComparison.Ordinal)
                && line.Contains(": shorter than 128 steps", StringComparison.Ordinal)));
        Assert.Contains("left out   11 shorter than 128 steps", lines);
        Assert.Contains("left out   4 the lab encoding stops at a meter that has neither 2 nor 4 beats", lines);
        Assert.Contains("files      73 used, 0 used in part, 15 left out", lines);
    }

    [Fact]
    public async Task The_melodies_are_those_of_the_lab()
    {
        string golden = SharedData.Require("data/pop-golden/pop-encoding.json");
        ToolRun run = await ToolRun.Of(["inspect", SharedData.Require("data/pop"), "--encoding", "lab", "--json", "--melody"]);

        using JsonDocument expected = JsonDocument.Parse(File.ReadAllText(golden));
        using JsonDocument report = JsonDocument.Parse(run.Output);
        JsonElement summary = expected.RootElement.GetProperty("summary");
        Assert.Equal(
            [Number(summary, "files"), Number(summary, "kept"), Number(summary, "discarded"), Number(summary, "keptSteps")],
            [.. new[] { "processed", "used", "leftOut", "steps" }.Select(name => Number(report.RootElement, name))]);

        JsonElement[] files = [.. report.RootElement.GetProperty("files").EnumerateArray()];
        JsonElement[] songs = [.. expected.RootElement.GetProperty("files").EnumerateArray()];
        Assert.Equal(songs.Length, files.Length);
        foreach ((JsonElement song, JsonElement file) in songs.Zip(files))
        {
            Assert.Equal(song.GetProperty("name").GetString(), file.GetProperty("file").GetString());
            Assert.Equal(song.GetProperty("kept").GetBoolean(), file.GetProperty("used").GetBoolean());
            Assert.Equal(song.GetProperty("shape")[0].GetInt32(), Number(file, "steps"));
            Assert.Equal(Melody(song), Melody(file));
        }
    }

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static int[] Melody(JsonElement element) =>
        [.. element.GetProperty("melody").EnumerateArray().Select(pitch => pitch.GetInt32())];
}
