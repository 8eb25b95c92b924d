using Tunesmith.Corpus.Reading;

namespace Tunesmith.Tests.Corpus.Reading;

public sealed class ByteGateTests
{
    [Fact]
    public async Task Files_pass_side_by_side_up_to_the_limit_and_a_larger_one_alone()
    {
        ByteGate gate = new(limit: 100);
        Lock counting = new();
        long inFlight = 0;
        long most = 0;
        int passed = 0;
        int[] sizes = [60, 30, 250, 10, 90, 100, 101, 1, 50, 50];
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await Task.WhenAll(sizes.SelectMany(size => Enumerable.Repeat(size, 20)).Select(size => Task.Run(
            () =>
            {
                gate.Enter(size, cancellation);
                lock (counting)
                {
                    inFlight += size;
                    most = Math.Max(most, inFlight > size ? inFlight : 0); // alone any size may pass
                    passed++;
                }

                Thread.Yield();
                lock (counting)
                {
                    inFlight -= size;
                }

                gate.Leave(size);
            },
            cancellation)));
        Assert.Equal((200, 0), (passed, inFlight));
        Assert.InRange(most, 0, 100);
    }

    [Fact]
    public async Task Waiting_ends_where_the_reading_is_stopped()
    {
        ByteGate gate = new(limit: 10);
        using CancellationTokenSource stop = new();
        gate.Enter(10, TestContext.Current.CancellationToken);
        Task waiting = Task.Run(() => gate.Enter(1, stop.Token), TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }
}
