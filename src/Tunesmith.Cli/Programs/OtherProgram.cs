using System.ComponentModel;
using System.Diagnostics;
using Tunesmith.Cli.CommandLine;

namespace Tunesmith.Cli.Programs;

/// <summary>How another program ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="TookAll">Whether it took all that was fed to it.</param>
/// <param name="Said">The last lines that it wrote to standard error.</param>
internal sealed record ProgramEnd(int ExitCode, bool TookAll, IReadOnlyList<string> Said)
{
    /// <summary>The end in words that go on from its name, such as <c>ended with exit code 1: no such device</c>.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"ended with exit code {ExitCode}") + (Said.Count > 0 ? $": {Said[^1].TrimEnd('.')}" : "");
}

/// <summary>
/// Runs other programs: without a shell between, so that no argument means anything but itself, and never longer than we run.
/// </summary>
internal static class OtherProgram
{
    private const int MostLinesKept = 20;

    /// <summary>Ctrl-C reaches both programs at once, and the other may be gone before we know.</summary>
    private static readonly TimeSpan MomentForCtrlC = TimeSpan.FromMilliseconds(300);

    /// <summary>What a program leaves running may hold its streams open; nobody waits for that.</summary>
    private static readonly TimeSpan MomentForLastWords = TimeSpan.FromSeconds(1);

    /// <summary>Runs a program to its end. Whatever happens, it has ended when this returns or throws.</summary>
    /// <param name="path">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="feed">Writes to its standard input, or null for nothing. The program may end before it has taken all, which a
    /// <see cref="PlayerStream"/> tells.</param>
    /// <param name="environment">A variable of its environment, beside ours.</param>
    /// <param name="cancellation">Stops both.</param>
    /// <exception cref="ToolException">It cannot be started.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static ProgramEnd Run(
        string path,
        IEnumerable<string> arguments,
        Action<Stream>? feed,
        KeyValuePair<string, string>? environment,
        CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using Process process = Start(path, arguments, environment);
        Task<string[]> said = LastLinesAsync(process.StandardError);
        Task<string[]> unheard = LastLinesAsync(process.StandardOutput);
        try
        {
            using CancellationTokenRegistration registration = cancellation.Register(() => Stop(process));
            bool tookAll = Feed(process, feed);
            process.WaitForExit();
            if (process.ExitCode != 0 || !tookAll)
            {
                cancellation.WaitHandle.WaitOne(MomentForCtrlC);
            }

            cancellation.ThrowIfCancellationRequested();
            bool isAllSaid = Task.WhenAll(said, unheard).Wait(MomentForLastWords, CancellationToken.None);
            return new ProgramEnd(process.ExitCode, tookAll, isAllSaid ? said.Result : []);
        }
        finally
        {
            Stop(process);
            process.WaitForExit();
        }
    }

    private static Process Start(string path, IEnumerable<string> arguments, KeyValuePair<string, string>? environment)
    {
        ProcessStartInfo start = new(path, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };
        if (environment is { } variable)
        {
            start.Environment[variable.Key] = variable.Value;
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new ToolException($"cannot start {path}: {error.Message.TrimEnd('.')}", error);
        }
    }

    private static bool Feed(Process process, Action<Stream>? feed)
    {
        try
        {
            using Stream input = process.StandardInput.BaseStream;
            feed?.Invoke(input);
            return true;
        }
        catch (PlayerClosedException)
        {
            return false;
        }
    }

    private static void Stop(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception or AggregateException)
        {
            // it has ended by itself
        }
    }

    private static async Task<string[]> LastLinesAsync(TextReader reader)
    {
        Queue<string> lines = new();
        while (await reader.ReadLineAsync() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                lines.Enqueue(line.Trim());
            }

            if (lines.Count > MostLinesKept)
            {
                lines.Dequeue();
            }
        }

        return [.. lines];
    }
}
