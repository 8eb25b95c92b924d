using Tunesmith.Compute;

namespace Tunesmith.Bench;

/// <summary>Our product kernel at its best: matrices that stay in the nearest caches, multiplied over and over.</summary>
internal sealed class ProductPeak : IDisposable
{
    /// <summary>Rows of A: a multiple of every tile's height.</summary>
    private const int Rows = 96;
    private const int Depth = 128;
    private const int Columns = 128;
    private const int Repetitions = 400;

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

    /// <summary>Floating-point operations of a call of <see cref="Multiply"/>, all threads together.</summary>
    public double Operations => 2.0 * Rows * Depth * Columns * Repetitions * _lanes.Length;

    /// <summary>Multiplies over and over, on every thread.</summary>
    public void Multiply() => _pool.Run(_lanes.Length, _multiply);

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
}
