using System.Text.Json;
using Tunesmith.Cli.CommandLine;

namespace Tunesmith.Cli.Tests.Commands;

/// <summary>ABC wherever songs are read.</summary>
public sealed class AbcSongsTests : IDisposable
{
    private const string Bars = "CDEF GABc|cBAG FEDC|GFED CDEF|";

    private readonly Workshop _workshop = new();

    public AbcSongsTests()
    {
        File.WriteAllText(
            _workshop.PathOf("songs/book.abc"),
            $"X:1\nT:First\nM:4/4\nL:1/8\nK:C\n{Bars}\n\nX:2\nT:Second\nM:4/4\nL:1/8\nK:G\nD?|{Bars}\n\nX:3\nT:Bad\nK:?\n");
    }

    [Fact]
    public async Task Inspect_tells_of_every_tune_of_a_file()
    {
        ToolRun run = await Inspect("songs/book.abc");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.StartsWith(
            "3 songs processed, 1 song discarded, 2 total songs to learn from\nfirst song: book.abc#1, ",
            run.Output,
            StringComparison.Ordinal);
        Assert.Contains("book.abc#3: a tune that cannot be read: expected a key", run.Output, StringComparison.Ordinal);
        Assert.Contains("book.abc#2: expected music at line 13, column 2, found '?'", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("songs/book.abc#2")]
    [InlineData("songs/book.abc#second")]
    public async Task Inspect_tells_of_one_tune(string path)
    {
        ToolRun run = await Inspect(path);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.StartsWith(
            "book.abc#2\nformat     ABC, written out at 480 ticks a quarter\ntitle      Second\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("meter      4/4\n", run.Output, StringComparison.Ordinal);

        JsonElement document = JsonDocument.Parse((await Inspect(path, "--json")).Output).RootElement;
        Assert.Equal(JsonValueKind.Null, document.GetProperty("format").ValueKind);
        Assert.Equal("Second", document.GetProperty("titles")[0].GetString());
        Assert.Equal(13, document.GetProperty("abcWarnings")[0].GetProperty("line").GetInt32());
        Assert.Equal(25, document.GetProperty("notes").GetInt32());
    }

    [Fact]
    public async Task A_model_learns_tunes_and_goes_on_from_one()
    {
        ToolRun run = await _workshop.Train("--steps", "2", "--encoding", "melody");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("5 songs to learn from", run.Output, StringComparison.Ordinal);

        run = await _workshop.Compose("--primer", _workshop.PathOf("songs/book.abc#2"), "--steps", "4", "--seed", "1");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Contains("of book.abc#2 (seed 1)", run.Output, StringComparison.Ordinal);

        run = await _workshop.Compose("--primer", _workshop.PathOf("songs/book.abc"), "--steps", "4", "--seed", "1");
        Assert.Contains("book.abc#1 is taken of 3 tunes; FILE.abc#NUMBER or #TITLE takes another", run.Error, StringComparison.Ordinal);

        run = await _workshop.ComposeFrom("second", "b.mid");
        Assert.Contains("book#2 Second", run.Output, StringComparison.Ordinal);

        run = await _workshop.Compose("--primer", _workshop.PathOf("songs/book.abc#2"), "-o", _workshop.PathOf("songs/book.abc"));
        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
    }

    public void Dispose() => _workshop.Dispose();

    private Task<ToolRun> Inspect(string path, params string[] options) =>
        ToolRun.Of(["inspect", _workshop.PathOf(path), "--encoding", "melody", "--min-steps", "20", .. options]);
}
