using Microsoft.Playwright;

namespace Tunesmith.Browser.Tests;

/// <summary>How the page looks on screens of all sizes, in light and dark, on paper, and to those who do not see it.</summary>
public sealed class LookTests(DemoBrowser browser)
{
    // The contrast of every text that is shown outside a picture with what is behind it: rows of the worst, with its text.
    private const string FaintTexts = """
        () => {
          const numbers = colour => colour.match(/[\d.]+/g).map(Number);
          const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
            .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
            .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
          const behind = element => {
            for (let at = element; at; at = at.parentElement) {
              const colour = numbers(getComputedStyle(at).backgroundColor);
              if (colour.length === 3 || colour[3] === 1) { return colour; }
            }
            return [255, 255, 255];
          };
          const faint = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const element = walker.currentNode.parentElement;
            const text = walker.currentNode.textContent.trim();
            if (!text || element.closest('svg, script, .skip') || !element.getClientRects().length) { continue; }
            const [one, other] = [light(numbers(getComputedStyle(element).color)), light(behind(element))];
            const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
            if (contrast < 4.5) { faint.push(`${contrast.toFixed(2)}: ${text}`); }
          }
          return faint;
        }
        """;

    [Theory]
    [InlineData(1280)]
    [InlineData(768)]
    [InlineData(390)]
    [InlineData(320)]
    public async Task No_screen_is_too_narrow(int width)
    {
        ViewportSize screen = new() { Width = width, Height = 800 };
        await using OpenedPage opened = await browser.Open(new BrowserNewContextOptions { ViewportSize = screen });
        await opened.OpenDetails();
        Assert.Equal(width, await opened.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Equal(width > 640, await opened.Tune.Locator(".wide svg").IsVisibleAsync());
        Assert.Equal(width <= 640, await opened.Tune.Locator(".narrow svg").IsVisibleAsync());
    }

    [Theory]
    [InlineData(ColorScheme.Light, "rgb(255, 255, 255)")]
    [InlineData(ColorScheme.Dark, "rgb(18, 23, 28)")]
    public async Task Every_text_stands_out_in_light_and_in_dark(ColorScheme scheme, string paper)
    {
        await using OpenedPage opened = await browser.Open(new BrowserNewContextOptions { ColorScheme = scheme });
        await opened.OpenDetails();
        Assert.Equal(paper, await opened.Tune.EvaluateAsync<string>("tune => getComputedStyle(tune).backgroundColor"));
        Assert.Empty(await opened.Page.EvaluateAsync<string[]>(FaintTexts));
    }

    [Fact]
    public async Task On_paper_there_is_nothing_to_press()
    {
        await using OpenedPage opened = await browser.Open(new BrowserNewContextOptions { ColorScheme = ColorScheme.Dark });
        byte[] paper = await opened.Page.PdfAsync();
        Assert.Equal("%PDF"u8, paper.AsSpan(0, 4));

        await opened.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        foreach (string pressed in (string[])["button", "input", "nav", "audio", ".files a"])
        {
            Assert.Equal(0, await opened.Page.Locator($"{pressed}:visible").CountAsync());
        }

        Assert.Equal(4, await opened.Page.Locator(".roll svg:visible").CountAsync());
        Assert.Equal("rgb(38, 47, 56)", await opened.Page.EvaluateAsync<string>("getComputedStyle(document.body).color"));
    }

    [Fact]
    public async Task It_can_be_read_without_being_seen()
    {
        await using OpenedPage opened = await browser.Open();
        Assert.Equal("en", await opened.Page.EvaluateAsync<string>("document.documentElement.lang"));
        int[] levels = await opened.Page.EvaluateAsync<int[]>(
            "[...document.querySelectorAll('h1,h2,h3,h4')].map(h => Number(h.tagName[1]))");
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels[1..]), pair => Assert.True(pair.Second > 1 && pair.Second <= pair.First + 1));
        Assert.Empty(await opened.Page.EvaluateAsync<string[]>(
            "(() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id);"
            + " return ids.filter((id, i) => ids.indexOf(id) !== i); })()"));
        Assert.Empty(await opened.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('[aria-labelledby]')].flatMap(e => e.getAttribute('aria-labelledby').split(' '))"
            + ".filter(id => !document.getElementById(id))"));
        Assert.Empty(await opened.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('button, a, input, [tabindex]')]"
            + ".filter(e => !(e.getAttribute('aria-label') || e.textContent.trim())).map(e => e.outerHTML.slice(0, 80))"));
        Assert.Empty(await opened.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('svg')].filter(e => e.getAttribute('aria-hidden') !== 'true'"
            + " && !(e.querySelector('title') && e.querySelector('desc'))).map(e => e.outerHTML.slice(0, 80))"));
    }

    [Fact]
    public async Task What_has_the_focus_is_seen_to_have_it()
    {
        await using OpenedPage opened = await browser.Open();
        for (int press = 0; press < 12; press++)
        {
            await opened.Page.Keyboard.PressAsync("Tab");
            Assert.Equal("solid", await opened.Page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
        }
    }
}
