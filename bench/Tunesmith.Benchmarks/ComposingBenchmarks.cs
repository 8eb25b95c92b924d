using BenchmarkDotNet.Attributes;
using Tunesmith.Bench;
using Tunesmith.Composing;

namespace Tunesmith.Benchmarks;

/// <summary>Composing with a network of the lab's size: the time of one step of one song, and of one step of 64 songs at once.</summary>
/// <remarks>A single song is made anew outside the measured time, so that what is allocated is what steps allocate.</remarks>
[MemoryDiagnoser]
[WarmupCount(15)] // an iteration is one call here, and the just-in-time compiler takes several to do its best
public class ComposingBenchmarks
{
    private const int StreamSteps = 50_000;
    private const int WindowSteps = 1000;

    private readonly EngineComposing _engine = new(primerSteps: 64);
    private ComposingRun _stream = null!;
    private ComposingRun _window = null!;

    [IterationSetup]
    public void Start()
    {
        _stream = _engine.Start(ComposingContext.Stream, StreamSteps);
        _window = _engine.Start(ComposingContext.Window, WindowSteps);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = StreamSteps)]
    public void Stream()
    {
        for (int step = 0; step < StreamSteps; step++)
        {
            _stream.Next();
        }
    }

    [Benchmark(OperationsPerInvoke = WindowSteps)]
    public void Window()
    {
        for (int step = 0; step < WindowSteps; step++)
        {
            _window.Next();
        }
    }

    [Benchmark(OperationsPerInvoke = WindowSteps)]
    public void SixtyFourSongs() => _engine.Compose(64, WindowSteps, Environment.ProcessorCount);
}
