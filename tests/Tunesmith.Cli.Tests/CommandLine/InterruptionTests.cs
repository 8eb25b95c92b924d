using System.Diagnostics;
using Tunesmith.Cli.CommandLine;

namespace Tunesmith.Cli.Tests.CommandLine;

public sealed class InterruptionTests
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_cancels_the_token_and_the_process_lives_on(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows cannot send one process this signal");
        using Interruption interruption = new();
        TaskCompletionSource cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration registration = interruption.Token.Register(cancelled.SetResult);

        using Process kill = Process.Start("kill", ["-s", signal, Environment.ProcessId.ToString()]);
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        Assert.True(interruption.Token.IsCancellationRequested);
    }
}
