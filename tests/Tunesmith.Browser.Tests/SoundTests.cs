using Microsoft.Playwright;
using Tunesmith.Music;

namespace Tunesmith.Browser.Tests;

/// <summary>The players of the page: sound, playhead, mouse and keys.</summary>
public sealed class SoundTests(DemoBrowser browser)
{
    [Fact]
    public async Task The_sound_plays_and_the_playhead_moves_with_it()
    {
        await using OpenedPage opened = await browser.Open();
        ILocator button = opened.Tune.Locator(".play");
        Assert.StartsWith("Play Tune 1", await button.GetAttributeAsync("aria-label"), StringComparison.Ordinal);
        double start = await opened.Playhead();

        await button.ClickAsync();
        await opened.Wait("tune.querySelector('audio').currentTime > 0.5");
        double half = await opened.Playhead();
        await opened.Wait("tune.querySelector('audio').currentTime > 1.2");
        double later = await opened.Playhead();

        Assert.True(start < half && half < later, $"{start}, {half}, {later}");
        Assert.StartsWith("Pause Tune 1", await button.GetAttributeAsync("aria-label"), StringComparison.Ordinal);
        Assert.Equal("0:01", (await opened.Tune.Locator(".clock").TextContentAsync())![..4]);
        await button.ClickAsync();
        Assert.Equal(1, await opened.Number("Number(tune.querySelector('audio').paused)"));
        opened.AssertQuiet();
    }

    [Fact]
    public async Task The_playhead_stands_in_the_note_that_sounds()
    {
        await using OpenedPage opened = await browser.Open();
        Note[] notes = TuneOnDisk(out Score score);
        double[][] drawn = await opened.Notes();
        Assert.Equal(notes.Length, drawn.Length);

        for (int index = 0; index < notes.Length; index += 7)
        {
            double from = score.Tempos.SecondsAt(notes[index].Onset, score.TicksPerQuarter);
            double to = score.Tempos.SecondsAt(notes[index].End, score.TicksPerQuarter);
            await opened.Seek((from + to) / 2);
            double x = await opened.Playhead();
            double top = await opened.Number("Number(tune.querySelector('.wide .playhead').getAttribute('y1'))");
            double bottom = await opened.Number("Number(tune.querySelector('.wide .playhead').getAttribute('y2'))");

            double[] note = drawn[index];
            Assert.InRange(x, note[0] + (0.3 * note[2]), note[0] + (0.7 * note[2]) + 2);
            Assert.InRange(note[1], top, bottom);
            Assert.Equal(note[0], await opened.Number("Number(tune.querySelector('.wide rect.on').getAttribute('x'))"));
            Assert.Equal(1, await opened.Number("tune.querySelectorAll('.wide rect.on').length"));
        }
    }

    [Fact]
    public async Task A_click_on_a_note_goes_to_its_time()
    {
        await using OpenedPage opened = await browser.Open();
        Note[] notes = TuneOnDisk(out Score score);
        double[][] drawn = await opened.Notes();
        int index = drawn.Length - 3; // in the last line
        double[] note = drawn[index];

        double[] place = await opened.Tune.EvaluateAsync<double[]>(
            "(tune, [x, y]) => { const svg = tune.querySelector('.wide svg'); svg.scrollIntoView({ block: 'center', behavior: 'instant' });"
            + " const p = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM()); return [p.x, p.y]; }",
            new[] { note[0] + (note[2] / 2), note[1] + (note[3] / 2) });
        await opened.Page.Mouse.ClickAsync((float)place[0], (float)place[1]);

        double from = score.Tempos.SecondsAt(notes[index].Onset, score.TicksPerQuarter);
        double to = score.Tempos.SecondsAt(notes[index].End, score.TicksPerQuarter);
        Assert.InRange(await opened.Seconds(), from, to);
        Assert.InRange(await opened.Playhead(), note[0], note[0] + note[2]);
    }

    [Fact]
    public async Task The_keyboard_does_all_that_the_mouse_does()
    {
        await using OpenedPage opened = await browser.Open();
        double bar = await opened.Number("Number(tune.dataset.bar)");
        await opened.Tune.Locator(".roll").FocusAsync();
        await opened.Page.Keyboard.PressAsync("ArrowRight");
        await opened.Page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal(2 * bar, await opened.Seconds(), 0.01);
        await opened.Page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal(bar, await opened.Seconds(), 0.01);
        await opened.Page.Keyboard.PressAsync("Home");
        Assert.Equal(0, await opened.Seconds());

        await opened.Page.Keyboard.PressAsync(" ");
        await opened.Wait("tune.querySelector('audio').currentTime > 0.2");
        await opened.Page.Keyboard.PressAsync(" ");
        Assert.Equal(1, await opened.Number("Number(tune.querySelector('audio').paused)"));

        // The button has the space bar for itself; a key is never taken twice, not by the slider either.
        await opened.Tune.Locator(".play").FocusAsync();
        await opened.Page.Keyboard.PressAsync(" ");
        await opened.Wait("!tune.querySelector('audio').paused");
        await opened.Page.Keyboard.PressAsync("Enter");
        await opened.Wait("tune.querySelector('audio').paused");
        await opened.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("seek", await opened.Page.EvaluateAsync<string>("document.activeElement.className"));
        double before = await opened.Seconds();
        await opened.Page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal(before + bar, await opened.Seconds(), 0.01);
        await opened.Page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal(before, await opened.Seconds(), 0.01);
        await opened.Page.Keyboard.PressAsync("Home");
        Assert.Equal(0, await opened.Seconds());
        opened.AssertQuiet();
    }

    [Fact]
    public async Task One_tune_stops_where_another_begins_and_starts_anew_after_its_end()
    {
        await using OpenedPage opened = await browser.Open();
        await opened.Tune.Locator(".play").ClickAsync();
        await opened.Page.Locator(".tune").Nth(1).Locator(".play").ClickAsync();
        await opened.Wait("tune.querySelector('audio').paused");
        Assert.Equal(1, await opened.Page.Locator(".tune.playing").CountAsync());

        await opened.Seek(await opened.Number("Number(tune.dataset.seconds) - 0.3"));
        await opened.Tune.Locator(".play").ClickAsync();
        await opened.Wait("tune.querySelector('audio').ended");
        Assert.Equal(0, await opened.Page.Locator(".tune.playing").CountAsync());
        await opened.Tune.Locator(".play").ClickAsync();
        await opened.Wait("!tune.querySelector('audio').paused && tune.querySelector('audio').currentTime < 5");
    }

    [Fact]
    public async Task The_sound_is_as_long_as_the_tune_and_what_dies_away()
    {
        await using OpenedPage opened = await browser.Open();
        TuneOnDisk(out Score score);
        await opened.Wait("tune.querySelector('audio').duration > 0");
        double length = await opened.Number("tune.querySelector('audio').duration");
        Assert.Equal(await opened.Number("Number(tune.dataset.seconds)"), length, 0.01);
        Assert.InRange(length, score.Seconds, score.Seconds + 6);
    }

    [Fact]
    public async Task Where_motion_is_not_wanted_the_playhead_still_follows()
    {
        await using OpenedPage opened = await browser.Open(new BrowserNewContextOptions { ReducedMotion = ReducedMotion.Reduce });
        double start = await opened.Playhead();
        await opened.Tune.Locator(".play").ClickAsync();
        await opened.Wait("tune.querySelector('audio').currentTime > 1");
        Assert.True(await opened.Playhead() > start);
    }

    private Note[] TuneOnDisk(out Score score)
    {
        score = Score.Load(Directory.GetFiles(browser.Folder, "tune-1-*.mid").Single());
        return [.. score.Notes.OrderBy(note => note.Onset)];
    }
}
