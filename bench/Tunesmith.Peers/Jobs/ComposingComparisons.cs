using TorchSharp;
using Tunesmith.Bench;
using Tunesmith.Composing;
using Tunesmith.Compute;
using Tunesmith.Peers.Measuring;

namespace Tunesmith.Peers.Jobs;

/// <summary>Composes with a network of the lab's size on both engines in turn; both draw each token from what is predicted.</summary>
/// <param name="results">Receives what was measured.</param>
/// <param name="rounds">How many turns each engine has.</param>
/// <param name="turn">How long a turn is at the least.</param>
internal sealed class ComposingComparisons(Results results, int rounds, TimeSpan turn)
{
    private const int Window = 64;
    private const int PrimerToken = 36;
    private const int Songs = 64;
    private const int StreamSteps = 500;
    private const int WindowSteps = 500;
    private const int TogetherSteps = 500;

    private static bool Is512 => VectorWidth.Bits == 512;

    /// <summary>Compares all ways of composing.</summary>
    public void Run(Action<string> progress)
    {
        EngineComposing engine = new(primerSteps: 1);
        EngineComposing engineOfWindow = new(Window);
        using TorchComposing torchOne = new(engine.Parameters, PrimerToken, 1, 1);
        using TorchComposing torchWindow = new(engine.Parameters, PrimerToken, Window, 1);
        using TorchComposing torchMany = new(engine.Parameters, PrimerToken, 1, Songs);

        progress("composing one song, stream context");
        RequireSamePrediction(engineOfWindow, torchWindow);
        Comparison one = Compare(
            "composing one song, stream context",
            StreamSteps,
            () => Compose(engine, ComposingContext.Stream, StreamSteps),
            () => torchOne.ComposeStream(StreamSteps),
            Is512 ? 15 : null);

        progress("composing one song, window context");
        Compare(
            $"composing one song, window context of {Window}",
            WindowSteps,
            () => engineOfWindow.Compose(1, WindowSteps, results.Threads, ComposingContext.Window),
            () => torchWindow.ComposeWindow(WindowSteps),
            Is512 ? 5 : null);

        progress($"composing {Songs} songs at once");
        Comparison many = Compare(
            $"composing {Songs} songs at once, one step of all",
            TogetherSteps,
            () => engine.Compose(Songs, TogetherSteps, results.Threads),
            () => torchMany.ComposeStream(TogetherSteps),
            null);

        ComposingRun run = engine.Start(ComposingContext.Stream, 2 * StreamSteps);
        double gain = Songs * one.Ours.Best / many.Ours.Best;
        results.Figures.Add(new("composing one song, stream context", 1000 * one.Ours.Best, "μs a step", AtMost: Is512 ? 5 : null));
        results.Figures.Add(new($"composing {Songs} songs at once: notes per second", gain, "times one song's", AtLeast: 8));
        results.Figures.Add(new("composing: allocated", Allocation.PerStep(() => run.Next(), StreamSteps), "bytes a step", AtMost: 0));
    }

    private static void Compose(EngineComposing engine, ComposingContext context, int steps)
    {
        ComposingRun run = engine.Start(context, steps);
        Repeat(() => run.Next(), steps);
    }

    private static void Repeat(Action step, int steps)
    {
        for (int index = 0; index < steps; index++)
        {
            step();
        }
    }

    private static void RequireSamePrediction(EngineComposing engine, TorchComposing torchSide)
    {
        float[] prediction = new float[TrainingJob.Vocabulary];
        engine.Start(ComposingContext.Stream, 1).Next([prediction]);
        Agreement.RequireValues("composing", prediction, torchSide.FirstPrediction());
    }

    private Comparison Compare(string job, int steps, Action ours, Action theirs, double? goal)
    {
        Contender our = Contender.Ours(ours, steps);
        Contender threaded = new(() => torch.set_num_threads(results.Threads), theirs, steps);
        Contender single = new(() => torch.set_num_threads(1), theirs, steps);
        Contender.TakeTurns([our, threaded, single], rounds, turn);
        Comparison comparison = new(job, Timing.Of(our), null, Timing.Of(threaded), Timing.Of(single), goal);
        results.Comparisons.Add(comparison);
        return comparison;
    }
}
