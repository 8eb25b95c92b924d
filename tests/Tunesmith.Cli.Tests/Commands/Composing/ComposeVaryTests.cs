using System.Text.Json;
using Tunesmith.Cli.CommandLine;

namespace Tunesmith.Cli.Tests.Commands.Composing;

/// <summary><c>compose --vary</c>.</summary>
public sealed class ComposeVaryTests : IAsyncLifetime
{
    private readonly Workshop _workshop = new() { Recipe = "lookback" };

    public async ValueTask InitializeAsync() => await _workshop.WithModel();

    public ValueTask DisposeAsync()
    {
        _workshop.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("--vary 5-8", "--vary writes bars of a song anew; name the song with --primer FILE")]
    [InlineData("--primer songbook:arirang --vary 500-501", "--vary asks for bars that Arirang has not: its melody has ")]
    [InlineData("--primer songbook:arirang --vary 5-8 --report page.html", "leave --report out")]
    [InlineData("--primer songbook:arirang --vary 5-8 --steps 4", "leave --steps out")]
    [InlineData("--primer songbook:arirang --vary 8-5", "--vary takes ")]
    [InlineData("--primer songbook:arirang --drafts 4", "--drafts is for --vary; leave it out")]
    public async Task What_does_not_fit_together_is_said(string options, string message)
    {
        ToolRun run = await _workshop.Compose(options.Split(' '));
        Assert.Contains(message, Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Equal(["model.safetensors"], _workshop.Names());
    }

    [Theory]
    [InlineData("5", "composed bar 5 of Arirang anew (seed ")]
    [InlineData("5-8", "composed bars 5 to 8 of Arirang anew (seed ")]
    public async Task One_bar_is_no_range_of_bars(string bars, string message)
    {
        ToolRun run = await _workshop.Compose("--primer", "songbook:arirang", "--vary", bars, "--drafts", "2", "--seed", "1");
        Assert.StartsWith(message, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_document_has_a_varied_song_or_a_list_of_them()
    {
        string[] options = ["--primer", "songbook:arirang", "--vary", "5-8", "--drafts", "4", "--seed", "1", "--json"];
        ToolRun one = await _workshop.Compose(options);
        Assert.Equal((ExitCode.Done, ""), (one.ExitCode, one.Error));
        JsonElement song = JsonDocument.Parse(one.Output).RootElement;
        Assert.Equal(_workshop.PathOf("a.mid"), song.GetProperty("song").GetString());
        ToolRun two = await _workshop.Compose([.. options, "--count", "2"]);
        JsonElement[] songs = [.. JsonDocument.Parse(two.Output).RootElement.GetProperty("songs").EnumerateArray()];
        Assert.Equal(2, songs.Length);
        Assert.All(songs, varied => Assert.Equal(Keys(song), Keys(varied)));

        static IEnumerable<string> Keys(JsonElement document) => document.EnumerateObject().Select(member => member.Name);
    }
}
