using TorchSharp;
using Tunesmith.Bench;
using Tunesmith.Compute;
using Tunesmith.Model;
using Tunesmith.Peers.Measuring;

namespace Tunesmith.Peers.Jobs;

/// <summary>Trains networks of several sizes on both engines in turn.</summary>
/// <param name="results">Receives what was measured.</param>
/// <param name="rounds">How many turns each engine has.</param>
/// <param name="turn">How long a turn is at the least.</param>
internal sealed class TrainingComparisons(Results results, int rounds, TimeSpan turn)
{
    private static readonly TrainingJob LabEvery = TrainingJob.Lab with { Name = "lab step, loss on every step", EveryStep = true };

    private static readonly (TrainingJob Job, double Goal)[] Others =
    [
        (new TrainingJob("hidden 256, batch 128, window 64, last step", [256], 128, 64, EveryStep: false), 2.5),
        (new TrainingJob("two layers of 256, batch 64, window 128, every step", [256, 256], 64, 128, EveryStep: true), 2),
        (new TrainingJob("small: hidden 64, batch 32, window 32, last step", [64], 32, 32, EveryStep: false), 6),
    ];

    /// <summary>Our product's measured peak on all cores, in GFLOP/s.</summary>
    private double _peak;

    private static bool Is512 => VectorWidth.Bits == 512;

    /// <summary>Compares all sizes.</summary>
    public void Run(Action<string> progress)
    {
        progress(TrainingJob.Lab.Name);
        RunLab();
        foreach ((TrainingJob job, double goal) in Others)
        {
            progress(job.Name);
            using Pair pair = new(job, results.Threads);
            Contender.TakeTurns(pair.Contenders, rounds, turn);
            results.Comparisons.Add(pair.Compare(_peak, Is512 ? goal : null));
        }
    }

    /// <summary>
    /// The lab's step with its last and with every step scored, between measurements of the machine itself: what one goal divides by
    /// another is measured in the same turns.
    /// </summary>
    private void RunLab()
    {
        using Pair last = new(TrainingJob.Lab, results.Threads);
        using Pair every = new(LabEvery, results.Threads);
        using ProductPeak allCores = new(results.Threads);
        using ProductPeak oneCore = new(1);
        Contender allCoresPeak = Contender.Ours(allCores.Multiply);
        Contender oneCorePeak = Contender.Ours(oneCore.Multiply);
        Contender barePeak = Contender.Ours(() => BareMultiplyAdds.Run());
        Contender.TakeTurns([.. last.Contenders, .. every.Contenders, allCoresPeak, oneCorePeak, barePeak], rounds, turn);

        double bare = BareMultiplyAdds.Operations / barePeak.Best / 1e6;
        double one = oneCore.Operations / oneCorePeak.Best / 1e6;
        _peak = allCores.Operations / allCoresPeak.Best / 1e6;
        results.Disturbed = results.Threads > 1 && _peak < 1.6 * one;
        Comparison lab = last.Compare(_peak, Is512 ? 3.5 : 2);
        results.Comparisons.Add(lab);
        results.Comparisons.Add(every.Compare(_peak, null));
        AddFigure(new("bare multiply-adds, one core", bare, "GFLOP/s"));
        AddFigure(new("our product, one core", one, "GFLOP/s"));
        AddFigure(new("our product, one core, of bare multiply-adds", one / bare, "", AtLeast: Is512 ? null : 0.9));
        AddFigure(new("our product, all cores", _peak, "GFLOP/s"));
        AddFigure(new("lab step: unavoidable work at that rate", lab.Ours.Best / lab.OverUnavoidable!.Value, "ms"));
        AddFigure(new("lab step: time over that of its unavoidable work", lab.OverUnavoidable.Value, "", AtMost: Is512 ? 1.5 : null));
        AddFigure(new("lab step: every step scored over last step", every.Ours.Best / last.Ours.Best, "", AtMost: 1.35));
        AddFigure(new($"lab step: 1 to {results.Threads} threads", last.OursSingle.Best / last.Ours.Best, "times as fast", AtLeast: 1.8));
        AddFigure(new("training: allocated", last.AllocatedByOurStep(), "bytes a step", AtMost: 0));
    }

    private void AddFigure(Figure figure) => results.Figures.Add(figure);

    /// <summary>Both engines at one job, from the same weights.</summary>
    private sealed class Pair : IDisposable
    {
        private const int Batches = 4;
        private readonly TrainingJob _job;
        private readonly EngineTraining _ours;
        private readonly EngineTraining _oursSingle;
        private readonly TorchTraining _theirs;
        private readonly Contender _theirsSingle;
        private readonly Contender _theirsThreaded;

        public Pair(TrainingJob job, int threads)
        {
            _job = job;
            WindowBatch[] batches = [.. Enumerable.Range(0, Batches).Select(index => job.CreateBatch((ulong)index))];
            _ours = new EngineTraining(job, batches, threads);
            _theirs = new TorchTraining(job, batches, _ours.Parameters);
            Agreement.RequireLoss(job.Name, _ours.Step(), _theirs.Step());
            Agreement.RequireValues(job.Name, _ours.Gradients.Get("layer0.Wh"), _theirs.RecurrentGradient());
            _oursSingle = new EngineTraining(job, batches, threads: 1);
            Ours = Contender.Ours(() => _ours.Step());
            OursSingle = Contender.Ours(() => _oursSingle.Step());
            _theirsThreaded = new Contender(() => torch.set_num_threads(threads), () => _theirs.Step(), 1);
            _theirsSingle = new Contender(() => torch.set_num_threads(1), () => _theirs.Step(), 1);
        }

        public Contender Ours { get; }

        public Contender OursSingle { get; }

        public IReadOnlyList<Contender> Contenders => [Ours, _theirsThreaded, OursSingle, _theirsSingle];

        public Comparison Compare(double peak, double? goal) =>
            new(_job.Name, Timing.Of(Ours), Timing.Of(OursSingle), Timing.Of(_theirsThreaded), Timing.Of(_theirsSingle), goal)
            {
                OverUnavoidable = Ours.Best / (_job.UnavoidableOperations / peak / 1e6),
            };

        public double AllocatedByOurStep() => Allocation.PerStep(() => _ours.Step(), 20);

        public void Dispose()
        {
            _ours.Dispose();
            _oursSingle.Dispose();
            _theirs.Dispose();
        }
    }
}
