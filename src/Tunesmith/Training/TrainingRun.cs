using System.Globalization;
using Tunesmith.Compute;
using Tunesmith.Encoding;
using Tunesmith.Encoding.Inputs;
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
    private readonly RowDropout? _dropout;
    private readonly WindowBatch? _batch;

    /// <summary>
    /// Draws the first weights or takes over a model's, or takes up where a checkpoint stands. A run of no steps makes no more than the
    /// weights.
    /// </summary>
    /// <param name="recipe">All choices.</param>
    /// <param name="songs">The songs to learn from.</param>
    /// <param name="threads">How many threads train.</param>
    /// <param name="from">The checkpoint to go on from, of the same recipe but for the number of steps; or null.</param>
    /// <param name="firstWeights">The weights to begin with, where there is no checkpoint; null to draw them.</param>
    public TrainingRun(
        Recipe recipe, IReadOnlyList<TokenSequence> songs, int threads, TrainingCheckpoint? from, Parameters? firstWeights = null)
    {
        _recipe = recipe;
        int window = recipe.Definition.Window;
        Parameters = new Parameters(recipe.Definition.CreateShape());
        if ((from?.Model.Parameters ?? firstWeights) is { } weights)
        {
            weights.CopyTo(Parameters);
            Step = from?.Step ?? 0;
        }
        else
        {
            WeightInitialization.Fill(Parameters, new RandomSource(recipe.Seed, RandomPurpose.Weights), recipe.Initialization);
        }

        _pool = new WorkerPool(Math.Min(threads, Network.BlockCount(recipe.Batch)));
        if (recipe.Steps > 0)
        {
            int scoreFrom = recipe.Scored == ScoredSteps.Last ? window - 1 : 0;
            _network = new Network(Parameters, recipe.Batch, window, window - scoreFrom, _pool, VectorWidth.Bits);
            _optimizer = new AdamOptimizer(Parameters);
            RandomSource random =
                from is null ? new RandomSource(recipe.Seed, RandomPurpose.Batches) : new RandomSource(from.RandomState());
            _sampler = new WindowSampler(recipe, songs, random);
            _dropout = new RowDropout(recipe.Regularization, random);
            int copies = Parameters.Shape.Copies;
            int evidence = copies == 0 ? 0 : CopyEvidence.RowsPerCopy;
            _batch = new WindowBatch(recipe.Batch, window, Parameters.Shape.RowsPerStep, scoreFrom, copies + 1, copies, evidence);
            if (from is not null)
            {
                from.Mean.CopyTo(_optimizer.Mean);
                from.Square.CopyTo(_optimizer.Square);
                _optimizer.Resume(from.Step);
            }
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
        _dropout!.Drop(_batch!);
        Require(double.IsFinite(_network!.LossAndGradients(_batch!)));
        _dropout.Restore(_batch!);
        double rate = _recipe.LearningRate * _recipe.Schedule.ShareAt(Step, _recipe.Steps);
        _optimizer!.Step(_network.Gradients, rate, _pool, _recipe.Clip, _recipe.Regularization.WeightDecay);
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

    /// <summary>All that the rest of the run depends on.</summary>
    /// <param name="model">The model as it stands.</param>
    /// <param name="lastScores">The last looks at loss and accuracy.</param>
    /// <param name="heldOut">The songs held out, with the best weights so far.</param>
    public TrainingCheckpoint Checkpoint(MelodyModel model, IReadOnlyList<TrainingScore> lastScores, HeldOutSongs heldOut) => new(
        model,
        _optimizer!.Mean.Clone(),
        _optimizer.Square.Clone(),
        heldOut.BestWeights?.Clone(),
        new CheckpointState(TrainingCheckpoint.Words(_sampler!.Random.State), lastScores, heldOut.Best, heldOut.LooksSinceBest));

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
