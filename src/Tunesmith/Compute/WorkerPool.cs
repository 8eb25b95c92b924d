namespace Tunesmith.Compute;

/// <summary>
/// A few threads of our own that share out numbered pieces of work, with no allocation a call. Which thread takes which piece is
/// chance; so a piece must write where no other does.
/// </summary>
internal sealed class WorkerPool : IDisposable
{
    private readonly Thread[] _threads;
    private readonly SemaphoreSlim _start = new(0);
    private readonly ManualResetEventSlim _done = new(false);
    private Action<int, int>? _work;
    private Exception? _failure;
    private int _pieces;
    private int _next;
    private int _joined;
    private int _running;
    private volatile bool _stopping;

    /// <summary>Starts the threads.</summary>
    /// <param name="threads">How many threads work, the calling one among them; 1 or more.</param>
    public WorkerPool(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        _threads = new Thread[threads - 1];
        for (int index = 0; index < _threads.Length; index++)
        {
            _threads[index] = new Thread(Serve) { IsBackground = true, Name = $"Tunesmith worker {index + 1}" };
            _threads[index].Start();
        }
    }

    /// <summary>How many threads work.</summary>
    public int Threads => _threads.Length + 1;

    /// <summary>Does every piece of work, and returns when all are done. Not to be called by two threads at once.</summary>
    /// <param name="pieces">How many pieces there are.</param>
    /// <param name="work">
    /// Does one: given a number that no other thread has in this call, 0 to <see cref="Threads"/> - 1 and below <paramref name="pieces"/>,
    /// and the number of the piece, 0 to <paramref name="pieces"/> - 1.
    /// Keep the delegate: making one allocates.
    /// </param>
    public void Run(int pieces, Action<int, int> work)
    {
        int helpers = Math.Min(_threads.Length, pieces - 1);
        if (helpers <= 0)
        {
            for (int piece = 0; piece < pieces; piece++)
            {
                work(0, piece);
            }

            return;
        }

        _work = work;
        _pieces = pieces;
        _next = 0;
        _joined = 0;
        _failure = null;
        _running = helpers + 1;
        _done.Reset();
        _start.Release(helpers);
        TakePieces();
        _done.Wait();
        _work = null;
        if (_failure is { } failure)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_stopping)
        {
            return;
        }

        _stopping = true;
        if (_threads.Length > 0)
        {
            _start.Release(_threads.Length);
        }

        foreach (Thread thread in _threads)
        {
            thread.Join();
        }

        _start.Dispose();
        _done.Dispose();
    }

    private void Serve()
    {
        while (true)
        {
            _start.Wait();
            if (_stopping)
            {
                return;
            }

            TakePieces();
        }
    }

    private void TakePieces()
    {
        int worker = Interlocked.Increment(ref _joined) - 1;
        try
        {
            int piece;
            while ((piece = Interlocked.Increment(ref _next) - 1) < _pieces)
            {
                _work!(worker, piece);
            }
        }
        catch (Exception failure)
        {
            Interlocked.CompareExchange(ref _failure, failure, null);
            Volatile.Write(ref _next, _pieces);
        }

        if (Interlocked.Decrement(ref _running) == 0)
        {
            _done.Set();
        }
    }
}
