using System.Text.Json;
using Tunesmith.Cli.CommandLine;

namespace Tunesmith.Cli.Tests.Commands;

/// <summary>The songbook wherever songs are asked for. Of what a command does with songs, only that it gets these.</summary>
public sealed class SongbookTests : IDisposable
{
    private readonly Workshop _workshop = new() { Recipe = "plain" };

    [Fact]
    public async Task Inspect_tells_of_the_songbook_by_the_titles_of_its_tunes()
    {
        ToolRun run = await ToolRun.Of(["inspect", "songbook", "--json"]);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        JsonElement document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(0, document.GetProperty("leftOut").GetInt32());
        Assert.Contains("Arirang", document.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("file").GetString()));
    }

    [Fact]
    public async Task Inspect_tells_of_one_tune()
    {
        ToolRun run = await ToolRun.Of(["inspect", "songbook:arirang"]);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("Arirang\nformat     ABC, ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tune_that_is_not_there_fails_in_one_line()
    {
        ToolRun run = await ToolRun.Of(["inspect", "songbook:ariranng"]);

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.StartsWith(
            "tunesmith: There is no tune \"ariranng\" in the songbook; near it: \"arirang\"", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_model_learns_the_songbook_and_goes_on_from_its_tunes()
    {
        ToolRun run = await _workshop.TrainOn("songbook", "--steps", "2", "--encoding", "melody");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains(" songs to learn from, ", run.Output, StringComparison.Ordinal);

        run = await _workshop.Compose("--primer", "songbook:arirang", "--steps", "4", "--seed", "1");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Contains("of Arirang (seed 1)", run.Output, StringComparison.Ordinal);

        run = await _workshop.Compose("--corpus", "songbook", "--primer-song", "arirang", "--steps", "4", "--seed", "1");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Contains(", Arirang (seed 1)", run.Output, StringComparison.Ordinal);

        run = await ToolRun.Of(["evaluate", _workshop.Model, "songbook"]);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("these are the very songs of the model's training", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Convert_writes_a_tune()
    {
        string output = _workshop.PathOf("arirang.mid");
        ToolRun run = await ToolRun.Of(["convert", "songbook:arirang", "-o", output]);

        Assert.Equal((ExitCode.Done, $"wrote Arirang, 60 notes: {output}\n", ""), (run.ExitCode, run.Output, run.Error));
        Assert.True(File.Exists(output));
    }

    [Theory]
    [InlineData("convert", "songbook", "-o", "x.mid", "One song is asked for, and songbook is many; name a tune of it, such as songbook:")]
    [InlineData("compose", "MODEL", "--primer", "songbook", "--primer takes a song file, but songbook is a folder; use --corpus songbook")]
    public async Task All_of_the_songbook_is_no_song(string command, string first, string option, string value, string message)
    {
        if (command == "compose")
        {
            await _workshop.Train("--steps", "0", "--encoding", "melody");
        }

        string argument = first == "MODEL" ? _workshop.Model : first;
        ToolRun run = await ToolRun.Of([command, argument, option, option == "-o" ? _workshop.PathOf(value) : value]);

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _workshop.Dispose();
}
