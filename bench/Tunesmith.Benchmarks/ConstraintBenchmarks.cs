using BenchmarkDotNet.Attributes;
using Tunesmith.Bench;
using Tunesmith.Composing;
using Tunesmith.Composing.Constraints;
using Tunesmith.Composing.Samplers;
using Tunesmith.Music;

namespace Tunesmith.Benchmarks;

/// <summary>One composed step under constraints, beside one without.</summary>
[MemoryDiagnoser]
[WarmupCount(15)] // an iteration is one call here, and the just-in-time compiler takes several to do its best
public class ConstraintBenchmarks
{
    private const int Steps = 50_000;

    private static readonly Constraint[] Some =
    [
        new InKey(Key.Parse("D minor")), new InRange(new Pitch(60), new Pitch(84)), new MaxLeap(12), new MaxHold(16), EndOn.PitchNamed("D"),
    ];

    private readonly EngineComposing _engine = new(primerSteps: 64);
    private ComposingRun _free = null!;
    private ComposingRun _sampled = null!;
    private ComposingRun _constrained = null!;
    private ComposingRun _bars = null!;

    [IterationSetup]
    public void Start()
    {
        CompositionOptions free = new() { Steps = Steps };
        _free = _engine.Start(free);
        _sampled = _engine.Start(free with
        {
            Sampling = [new TemperatureStep(0.9), new TopKStep(20), new TopPStep(0.9), new MinPStep(0.02)],
        });
        _constrained = _engine.Start(free with { Constraints = Some });
        _bars = _engine.Start(free with { Constraints = [.. Some, new MaxBarRepeats(2)] });
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Steps)]
    public void Free() => Compose(_free);

    [Benchmark(OperationsPerInvoke = Steps)]
    public void FourSamplerSteps() => Compose(_sampled);

    [Benchmark(OperationsPerInvoke = Steps)]
    public void FiveConstraints() => Compose(_constrained);

    [Benchmark(OperationsPerInvoke = Steps)]
    public void FiveConstraintsAndBars() => Compose(_bars);

    private static void Compose(ComposingRun run)
    {
        for (int step = 0; step < Steps; step++)
        {
            run.Next();
        }
    }
}
