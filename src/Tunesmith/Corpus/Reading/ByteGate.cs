namespace Tunesmith.Corpus.Reading;

/// <summary>
/// Lets files through while their bytes together stay within a limit; one that is larger than that passes alone. So several threads read
/// small files side by side, and never several huge ones.
/// </summary>
/// <param name="limit">Bytes that may be in flight at a time.</param>
internal sealed class ByteGate(long limit)
{
    private readonly object _lock = new();
    private long _inFlight;

    /// <summary>Waits until there is room for some bytes, and takes it; <see cref="Leave"/> gives it back.</summary>
    /// <exception cref="OperationCanceledException">The waiting was stopped.</exception>
    public void Enter(long bytes, CancellationToken cancellation)
    {
        using CancellationTokenRegistration wake = cancellation.Register(Wake);
        lock (_lock)
        {
            while (_inFlight > 0 && _inFlight + bytes > limit)
            {
                cancellation.ThrowIfCancellationRequested();
                Monitor.Wait(_lock);
            }

            cancellation.ThrowIfCancellationRequested();
            _inFlight += bytes;
        }
    }

    /// <summary>Gives back the room of some bytes.</summary>
    public void Leave(long bytes)
    {
        lock (_lock)
        {
            _inFlight -= bytes;
            Monitor.PulseAll(_lock);
        }
    }

    private void Wake()
    {
        lock (_lock)
        {
            Monitor.PulseAll(_lock);
        }
    }
}
