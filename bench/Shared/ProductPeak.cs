using System.Diagnostics;
using Tunesmith.Compute;

namespace Tunesmith.Bench;

/// <summary>How fast this machine multiplies: our product kernel on matrices that stay in the nearest caches, and bare multiply-adds.</summary>
internal sealed class ProductPeak : IDisposable
{
    /// <summary>Rows of A: a multiple of every tile's height.</summary>
    private const int Rows = 96;
    private const int Depth = 128;
    private const int Columns = 128;
    private const int Repetitions = 100;

    private readonly WorkerPool _pool;
    private readonly Lane[] _lanes;
    private readonly Action<int, int> _multiply;

    /// <summary>Makes matrices for each thread.</summary>
    /// <param name="threads">How many threads multiply, each its own matrices.</param>
    public ProductPeak(int threads)
    {
        _pool = new WorkerPool(threads);
        _lanes = [.. Enumerable.Range(0, threads).Select(_ => new Lane(VectorWidth.Bits))];
        _multiply = (thread, _) => _lanes[thread].Multiply();
    }

    /// <summary>One measurement, in 10^9 floating-point operations a second, all threads together.</summary>
    public double Measure()
    {
        long start = Stopwatch.GetTimestamp();
        _pool.Run(_lanes.Length, _multiply);
        return 2.0 * Rows * Depth * Columns * Repetitions * _lanes.Length / Stopwatch.GetElapsedTime(start).TotalSeconds / 1e9;
    }

    /// <summary>
    /// The same for one thread's multiply-adds that never leave the registers: what no kernel of the width in use can pass.
    /// </summary>
    public static double MeasureBare()
    {
        const int Count = 400_000;
        float sum = 0;
        long start = Stopwatch.GetTimestamp();
        unsafe
        {
            VectorWidth.Run(new BareKernel(Count, &sum));
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return 2.0 * Count * BareKernel.Chains * (VectorWidth.Bits / 32) / seconds / 1e9;
    }

    /// <inheritdoc/>
    public void Dispose() => _pool.Dispose();

    /// <summary>One thread's matrices.</summary>
    private sealed class Lane
    {
        private readonly FloatBuffer _a = new(Rows * Depth);
        private readonly FloatBuffer _c = new(Rows * Columns);
        private readonly PackedMatrix _b;

        public Lane(int bits)
        {
            _b = new PackedMatrix(Depth, Columns, bits);
            float[] values = new float[Depth * Columns];
            Array.Fill(values, 0.5f);
            _b.Pack(values, Columns, Columns, 1);
            _a.Span.Fill(0.5f);
        }

        public void Multiply()
        {
            for (int repetition = 0; repetition < Repetitions; repetition++)
            {
                MatrixProduct.Accumulate(_a.Span, Depth, _b, _c.Span, Columns, Rows);
            }
        }
    }

    /// <summary>Twelve independent chains: more than the units need to stay busy, and few enough for 16 registers.</summary>
    private readonly unsafe struct BareKernel(int count, float* sum) : IKernel
    {
        public const int Chains = 12;

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]
        public void Run<TWidth, TVector>()
            where TWidth : IWidth<TVector>
            where TVector : struct
        {
            TVector a = TWidth.Create(0.5f);
            TVector b = TWidth.Create(0.25f);
            TVector s0 = a, s1 = a, s2 = a, s3 = a, s4 = a, s5 = a, s6 = a, s7 = a, s8 = a, s9 = a, s10 = a, s11 = a;
            for (int n = 0; n < count; n++)
            {
                s0 = TWidth.Fma(s0, a, b);
                s1 = TWidth.Fma(s1, a, b);
                s2 = TWidth.Fma(s2, a, b);
                s3 = TWidth.Fma(s3, a, b);
                s4 = TWidth.Fma(s4, a, b);
                s5 = TWidth.Fma(s5, a, b);
                s6 = TWidth.Fma(s6, a, b);
                s7 = TWidth.Fma(s7, a, b);
                s8 = TWidth.Fma(s8, a, b);
                s9 = TWidth.Fma(s9, a, b);
                s10 = TWidth.Fma(s10, a, b);
                s11 = TWidth.Fma(s11, a, b);
            }

            TVector all = TWidth.Add(TWidth.Add(TWidth.Add(s0, s1), TWidth.Add(s2, s3)), TWidth.Add(TWidth.Add(s4, s5), TWidth.Add(s6, s7)));
            all = TWidth.Add(all, TWidth.Add(TWidth.Add(s8, s9), TWidth.Add(s10, s11)));
            float* lanes = stackalloc float[TWidth.Lanes];
            TWidth.Store(all, lanes);
            *sum = lanes[0];
        }
    }
}
