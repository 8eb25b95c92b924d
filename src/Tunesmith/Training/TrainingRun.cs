using System.Globalization;
using Tunesmith.Compute;
using Tunesmith.Encoding;
using Tunesmith.Model;

namespace Tunesmith.Training;

/// <summary>A training in progress: all that changes from step to step.</summary>
internal sealed class TrainingRun : IDisposable
{
    private readonly Recipe _recipe;
    private readonly WorkerPool _pool;
    private readonly Network? _network;
    private readonly AdamOptimizer? _optimizer;
    private readonly WindowSampler? _sampler;
    private readonly WindowBatch? _batch;

    /// <summary>Draws the first weights. A run of no steps makes no more than that.</summary>
    public TrainingRun(Recipe recipe, IReadOnlyList<TokenSequence> songs, int threads)
    {
        _recipe = recipe;
        int window = recipe.Definition.Window;
        Parameters = new Parameters(recipe.Definition.CreateShape());
        WeightInitialization.Fill(Parameters, new RandomSource(recipe.Seed, RandomPurpose.Weights));
        _pool = new WorkerPool(threads);
        if (recipe.Steps > 0)
        {
            int scoreFrom = recipe.Scored == ScoredSteps.Last ? window - 1 : 0;
            _network = new Network(Parameters, recipe.Batch, window, window - scoreFrom, _pool, VectorWidth.Bits);
            _optimizer = new AdamOptimizer(Parameters);
            _sampler = new WindowSampler(recipe.Definition, songs, new RandomSource(recipe.Seed, RandomPurpose.Batches));
            _batch = new WindowBatch(recipe.Batch, window, Parameters.Shape.RowsPerStep, scoreFrom);
        }
    }

    /// <summary>The weights.</summary>
    public Parameters Parameters { get; }

    /// <summary>How many steps have been taken.</summary>
    public int Step { get; private set; }

    /// <summary>Learns from one more batch.</summary>
    /// <exception cref="TrainingException">The loss is not a number any more.</exception>
    public void Advance()
    {
        _sampler!.Fill(_batch!);
        double loss = _network!.LossAndGradients(_batch!);
        if (!double.IsFinite(loss))
        {
            throw new TrainingException(string.Create(
                CultureInfo.InvariantCulture,
                $"the loss is not a number any more at step {Step}: the learning rate of {_recipe.LearningRate} is too high, try {_recipe.LearningRate / 10}"));
        }

        _optimizer!.Step(_network.Gradients, _recipe.LearningRate, _pool);
        _network.WeightsChanged();
        Step++;
    }

    /// <summary>Looks at loss and accuracy on the batch just learned from.</summary>
    public TrainingScore Look()
    {
        (double loss, double accuracy) = _network!.Score(_batch!);
        return new TrainingScore(Step - 1, loss, accuracy);
    }

    /// <inheritdoc/>
    public void Dispose() => _pool.Dispose();
}
