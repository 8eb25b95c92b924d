using BenchmarkDotNet.Attributes;
using Tunesmith.Bench;

namespace Tunesmith.Benchmarks;

/// <summary>The lab's training step, with its last and with every step scored, on one thread and on two.</summary>
[MemoryDiagnoser]
public class LabStepBenchmarks
{
    private EngineTraining _training = null!;

    [Params(1, 2)]
    public int Threads { get; set; }

    [Params(false, true)]
    public bool EveryStep { get; set; }

    [GlobalSetup]
    public void Start()
    {
        TrainingJob job = TrainingJob.Lab with { EveryStep = EveryStep };
        _training = new EngineTraining(job, [job.CreateBatch(1)], Threads);
    }

    [GlobalCleanup]
    public void Stop() => _training.Dispose();

    [Benchmark]
    public double Step() => _training.Step();
}
