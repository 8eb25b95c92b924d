using Tunesmith.Compute;
using Tunesmith.Model;
using Tunesmith.Training;

namespace Tunesmith.Bench;

/// <summary>
/// Our engine at a training job: its batches stand ready, so that a step is the network's and the optimizer's work alone.
/// </summary>
internal sealed class EngineTraining : IDisposable
{
    private const double LearningRate = 0.001;

    private readonly WorkerPool _pool;
    private readonly Network _network;
    private readonly AdamOptimizer _optimizer;
    private readonly WindowBatch[] _batches;
    private int _steps;

    /// <summary>Draws first weights and makes everything ready.</summary>
    /// <param name="job">What to train.</param>
    /// <param name="batches">The batches, used in turn.</param>
    /// <param name="threads">How many threads train.</param>
    public EngineTraining(TrainingJob job, WindowBatch[] batches, int threads)
    {
        _batches = batches;
        Parameters = new Parameters(job.Shape);
        WeightInitialization.Fill(Parameters, new RandomSource(1, RandomPurpose.Weights));
        _pool = new WorkerPool(threads);
        _network = new Network(Parameters, job.Batch, job.Window, job.Window - job.ScoreFrom, _pool, VectorWidth.Bits);
        _optimizer = new AdamOptimizer(Parameters);
    }

    /// <summary>The weights.</summary>
    public Parameters Parameters { get; }

    /// <summary>The gradient of the last step.</summary>
    public Parameters Gradients => _network.Gradients;

    /// <summary>One step: loss, gradient, update. Returns the loss before the update, in nats.</summary>
    public double Step()
    {
        double loss = _network.LossAndGradients(_batches[_steps++ % _batches.Length]);
        _optimizer.Step(_network.Gradients, LearningRate, _pool);
        _network.WeightsChanged();
        return loss;
    }

    /// <inheritdoc/>
    public void Dispose() => _pool.Dispose();
}
