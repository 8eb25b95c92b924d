using System.Runtime.ExceptionServices;

namespace Tunesmith.Compute;

/// <summary>
/// A few threads of our own that share out numbered pieces of work, with no allocation a call. Which thread takes which piece is
/// chance; so a piece must write where no other does.
/// </summary>
/// <remarks>
/// A training step calls it several times within a fraction of a millisecond, so a thread that has run out of work looks out for more
/// for a moment before it sleeps: to be woken takes longer than the pieces of a small network.
/// </remarks>
internal sealed class WorkerPool : IDisposable
{
    /// <summary>How often a thread looks out before it sleeps, some tens of microseconds in all.</summary>
    private const int Looks = 2000;

    /// <summary>A piece beyond every call's last.</summary>
    private const uint Closed = uint.MaxValue;

    private readonly Thread[] _threads;
    private readonly object _sleep = new();
    private Action<int, int>? _work;
    private Exception? _failure;
    private int _pieces;
    private int _done;

    /// <summary>The call in its upper half, the next piece of it in its lower: a piece can only be taken of the call that is on.</summary>
    private long _ticket;

    private volatile bool _stopping;

    /// <summary>Starts the threads.</summary>
    /// <param name="threads">How many threads work, the calling one among them; 1 or more.</param>
    public WorkerPool(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        _threads = new Thread[threads - 1];
        for (int index = 0; index < _threads.Length; index++)
        {
            int number = index + 1;
            _threads[index] = new Thread(() => Serve(number)) { IsBackground = true, Name = $"Tunesmith worker {number}" };
            _threads[index].Start();
        }
    }

    /// <summary>How many threads work.</summary>
    public int Threads => _threads.Length + 1;

    /// <summary>Does every piece of work, and returns when all are done. Not to be called by two threads at once.</summary>
    /// <param name="pieces">How many pieces there are.</param>
    /// <param name="work">
    /// Does one: given the number of the thread, 0 to <see cref="Threads"/> - 1, and that of the piece, 0 to <paramref name="pieces"/> - 1.
    /// Keep the delegate: making one allocates. Where pieces throw, the others of the call may be left undone, and one exception comes out.
    /// </param>
    public void Run(int pieces, Action<int, int> work)
    {
        if (_threads.Length == 0 || pieces <= 1)
        {
            for (int piece = 0; piece < pieces; piece++)
            {
                work(0, piece);
            }

            return;
        }

        _work = work;
        _pieces = pieces;
        _done = 0;
        _failure = null;
        uint call = CallOf(_ticket) + 1;
        lock (_sleep)
        {
            Volatile.Write(ref _ticket, (long)call << 32);
            Monitor.PulseAll(_sleep);
        }

        TakePieces(0, call);
        SpinWait spin = default;
        while (Volatile.Read(ref _done) < pieces)
        {
            spin.SpinOnce(sleep1Threshold: -1);
        }

        // No piece of this call can be taken any more, whatever the next one sets.
        Volatile.Write(ref _ticket, ((long)call << 32) | Closed);
        _work = null;
        if (_failure is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_sleep)
        {
            _stopping = true;
            Monitor.PulseAll(_sleep);
        }

        foreach (Thread thread in _threads)
        {
            thread.Join();
        }
    }

    private static uint CallOf(long ticket) => (uint)(ticket >> 32);

    private void Serve(int number)
    {
        uint call = 0;
        while (WaitForCallAfter(ref call))
        {
            TakePieces(number, call);
        }
    }

    /// <summary>Waits until there is a call after the one given, and gives its number; false when the pool is done with.</summary>
    private bool WaitForCallAfter(ref uint call)
    {
        for (int look = 0; look < Looks && CallOf(Volatile.Read(ref _ticket)) == call && !_stopping; look++)
        {
            Thread.SpinWait(1);
        }

        lock (_sleep)
        {
            while (CallOf(_ticket) == call && !_stopping)
            {
                Monitor.Wait(_sleep);
            }

            call = CallOf(_ticket);
            return !_stopping;
        }
    }

    private void TakePieces(int number, uint call)
    {
        while (true)
        {
            long ticket = Volatile.Read(ref _ticket);
            uint piece = (uint)ticket;
            if (CallOf(ticket) != call || piece >= Volatile.Read(ref _pieces))
            {
                return;
            }

            // Fails where another took the piece, or where the call has ended since and the number of pieces was another's.
            if (Interlocked.CompareExchange(ref _ticket, ticket + 1, ticket) == ticket)
            {
                Do(number, (int)piece);
            }
        }
    }

    private void Do(int number, int piece)
    {
        try
        {
            if (Volatile.Read(ref _failure) is null)
            {
                _work!(number, piece);
            }
        }
        catch (Exception failure)
        {
            Interlocked.CompareExchange(ref _failure, failure, null);
        }
        finally
        {
            Interlocked.Increment(ref _done);
        }
    }
}
