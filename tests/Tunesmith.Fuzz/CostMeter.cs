using System.Diagnostics;

namespace Tunesmith.Fuzz;

/// <summary>
/// Measures what work costs: the memory that it takes in all, by the runtime's own count, and the time of the processor. Another program,
/// the compiler or a collection may make it slow once: it is measured again, several times, before it counts as a failure.
/// </summary>
internal sealed class CostMeter
{
    private const int Attempts = 12;
    private const int SmallestCompared = 1_024; // below it the fixed costs say nothing about a byte's

    private readonly SortedDictionary<string, (double Bytes, double Nanoseconds)> _highest = new(StringComparer.Ordinal);

    /// <summary>The highest costs of each kind of work for a byte of input, over the inputs of 1 KB and more.</summary>
    public override string ToString() => _highest.Count == 0
        ? "no input of 1 KB"
        : string.Join("; ", _highest.Select(
            pair => $"{pair.Key} at most {pair.Value.Bytes:N1} bytes of memory and {pair.Value.Nanoseconds:N0} ns a byte"));

    /// <summary>Does work.</summary>
    /// <param name="what">What it is, for the message.</param>
    /// <param name="size">The bytes of the input.</param>
    /// <param name="limitOf">What it may cost; asked for when the work is done.</param>
    /// <param name="work">The work; the same every time.</param>
    /// <exception cref="FuzzFailureException">It costs more.</exception>
    public void Measure(string what, long size, Func<CostLimit> limitOf, Action work)
    {
        long memory = long.MaxValue;
        TimeSpan time = TimeSpan.MaxValue;
        CostLimit limit = default;
        for (int attempt = 0; attempt < Attempts && (memory > limit.MemoryOf(size) || time > limit.TimeOf(size)); attempt++)
        {
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            TimeSpan worked = Environment.CpuUsage.TotalTime;
            long started = Stopwatch.GetTimestamp();
            work();
            TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
            worked = Environment.CpuUsage.TotalTime - worked; // less, where other programs had the processor
            elapsed = worked < elapsed ? worked : elapsed;
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            limit = limitOf();
            (memory, time) = (Math.Min(memory, allocated), elapsed < time ? elapsed : time);
        }

        if (memory > limit.MemoryOf(size))
        {
            throw new FuzzFailureException(
                $"{what} took {memory:N0} bytes of memory, where {limit.MemoryOf(size):N0} are allowed for {size:N0}");
        }

        if (time > limit.TimeOf(size))
        {
            throw new FuzzFailureException(
                $"{what} took {time.TotalMilliseconds:N1} ms, where {limit.TimeOf(size).TotalMilliseconds:N1} are allowed "
                + $"for {size:N0} bytes");
        }

        if (size >= SmallestCompared)
        {
            (double bytes, double nanoseconds) = _highest.GetValueOrDefault(what);
            _highest[what] = (Math.Max(bytes, (double)memory / size), Math.Max(nanoseconds, time.TotalNanoseconds / size));
        }
    }
}
