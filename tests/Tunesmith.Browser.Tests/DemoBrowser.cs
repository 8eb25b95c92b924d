using System.Diagnostics;
using Microsoft.Playwright;
using Tunesmith.Browser.Tests;

[assembly: AssemblyFixture(typeof(DemoBrowser))]

namespace Tunesmith.Browser.Tests;

/// <summary>A real browser, and a demo made by the tool for all tests to look at.</summary>
public sealed class DemoBrowser : IAsyncLifetime
{
    private static readonly string[] Programs = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Options =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--autoplay-policy=no-user-gesture-required",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tunesmith-browser-");
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The demo's folder.</summary>
    public string Folder => Path.Combine(_folder.FullName, "demo");

    /// <summary>The demo's page.</summary>
    public string PageFile => Path.Combine(Folder, "index.html");

    public async ValueTask InitializeAsync()
    {
        if (Array.Find(Programs, File.Exists) is not { } program)
        {
            return;
        }

        await MakeDemo();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = Options });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>Opens the demo's page.</summary>
    public Task<OpenedPage> Open(BrowserNewContextOptions? options = null) => Open(PageFile, options);

    /// <summary>Opens a page of the test's own.</summary>
    public Task<OpenedPage> Open(byte[] page, string name, BrowserNewContextOptions? options = null)
    {
        string file = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(file, page);
        return Open(file, options);
    }

    private async Task<OpenedPage> Open(string file, BrowserNewContextOptions? options)
    {
        if (_browser is null)
        {
            Assert.Skip($"No browser: expected one of {string.Join(", ", Programs)}; apt-get install chromium brings the first.");
        }

        return await OpenedPage.Open(await _browser.NewContextAsync(options ?? new()), file);
    }

    private async Task MakeDemo()
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true };
        foreach (string argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Tunesmith.Cli.dll"), "demo", "-o", Folder])
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
