using System.Runtime.InteropServices;
using Tunesmith.Cli.CommandLine;

namespace Tunesmith.Cli.Tests.CommandLine;

public sealed class InterruptionTests
{
    [Fact]
    public void The_first_signal_cancels_the_token_and_the_second_ends_the_process()
    {
        using Interruption interruption = new();
        PosixSignalContext first = new(PosixSignal.SIGINT);
        PosixSignalContext second = new(PosixSignal.SIGINT);

        Assert.False(interruption.Token.IsCancellationRequested);
        interruption.Interrupt(first);
        interruption.Interrupt(second);

        Assert.True(interruption.Token.IsCancellationRequested);
        Assert.True(first.Cancel); // the process lives on, to save what it has
        Assert.False(second.Cancel);
    }
}
