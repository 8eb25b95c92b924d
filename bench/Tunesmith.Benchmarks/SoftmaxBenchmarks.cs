using BenchmarkDotNet.Attributes;
using Tunesmith.Compute;

namespace Tunesmith.Benchmarks;

/// <summary>Softmax, loss and gradient of 256 rows of the lab's 78 logits. The kernel at one float is the twin.</summary>
[MemoryDiagnoser]
public class SoftmaxBenchmarks
{
    private const int Rows = 256;
    private const int Columns = 78;
    private const int Stride = 96;

    private readonly FloatBuffer _logits = new(Rows * Stride);
    private readonly int[] _outcomes = [.. Enumerable.Range(0, Rows).Select(row => row % Columns)];
    private readonly float[] _weights = [.. Enumerable.Repeat(1f, Rows)];

    [Benchmark(Baseline = true)]
    public double OneFloat() => Loss(32);

    [Benchmark]
    public double Bits128() => Loss(128);

    [Benchmark]
    public double Bits256() => Loss(256);

    [Benchmark]
    public double Bits512() => Loss(512);

    private double Loss(int bits)
    {
        _logits.Span.Fill(0.5f);
        return Softmax.LossAndGradient(_logits.Span, Columns, Stride, _outcomes, _weights, 1f / Rows, bits);
    }
}
