using BenchmarkDotNet.Attributes;
using Tunesmith.Compute;

namespace Tunesmith.Benchmarks;

/// <summary>
/// The elementwise half of an LSTM step, forward and then backward, for 32 rows of 128 units. The kernel at one float is the twin.
/// </summary>
[MemoryDiagnoser]
public class LstmCellBenchmarks
{
    private const int Rows = 32;
    private const int Width = 128;

    private readonly FloatBuffer _gates = new(Rows * 4 * Width);
    private readonly FloatBuffer _before = new(Rows * Width);
    private readonly FloatBuffer _cell = new(Rows * Width);
    private readonly FloatBuffer _squashed = new(Rows * Width);
    private readonly FloatBuffer _output = new(Rows * Width);
    private readonly FloatBuffer _cellGradient = new(Rows * Width);
    private readonly FloatBuffer _biasGradient = new(4 * Width);

    [Benchmark(Baseline = true)]
    public void OneFloat() => Pass(32);

    [Benchmark]
    public void Bits128() => Pass(128);

    [Benchmark]
    public void Bits256() => Pass(256);

    [Benchmark]
    public void Bits512() => Pass(512);

    private void Pass(int bits)
    {
        _gates.Span.Fill(0.3f);
        _cellGradient.Span.Fill(0.1f);
        LstmCell.Forward(_gates.Span, _before.Span, _cell.Span, _squashed.Span, _output.Span, Rows, Width, bits);
        LstmCell.Backward(
            _gates.Span, _before.Span, _squashed.Span, _output.Span, _cellGradient.Span, _biasGradient.Span, Rows, Width, bits);
    }
}
