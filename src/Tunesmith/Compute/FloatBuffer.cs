using System.Runtime.CompilerServices;

namespace Tunesmith.Compute;

/// <summary>
/// Floats, zero at first, that never move and start at a multiple of 64 bytes, so that no vector straddles two cache lines.
/// </summary>
internal sealed unsafe class FloatBuffer
{
    private const int CacheLine = 64;

    private readonly float[] _array;
    private readonly int _start;

    /// <summary>Allocates zeros.</summary>
    /// <param name="length">How many floats; 0 or more.</param>
    public FloatBuffer(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        _array = GC.AllocateArray<float>(checked(length + (CacheLine / sizeof(float))), pinned: true);
        nuint address = (nuint)Unsafe.AsPointer(ref _array[0]);
        _start = (int)((CacheLine - (address % CacheLine)) % CacheLine / sizeof(float));
        Length = length;
    }

    /// <summary>How many floats.</summary>
    public int Length { get; }

    /// <summary>The floats.</summary>
    public Span<float> Span => new(_array, _start, Length);

    /// <summary>Some of the floats.</summary>
    public Span<float> Slice(int start, int length) => Span.Slice(start, length);
}
