using BenchmarkDotNet.Attributes;
using Tunesmith.Compute;

namespace Tunesmith.Benchmarks;

/// <summary>
/// The gradient of the recurrent weights of a block of the lab's batch over 16 of its steps, (512, 128) transposed by (512, 512), at
/// each width beside the twin that defines it: 67 million floating-point operations.
/// </summary>
[MemoryDiagnoser]
public class WeightGradientBenchmarks
{
    private const int Depth = 512;
    private const int Rows = 128;
    private const int Columns = 512;

    private readonly FloatBuffer _a = new(Depth * Rows);
    private readonly FloatBuffer _b = new(Depth * Columns);
    private readonly FloatBuffer _c = new(Rows * Columns);

    [GlobalSetup]
    public void Fill()
    {
        _a.Span.Fill(0.5f);
        _b.Span.Fill(0.25f);
    }

    [Benchmark(Baseline = true)]
    public void Twin() => MatrixProduct.AccumulateTransposedTwin(_a.Span, Rows, _b.Span, Columns, _c.Span, Columns, Rows, Columns, Depth);

    [Benchmark]
    public void Bits512() => Multiply(512);

    [Benchmark]
    public void Bits256() => Multiply(256);

    [Benchmark]
    public void Bits128() => Multiply(128);

    private void Multiply(int bits) =>
        MatrixProduct.AccumulateTransposed(_a.Span, Rows, _b.Span, Columns, _c.Span, Columns, Rows, Columns, Depth, bits);
}
