using System.Text.Json;
using Tunesmith.Cli.CommandLine;

namespace Tunesmith.Cli.Tests.Commands.Composing;

/// <summary><c>compose --best</c> and <c>--original</c>: what is kept of several songs.</summary>
public sealed class ComposeChoosingTests : IAsyncLifetime
{
    private readonly Workshop _workshop = new() { Recipe = "lookback" };

    public async ValueTask InitializeAsync() => await _workshop.WithModel();

    public ValueTask DisposeAsync()
    {
        _workshop.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_best_come_first_and_each_is_composed_again_by_its_seed()
    {
        ToolRun run = await _workshop.ComposeFrom("0", "best/tune_1.mid", "--count", "12", "--best", "3", "--json");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement[] songs = [.. document.RootElement.GetProperty("songs").EnumerateArray()];
        Assert.Equal(
            Enumerable.Range(1, 3).Select(number => _workshop.PathOf($"best/tune_{number}.mid")),
            songs.Select(song => song.GetProperty("song").GetString()));
        double[] totals = [.. songs.Select(song => song.GetProperty("score").GetProperty("total").GetDouble())];
        Assert.Equal(totals.OrderDescending(), totals);
        Assert.All(songs, song => Assert.StartsWith(
            $"{song.GetProperty("score").GetProperty("total").GetDouble():0.00}: likelihood ",
            song.GetProperty("score").GetProperty("inWords").GetString(),
            StringComparison.Ordinal));
        for (int number = 1; number <= 3; number++)
        {
            string seed = $"{songs[number - 1].GetProperty("seed").GetUInt64()}";
            await _workshop.ComposeFrom("0", "alone/tune.mid", "--seed", seed);
            Assert.Equal(
                await File.ReadAllBytesAsync(_workshop.PathOf("alone/tune.mid"), TestContext.Current.CancellationToken),
                await File.ReadAllBytesAsync(_workshop.PathOf($"best/tune_{number}.mid"), TestContext.Current.CancellationToken));
        }

        Assert.Empty(Directory.GetFiles(_workshop.PathOf("best"), "*4*"));
        ToolRun again = await _workshop.ComposeFrom("0", "best/tune_1.mid", "--count", "12", "--best", "3", "--json", "--threads", "3");
        Assert.Equal(run.Output, again.Output);
    }

    [Fact]
    public async Task It_says_why_a_song_was_kept()
    {
        ToolRun run = await _workshop.ComposeFrom("0", "a.mid", "--count", "4", "--best", "1", "--original", "100");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        string[] lines = run.Output.TrimEnd().Split('\n');
        Assert.StartsWith("composed 20 sixteenths (3 s) after 8 sixteenths of song 0", lines[0], StringComparison.Ordinal);
        Assert.Contains(" is original: of 100 real songs ", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("  score ", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_original_a_song_is_stands_below_it_wherever_there_are_songs_to_judge_by()
    {
        ToolRun run = await _workshop.ComposeFrom("0", "a.mid", "--count", "2");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        string[] lines = run.Output.TrimEnd().Split('\n');
        Assert.StartsWith("  shares ", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("  shares ", lines[3], StringComparison.Ordinal);
        run = await _workshop.Compose("--notes", "C4 D4 E4", "--steps", "40", "--against", _workshop.Songs, "--json");
        JsonElement originality = JsonDocument.Parse(run.Output).RootElement.GetProperty("originality");
        Assert.Equal(
            ["longestSharedNotes", "coveredShare", "percentile", "longestWith"],
            originality.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task Where_the_songs_learned_from_are_not_at_hand_nothing_is_said_of_originality()
    {
        ToolRun run = await _workshop.Compose("--steps", "20");
        Assert.DoesNotContain("shares", run.Output, StringComparison.Ordinal);
        run = await _workshop.Compose("--steps", "20", "--json");
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(run.Output).RootElement.GetProperty("originality").ValueKind);
    }

    [Fact]
    public async Task What_is_not_original_is_not_written()
    {
        ToolRun run = await _workshop.ComposeFrom("0", "a.mid", "--original", "0.01", "--temperature", "0", "--steps", "3");
        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains("of 100 drafts from seed 7 none ", Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(["model.safetensors"], _workshop.Names());
    }

    [Theory]
    [InlineData("--best 2", "--best 2 chooses among more songs than that; say with --count how many to compose")]
    [InlineData("--count 3 --best 4", "--best 4 chooses among more songs than that")]
    [InlineData("--best 0", "--best takes a whole number from 1 to 1000")]
    [InlineData("--original 0", "--original takes a number from 0.01 to 100")]
    [InlineData("--live --original 90", "leave --best and --original out")]
    public async Task Options_that_do_not_fit(string options, string message)
    {
        ToolRun run = await _workshop.ComposeFrom("0", "a.mid", options.Split(' '));
        Assert.Contains(message, Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
    }

    [Fact]
    public async Task Without_a_folder_there_is_nothing_to_judge_by()
    {
        ToolRun run = await _workshop.Compose("--steps", "20", "--original", "90");
        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains("--original judges songs beside real ones; name some with --against FOLDER", run.Error, StringComparison.Ordinal);
        ToolRun named = await _workshop.Compose(
            "--steps", "60", "--count", "3", "--best", "2", "--against", _workshop.Songs, "--seed", "1");
        Assert.Equal((ExitCode.Done, ""), (named.ExitCode, named.Error));
    }
}
