using BenchmarkDotNet.Attributes;
using Tunesmith.Compute;

namespace Tunesmith.Benchmarks;

/// <summary>
/// The recurrent product of a block of the lab's batch, (32, 128) by (128, 512), at each width beside the twin that defines it: 4.2
/// million floating-point operations.
/// </summary>
[MemoryDiagnoser]
public class ProductBenchmarks
{
    private const int Rows = 32;
    private const int Depth = 128;
    private const int Columns = 512;

    private readonly FloatBuffer _a = new(Rows * Depth);
    private readonly FloatBuffer _b = new(Depth * Columns);
    private readonly FloatBuffer _c = new(Rows * Columns);
    private readonly Dictionary<int, PackedMatrix> _packed = [];

    [GlobalSetup]
    public void Pack()
    {
        _a.Span.Fill(0.5f);
        _b.Span.Fill(0.25f);
        foreach (int bits in new[] { 512, 256, 128, 32 })
        {
            _packed[bits] = new PackedMatrix(Depth, Columns, bits);
            _packed[bits].Pack(_b.Span, Columns, Columns, 1);
        }
    }

    [Benchmark(Baseline = true)]
    public void Twin() => MatrixProduct.AccumulateTwin(_a.Span, Depth, _b.Span, Columns, _c.Span, Columns, Rows, Columns, Depth);

    [Benchmark]
    public void Bits512() => Multiply(512);

    [Benchmark]
    public void Bits256() => Multiply(256);

    [Benchmark]
    public void Bits128() => Multiply(128);

    [Benchmark]
    public void OneFloat() => Multiply(32);

    private void Multiply(int bits) => MatrixProduct.Accumulate(_a.Span, Depth, _packed[bits], _c.Span, Columns, Rows);
}
