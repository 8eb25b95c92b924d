namespace Tunesmith.Compute;

/// <summary>Sums of whole buffers, element by element, and of their squares.</summary>
internal static unsafe class Sums
{
    /// <summary>
    /// The sum of <c>x[j]^2</c>: 32 chains of fused multiply-adds in float, chain n over the elements j with j mod 32 = n, which are then
    /// added in double, chain after chain.
    /// </summary>
    /// <param name="values">x; a multiple of 32 floats. The fewer there are, the more exact the sum.</param>
    /// <param name="bits">The vector width to use.</param>
    public static double OfSquares(ReadOnlySpan<float> values, int bits)
    {
        if (values.Length % VectorWidth.Alignment != 0)
        {
            throw new ArgumentException("The buffer of a sum is not padded.", nameof(values));
        }

        float* chains = stackalloc float[VectorWidth.Alignment];
        fixed (float* v = values)
        {
            VectorWidth.Run(new SquaresKernel(v, values.Length, chains), bits);
        }

        double sum = 0;
        for (int chain = 0; chain < VectorWidth.Alignment; chain++)
        {
            sum += chains[chain];
        }

        return sum;
    }

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

    private readonly struct SquaresKernel(float* values, int length, float* chains) : IKernel
    {
        public void Run<TWidth, TVector>()
            where TWidth : IWidth<TVector>
            where TVector : struct
        {
            for (int chain = 0; chain < VectorWidth.Alignment; chain += TWidth.Lanes)
            {
                TVector sum = TWidth.Create(0);
                for (int j = chain; j < length; j += VectorWidth.Alignment)
                {
                    TVector x = TWidth.Load(values + j);
                    sum = TWidth.Fma(x, x, sum);
                }

                TWidth.Store(sum, chains + chain);
            }
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
