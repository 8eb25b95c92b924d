using System.Collections.Concurrent;
using Tunesmith.Compute;

namespace Tunesmith.Tests.Compute;

/// <summary>The threads that share out pieces of work. Not beside other tests: it counts what the process allocates.</summary>
[Collection(nameof(NotBesideOthers))]
public sealed class WorkerPoolTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Every_piece_is_done_once_and_no_two_at_a_time_share_a_number(int threads)
    {
        using WorkerPool pool = new(threads);
        Assert.Equal(threads, pool.Threads);
        for (int pieces = 0; pieces <= 40; pieces++)
        {
            int[] done = new int[pieces];
            int[] busy = new int[threads];
            pool.Run(pieces, (thread, piece) =>
            {
                Assert.InRange(thread, 0, threads - 1);
                Assert.Equal(1, Interlocked.Increment(ref busy[thread]));
                Interlocked.Increment(ref done[piece]);
                Interlocked.Decrement(ref busy[thread]);
            });
            Assert.All(done, times => Assert.Equal(1, times));
        }
    }

    [Fact]
    public void Several_threads_do_work_at_the_same_time()
    {
        using WorkerPool pool = new(3);
        using Barrier all = new(3);
        ConcurrentBag<int> ids = [];

        // Each piece waits for the two others: one thread alone would wait for ever.
        pool.Run(3, (_, _) =>
        {
            ids.Add(Environment.CurrentManagedThreadId);
            Assert.True(all.SignalAndWait(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
        });
        Assert.Equal(3, ids.Distinct().Count());
        Assert.Contains(Environment.CurrentManagedThreadId, ids);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void A_failure_comes_out_and_the_pool_works_on(int threads)
    {
        using WorkerPool pool = new(threads);
        for (int round = 0; round < 20; round++)
        {
            InvalidOperationException failure = Assert.Throws<InvalidOperationException>(
                () => pool.Run(10, (_, piece) => throw new InvalidOperationException($"{piece}")));
            Assert.InRange(int.Parse(failure.Message, provider: null), 0, 9);
            int done = 0;
            pool.Run(10, (_, _) => Interlocked.Increment(ref done));
            Assert.Equal(10, done);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void A_pool_is_used_thousands_of_times_without_allocating(int threads)
    {
        using WorkerPool pool = new(threads);
        long sum = 0;
        Action<int, int> work = (_, piece) => Interlocked.Add(ref sum, piece);
        pool.Run(7, work);
        Assert.Equal(0, NotBesideOthers.LeastAllocated(() =>
        {
            for (int round = 0; round < 1000; round++)
            {
                pool.Run(7, work);
            }
        }));
        Assert.Equal(21 + (NotBesideOthers.Measurements * 21_000), sum);
    }

    [Fact]
    public void Disposing_ends_the_threads_and_may_be_done_twice()
    {
        WorkerPool pool = new(3);
        pool.Run(3, (_, _) => { });
        pool.Dispose();
        pool.Dispose();
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkerPool(0));
    }
}
