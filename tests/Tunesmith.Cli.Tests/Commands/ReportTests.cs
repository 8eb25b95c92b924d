using System.CommandLine;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Options;

namespace Tunesmith.Cli.Tests.Commands;

/// <summary><c>--report</c> of <c>train</c>, <c>compose</c> and <c>compare</c>.</summary>
public sealed class ReportTests : IDisposable
{
    private readonly Workshop _workshop = new();

    private string Page => _workshop.PathOf("page.html");

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Train_shows_what_was_learned_from_and_by_which_command()
    {
        ToolRun run = await _workshop.Train("--report", Page);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Contains($"wrote the page {Page}, to open in a browser", run.Output, StringComparison.Ordinal);
        string page = await Read();
        Assert.Contains("<h1>What 3 songs taught a network</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<summary>The 1 file left out</summary>", page, StringComparison.Ordinal);
        Assert.Contains($"<code>tunesmith train {_workshop.Songs} --output {_workshop.Model} --recipe lab", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Page, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_has_the_songs_that_it_composed_on_its_way()
    {
        ToolRun run = await _workshop.Train("--steps", "2", "--sample-every", "1", "--report", Page);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        string page = await Read();
        Assert.Contains(">After 1 step</h3>", page, StringComparison.Ordinal);
        byte[] last = await File.ReadAllBytesAsync(_workshop.PathOf("model-sample-2.mid"), TestContext.Current.CancellationToken);
        Assert.Contains(Convert.ToBase64String(last), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compose_gives_each_song_the_command_that_composes_it_again()
    {
        await _workshop.Train();
        string song = _workshop.PathOf("my tunes/tune_8.mid");
        ToolRun run = await _workshop.Compose(
            "--corpus", _workshop.Songs, "--count", "3", "--steps", "20", "--seed", "4", "-o", song, "--report", Page, "--json");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        string page = await Read();
        Assert.Contains("<h1>3 new songs</h1>", page, StringComparison.Ordinal);
        string last = _workshop.PathOf("my tunes/tune_10.mid");
        byte[] composed = await File.ReadAllBytesAsync(last, TestContext.Current.CancellationToken);
        Assert.Contains(Convert.ToBase64String(composed), page, StringComparison.Ordinal);

        string command = $"tunesmith compose {_workshop.Model} --corpus {_workshop.Songs} --steps 20 --seed 6 --output '{last}'";
        Assert.Contains(command.Replace("'", "&#39;", StringComparison.Ordinal), page, StringComparison.Ordinal);
        File.Delete(last);
        string[] words = [.. command.Replace($" --output '{last}'", "", StringComparison.Ordinal).Split(' ')[1..], "--output", last];
        Assert.Equal(ExitCode.Done, (await ToolRun.Of(words)).ExitCode);
        Assert.Equal(composed, await File.ReadAllBytesAsync(last, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_training_gone_on_with_says_so_and_shows_the_command_that_starts_anew()
    {
        await _workshop.Train("--steps", "3", "--checkpoint-every", "3", "--display-every", "1");
        ToolRun run = await _workshop.Train("--steps", "5", "--resume", "--display-every", "1", "--report", Page);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        string page = await Read();
        Assert.Contains("its curves begin with the first look after that, at step ", page, StringComparison.Ordinal);
        Assert.Contains("--steps 5 ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("--resume", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compose_tells_of_the_songs_learned_from_only_where_they_are_those_of_the_folder()
    {
        await _workshop.Train();
        string[] compose = ["--corpus", _workshop.Songs, "--steps", "40", "--seed", "4", "--report", Page];
        Assert.Equal(ExitCode.Done, (await _workshop.Compose(compose)).ExitCode);
        string page = await Read();
        Assert.Contains("; in real songs ", page, StringComparison.Ordinal);
        Assert.Contains("What it learned from</h2>", page, StringComparison.Ordinal);
        Assert.Contains("<summary>What the network expected</summary>", page, StringComparison.Ordinal);

        File.Delete(_workshop.PathOf("songs/gamma.mid"));
        Assert.Equal(ExitCode.Done, (await _workshop.Compose(compose)).ExitCode);
        page = await Read();
        Assert.DoesNotContain("; in real songs ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("What it learned from</h2>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interruption_while_the_page_is_made_says_what_there_is()
    {
        ReportOption option = new("the page");
        Command command = new("make") { option };
        InterruptedException error = Assert.Throws<InterruptedException>(() => option.Write(
            command.Parse(["--report", Page]),
            "the model is whole: m",
            () => throw new OperationCanceledException(),
            ConsoleStream.ForText(TextWriter.Null),
            CancellationToken.None));
        Assert.Equal("interrupted; the model is whole: m, the page is missing", error.Message);
        Assert.False(File.Exists(Page));
    }

    [Fact]
    public async Task Compare_shows_the_table()
    {
        ToolRun run = await ToolRun.Of(
            ["compare", "songbook", "--recipes", "plain", "--steps", "1", "--folds", "2", "--encoding", "lab", "--report", Page]);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        string page = await Read();
        Assert.Contains("<th scope=\"row\">plain</th>", page, StringComparison.Ordinal);
        Assert.Contains(
            "<code>tunesmith compare songbook --recipes plain --steps 1 --folds 2 --encoding lab</code>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_cannot_be_written_as_asked_fails_before_the_work()
    {
        ToolRun run = await _workshop.Train("--report", _workshop.PathOf("page.txt"));
        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains(
            $"--report takes a name that ends in .html, not {_workshop.PathOf("page.txt")}", run.Error, StringComparison.Ordinal);

        string song = _workshop.PathOf("songs/beta - verse.mid");
        string link = _workshop.PathOf("link.html");
        File.CreateSymbolicLink(link, song);
        byte[] before = await File.ReadAllBytesAsync(song, TestContext.Current.CancellationToken);
        run = await _workshop.Train("--report", link);
        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains("the report would be written over a song of the corpus", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(song, TestContext.Current.CancellationToken));
        Assert.False(File.Exists(_workshop.Model));
    }

    private Task<string> Read() => File.ReadAllTextAsync(Page, TestContext.Current.CancellationToken);
}
