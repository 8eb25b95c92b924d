namespace Tunesmith.Compute;

/// <summary>Sums of whole buffers, element by element.</summary>
internal static unsafe class Sums
{
    /// <summary><c>destination[j] += source[j]</c></summary>
    /// <param name="source">What is added; a multiple of 32 floats.</param>
    /// <param name="destination">As long.</param>
    /// <param name="bits">The vector width to use.</param>
    public static void Add(ReadOnlySpan<float> source, Span<float> destination, int bits)
    {
        if (source.Length != destination.Length || source.Length % VectorWidth.Alignment != 0)
        {
            throw new ArgumentException("The buffers of a sum do not fit each other.");
        }

        fixed (float* s = source, d = destination)
        {
            VectorWidth.Run(new Kernel(s, d, source.Length), bits);
        }
    }

    private readonly struct Kernel(float* source, float* destination, int length) : IKernel
    {
        public void Run<TWidth, TVector>()
            where TWidth : IWidth<TVector>
            where TVector : struct
        {
            for (int j = 0; j < length; j += TWidth.Lanes)
            {
                TWidth.Store(TWidth.Add(TWidth.Load(destination + j), TWidth.Load(source + j)), destination + j);
            }
        }
    }
}
