using System.Text.Json;
using Microsoft.Playwright;

namespace Tunesmith.Browser.Tests;

/// <summary>A page in the browser, with all that it asked for and all that went wrong.</summary>
public sealed class OpenedPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly string _url;

    private OpenedPage(IBrowserContext context, IPage page, string file)
    {
        _context = context;
        Page = page;
        _url = new Uri(file).AbsoluteUri;
        page.Console += (_, message) => Add(message.Type is "error" or "warning" ? message.Text : null);
        page.PageError += (_, error) => Add(error);
        context.Request += (_, request) => Requests.Add(request.Url);
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>The addresses that were asked for.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>What the browser complained about.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>The first tune.</summary>
    public ILocator Tune => Page.Locator(".tune").First;

    /// <summary>Opens a file.</summary>
    public static async Task<OpenedPage> Open(IBrowserContext context, string file)
    {
        OpenedPage opened = new(context, await context.NewPageAsync(), file);
        await opened.Page.GotoAsync(opened._url);
        return opened;
    }

    /// <summary>Fails where the page asked for anything but itself, or the browser complained.</summary>
    public void AssertQuiet()
    {
        Assert.Empty(Complaints);
        Assert.NotEmpty(Requests);
        Assert.All(Requests, url => Assert.True(
            url == _url || url.StartsWith("data:", StringComparison.Ordinal) || url.StartsWith("blob:", StringComparison.Ordinal), url));
    }

    /// <summary>A number that a script finds in the first tune, which it has as <c>tune</c>.</summary>
    public Task<double> Number(string script) => Tune.EvaluateAsync<double>($"tune => {script}");

    /// <summary>Where the sound of the first tune is, in seconds.</summary>
    public Task<double> Seconds() => Number("tune.querySelector('audio').currentTime");

    /// <summary>Moves the sound of the first tune, and waits until it is there.</summary>
    public Task Seek(double seconds) => Tune.EvaluateAsync(
        "(tune, seconds) => new Promise(done => { const audio = tune.querySelector('audio');"
        + " audio.addEventListener('seeked', done, { once: true }); audio.currentTime = seconds; })",
        seconds);

    /// <summary>Opens every box that can be folded.</summary>
    public Task OpenDetails() => Page.EvaluateAsync("document.querySelectorAll('details').forEach(box => { box.open = true; })");

    /// <summary>
    /// Waits until a script that has the first tune as <c>tune</c> finds something true; the page's policy lets none do it within.
    /// </summary>
    public async Task Wait(string condition)
    {
        for (int look = 0; !await Tune.EvaluateAsync<bool>($"tune => {condition}"); look++)
        {
            Assert.True(look < 1000, $"never: {condition}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Where the playhead of the first tune's wide roll stands, in units of its picture.</summary>
    public Task<double> Playhead() => Number("Number(tune.querySelector('.wide .playhead').getAttribute('x1'))");

    /// <summary>Where the notes of the first tune's wide roll are drawn, in the order of time: rows of left, top, width, height.</summary>
    public async Task<double[][]> Notes()
    {
        double[][] notes = await Tune.EvaluateAsync<double[][]>(
            "tune => [...tune.querySelectorAll('.wide .ts-notes rect')]"
            + ".map(note => ['x', 'y', 'width', 'height'].map(name => Number(note.getAttribute(name))))");
        string spans = await Tune.EvaluateAsync<string>("tune => tune.querySelector('.wide').dataset.spans");
        double[] bottoms = [.. JsonDocument.Parse(spans).RootElement.EnumerateArray().Select(span => span[5].GetDouble())];
        return [.. notes.OrderBy(note => bottoms.First(bottom => note[1] < bottom)).ThenBy(note => note[0])];
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private void Add(string? complaint)
    {
        if (complaint is not null)
        {
            Complaints.Add(complaint);
        }
    }
}
