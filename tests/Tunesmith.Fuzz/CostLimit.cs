namespace Tunesmith.Fuzz;

/// <summary>What reading an input may cost: a straight line of its size.</summary>
/// <param name="Bytes">Bytes of memory whatever the size.</param>
/// <param name="BytesPerByte">Bytes of memory for each byte of input.</param>
/// <param name="Milliseconds">Time whatever the size.</param>
/// <param name="NanosecondsPerByte">Time for each byte of input.</param>
internal readonly record struct CostLimit(long Bytes, long BytesPerByte, double Milliseconds, double NanosecondsPerByte)
{
    /// <summary>The most memory, in bytes.</summary>
    public long MemoryOf(long size) => Bytes + (BytesPerByte * size);

    /// <summary>The longest time.</summary>
    public TimeSpan TimeOf(long size) => TimeSpan.FromMilliseconds(Milliseconds + (1e-6 * NanosecondsPerByte * size));
}
