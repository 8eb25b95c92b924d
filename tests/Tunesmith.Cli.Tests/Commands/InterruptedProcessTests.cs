using System.Diagnostics;
using System.Runtime.InteropServices;
using Tunesmith.Cli.CommandLine;

namespace Tunesmith.Cli.Tests.Commands;

/// <summary>The tool as a process of its own, and Ctrl-C.</summary>
public sealed partial class InterruptedProcessTests : IDisposable
{
    private const int Interrupt = 2; // SIGINT

    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Ctrl_C_while_training_ends_it_in_one_line_and_leaves_no_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal to send.");
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            Path.ChangeExtension(typeof(Tool).Assembly.Location, ".dll"),
            "train", _workshop.Songs, "-o", _workshop.Model, "--min-steps", "20", "--window", "8", "--steps", "100000000", "--threads", "1",
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        using Process process = Process.Start(start)!;
        try
        {
            string? line = "";
            while (line?.StartsWith("step ", StringComparison.Ordinal) == false)
            {
                line = await process.StandardOutput.ReadLineAsync(cancellation);
            }

            Assert.Equal(0, Kill(process.Id, Interrupt));
            Task<string> error = process.StandardError.ReadToEndAsync(cancellation);
            await process.StandardOutput.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);

            Assert.Equal("tunesmith: interrupted" + Environment.NewLine, await error);
            Assert.Equal(ExitCode.Interrupted, process.ExitCode);
            Assert.Empty(_workshop.Names());
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
