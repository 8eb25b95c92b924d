using System.Diagnostics;
using System.Runtime.InteropServices;
using Tunesmith.Cli.CommandLine;

namespace Tunesmith.Cli.Tests;

/// <summary>The tool as a process of its own, to be sent signals; it is gone when the test is.</summary>
internal sealed partial class ToolProcess : IDisposable
{
    /// <summary>Ctrl-C.</summary>
    public const int SigInt = 2;

    /// <summary>The end that cannot be caught.</summary>
    public const int SigKill = 9;

    /// <summary>The request to terminate.</summary>
    public const int SigTerm = 15;

    private static readonly TimeSpan LongestEnd = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task<string> _error;

    /// <summary>Starts the tool.</summary>
    public ToolProcess(params string[] arguments)
        : this(new Dictionary<string, string>(), arguments)
    {
    }

    /// <summary>Starts the tool with some variables of its environment changed.</summary>
    public ToolProcess(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.ChangeExtension(typeof(Tool).Assembly.Location, ".dll"));
        Array.ForEach(arguments, start.ArgumentList.Add);
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _error = _process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Waits for a line on standard output that begins as given.</summary>
    public async Task WaitForLine(string beginning)
    {
        string? line = "";
        while (line?.StartsWith(beginning, StringComparison.Ordinal) == false)
        {
            line = await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        }

        Assert.NotNull(line);
    }

    /// <summary>Sends a signal.</summary>
    public void Send(int signal) => Assert.Equal(0, Kill(_process.Id, signal));

    /// <summary>
    /// Waits for the end, which is to come soon: a process whose parent ignores Ctrl-C ignores it, too, and would never end.
    /// </summary>
    /// <returns>The exit code and what was written to standard error.</returns>
    public async Task<(int ExitCode, string Error)> End()
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(LongestEnd);
        try
        {
            await _process.StandardOutput.ReadToEndAsync(patience.Token);
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"the tool has not ended within {LongestEnd.TotalMinutes} minutes; does what runs the tests ignore the signal?");
        }

        return (_process.ExitCode, await _error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
