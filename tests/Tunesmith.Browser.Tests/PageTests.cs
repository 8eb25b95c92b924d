using Microsoft.Playwright;
using Tunesmith.Music;
using Tunesmith.Report;

namespace Tunesmith.Browser.Tests;

/// <summary>The page as a file: what it asks for, what it lets happen, and what can be taken from it.</summary>
public sealed class PageTests(DemoBrowser browser)
{
    [Fact]
    public async Task It_opens_without_a_complaint_and_asks_nobody_for_anything()
    {
        await using OpenedPage opened = await browser.Open();
        Assert.Equal("Four new tunes", await opened.Page.TitleAsync());
        Assert.Equal(4, await opened.Page.Locator(".tune").CountAsync());
        await opened.Page.EvaluateAsync("scrollTo(0, document.body.scrollHeight)");
        opened.AssertQuiet();
    }

    [Fact]
    public async Task Its_policy_lets_no_request_and_no_other_script_through()
    {
        await using OpenedPage opened = await browser.Open();
        string answer = await opened.Page.EvaluateAsync<string>(
            "fetch('https://example.invalid/').then(() => 'asked', error => 'kept back')");
        await opened.Page.EvaluateAsync(
            "(() => { const other = document.createElement('script'); other.textContent = 'window.other = 1';"
            + " document.body.append(other);"
            + " const image = document.createElement('img'); image.src = 'https://example.invalid/i.png';"
            + " document.body.append(image); })()");

        Assert.Equal("kept back", answer);
        Assert.True(await opened.Page.EvaluateAsync<bool>("window.other === undefined"));
        Assert.All(opened.Complaints, complaint => Assert.Contains("Content Security Policy", complaint, StringComparison.Ordinal));
        Assert.Equal(3, opened.Complaints.Count(complaint => !complaint.StartsWith("Fetch API", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_taken_from_it_are_the_demos_files()
    {
        await using OpenedPage opened = await browser.Open();
        string file = Directory.GetFiles(browser.Folder, "tune-1-*.mid").Single();
        ILocator links = opened.Tune.Locator(".files a");
        Assert.Equal(2, await links.CountAsync());

        IDownload midi = await opened.Page.RunAndWaitForDownloadAsync(() => links.Nth(0).ClickAsync());
        Assert.Equal(Path.GetFileName(file), midi.SuggestedFilename);
        byte[] taken = await File.ReadAllBytesAsync((await midi.PathAsync())!, TestContext.Current.CancellationToken);
        Assert.Equal(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken), taken);
        Assert.NotEmpty(Score.Load((await midi.PathAsync())!).Notes);

        IDownload wav = await opened.Page.RunAndWaitForDownloadAsync(() => links.Nth(1).ClickAsync());
        Assert.Equal(Path.ChangeExtension(Path.GetFileName(file), ".wav"), wav.SuggestedFilename);
        byte[] sound = await File.ReadAllBytesAsync((await wav.PathAsync())!, TestContext.Current.CancellationToken);
        Assert.Equal("RIFF"u8, sound.AsSpan(0, 4));
        Assert.Equal(await opened.Number("Number(tune.dataset.seconds)"), (sound.Length - 44) / 2 / 22_050.0, 0.001);
        opened.AssertQuiet();
    }

    [Fact]
    public async Task A_command_is_copied_as_it_stands()
    {
        await using OpenedPage opened = await browser.Open();
        await opened.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        ILocator copy = opened.Page.Locator(".copy").First;
        await copy.ClickAsync();
        await Assertions.Expect(copy).ToHaveTextAsync("Copied");
        Assert.Equal("tunesmith demo --seed 1", await opened.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        await Assertions.Expect(copy).ToHaveTextAsync("Copy");
    }

    [Fact]
    public async Task Without_its_script_it_still_shows_and_plays()
    {
        await using OpenedPage opened = await browser.Open(new BrowserNewContextOptions { JavaScriptEnabled = false });
        await Assertions.Expect(opened.Tune.Locator("audio[controls]")).ToBeVisibleAsync();
        await Assertions.Expect(opened.Tune.Locator(".wide svg")).ToBeVisibleAsync();
        await Assertions.Expect(opened.Tune.Locator(".files a").First).ToBeVisibleAsync();
        await Assertions.Expect(opened.Tune.Locator(".deck")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Names_that_would_be_markup_are_shown_as_they_are()
    {
        const string Hostile = "</script><script>window.other = 1</script><img src=x onerror='window.other = 2'>\" onclick=\"x";
        ReportPage page = new()
        {
            Title = Hostile,
            Lead = Hostile,
            Tunes = [new ReportTune { Title = Hostile, Score = Tune(), FileName = Hostile, BegunWith = Hostile, Command = Hostile }],
            Commands = [new ReportCommand(Hostile, Hostile)],
        };
        await using OpenedPage opened = await browser.Open(page.ToBytes(TestContext.Current.CancellationToken), "hostile.html");

        Assert.Equal(Hostile, await opened.Page.Locator("h1").TextContentAsync());
        Assert.Equal(Hostile, await opened.Page.Locator("code").First.TextContentAsync());
        Assert.True(await opened.Page.EvaluateAsync<bool>("window.other === undefined"));
        Assert.Equal(1, await opened.Page.Locator("script").CountAsync());
        Assert.Equal(0, await opened.Page.Locator("img").CountAsync());
        opened.AssertQuiet();
    }

    private static Score Tune() =>
        new(4, [ScoreTrack.FromNotes([new Note(0, 4, new Pitch(60), 90, 0), new Note(4, 4, new Pitch(64), 90, 0)])]);
}
