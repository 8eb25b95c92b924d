using System.Globalization;
using Tunesmith.Compute;
using Tunesmith.Encoding;
using Tunesmith.Model;

namespace Tunesmith.Training;

/// <summary>A training in progress: all that changes from step to step.</summary>
internal sealed class TrainingRun : IDisposable
{
    /// <summary>Gates are open or shut far below this; a weight beyond it, or one that is no number, has run away.</summary>
    private const float LargestWeight = 1e6f;

    /// <summary>Every how many steps the weights are looked at.</summary>
    private const int CheckEvery = 10;

    /// <summary>A learning rate that holds with any songs.</summary>
    private const double HighestAdvice = 0.001;

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
    /// <exception cref="TrainingException">The training ran away.</exception>
    public void Advance()
    {
        _sampler!.Fill(_batch!);
        Require(double.IsFinite(_network!.LossAndGradients(_batch!)));
        _optimizer!.Step(_network.Gradients, _recipe.LearningRate, _pool);
        if (Step % CheckEvery == 0)
        {
            CheckWeights();
        }

        _network.WeightsChanged();
        Step++;
    }

    /// <summary>Looks at loss and accuracy on the batch just learned from.</summary>
    /// <exception cref="TrainingException">The training ran away.</exception>
    public TrainingScore Look()
    {
        (double loss, double accuracy) = _network!.Score(_batch!);
        Require(double.IsFinite(loss));
        return new TrainingScore(Step - 1, loss, accuracy);
    }

    /// <summary>
    /// Checks that the weights are those of a network: the loss is bounded, so that it can look well while they run away, and the last
    /// step may have been the one that went too far.
    /// </summary>
    /// <exception cref="TrainingException">The training ran away.</exception>
    public void CheckWeights()
    {
        foreach (float weight in Parameters.Buffer.Span)
        {
            Require(Math.Abs(weight) <= LargestWeight);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _pool.Dispose();

    private void Require(bool isTame)
    {
        if (!isTame)
        {
            double lower = Math.Min(_recipe.LearningRate / 10, HighestAdvice);
            throw new TrainingException(string.Create(
                CultureInfo.InvariantCulture,
                $"the training ran away by step {Step}: the learning rate of {_recipe.LearningRate} is too high, try {lower}"));
        }
    }
}
