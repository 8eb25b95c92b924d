using Tunesmith.Compute;

namespace Tunesmith.Model;

/// <summary>
/// Computes a network's loss and its gradient over batches of windows, on several threads, with the same bits for any number of them.
/// </summary>
/// <remarks>
/// A batch is cut into blocks of windows whose size depends only on the most windows a batch may have. A block's gradient is computed
/// by one thread, in one order; the blocks' gradients are then added in the order of the blocks. Nothing depends on which thread did
/// what, or when. It does not change the weights: that is <c>Training</c>'s.
/// </remarks>
internal sealed class Network
{
    /// <summary>Floats of a gradient summed at a time by one thread.</summary>
    private const int SumChunk = 8192;

    private readonly WorkerPool _pool;
    private readonly PackedWeights _weights;
    private readonly BlockPass[] _passes;
    private readonly FloatBuffer[] _blockGradients;
    private readonly double[] _blockLosses;
    private readonly int[] _blockHits;
    private readonly int _windows;
    private readonly int _steps;
    private readonly int _scoredSteps;
    private readonly int _blockWindows;
    private readonly Action<int, int> _trainBlock;
    private readonly Action<int, int> _scoreBlock;
    private readonly Action<int, int> _sumChunk;
    private WindowBatch _batch = null!;
    private float _scale;

    /// <summary>Makes room for batches of one size.</summary>
    /// <param name="parameters">The weights; kept. Call <see cref="WeightsChanged"/> after changing them.</param>
    /// <param name="windows">B, the most windows a batch has.</param>
    /// <param name="steps">T, the most steps a window has.</param>
    /// <param name="scoredSteps">The most scored steps a window has.</param>
    /// <param name="pool">The threads; kept.</param>
    /// <param name="bits">The vector width to use.</param>
    public Network(Parameters parameters, int windows, int steps, int scoredSteps, WorkerPool pool, int bits)
    {
        _pool = pool;
        _windows = windows;
        _steps = steps;
        _scoredSteps = scoredSteps;
        _weights = new PackedWeights(parameters, forTraining: true, pool, bits);
        _blockWindows = BlockWindows(windows);
        int blocks = BlockCount(windows);
        int most = Math.Min(_blockWindows, windows);
        _passes = [.. Enumerable.Range(0, pool.Threads).Select(_ => new BlockPass(_weights, most, steps, scoredSteps))];
        _blockGradients = [.. Enumerable.Range(0, blocks).Select(_ => new FloatBuffer(parameters.Layout.Length))];
        _blockLosses = new double[blocks];
        _blockHits = new int[blocks];
        Gradients = new Parameters(parameters.Layout);
        _trainBlock = TrainBlock;
        _scoreBlock = ScoreBlock;
        _sumChunk = SumGradients;
    }

    /// <summary>The gradient of the last batch's loss.</summary>
    public Parameters Gradients { get; }

    /// <summary>
    /// How many windows a block has, where a batch has at most so many: never a matter of threads, so that the bits are not.
    /// </summary>
    /// <param name="windows">The most windows a batch has.</param>
    public static int BlockWindows(int windows) => windows >= 128 ? 32 : windows >= 32 ? 16 : 8;

    /// <summary>How many blocks a batch is cut into; more threads than that find nothing to do.</summary>
    public static int BlockCount(int windows) => (windows + BlockWindows(windows) - 1) / BlockWindows(windows);

    /// <summary>Reads the weights again, after they have changed.</summary>
    public void WeightsChanged() => _weights.Repack(_pool);

    /// <summary>
    /// The mean loss of a batch, <c>sum of w * loss / sum of w</c> over its targets, in nats; its gradient is then in
    /// <see cref="Gradients"/>.
    /// </summary>
    public double LossAndGradients(WindowBatch batch)
    {
        double weight = Begin(batch);
        _pool.Run(Blocks(batch), _trainBlock);
        _pool.Run((_weights.Parameters.Layout.Length + SumChunk - 1) / SumChunk, _sumChunk);
        return Sum(_blockLosses.AsSpan(0, Blocks(batch))) / weight;
    }

    /// <summary>
    /// The mean loss of a batch in nats, and the share of its targets of some weight, however much, that hold the likeliest token.
    /// </summary>
    public (double Loss, double Accuracy) Score(WindowBatch batch)
    {
        double weight = Begin(batch);
        _pool.Run(Blocks(batch), _scoreBlock);
        int hits = 0;
        foreach (int count in _blockHits.AsSpan(0, Blocks(batch)))
        {
            hits += count;
        }

        int weighted = batch.Weights.Length - batch.Weights.AsSpan().Count(0f);
        return (Sum(_blockLosses.AsSpan(0, Blocks(batch))) / weight, (double)hits / weighted);
    }

    /// <summary>The logits of a batch of one block: (T - scoreFrom, B, outputs), without padding.</summary>
    public float[] Logits(WindowBatch batch)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(batch.Windows, _blockWindows);
        int outputs = _weights.Parameters.Shape.Outputs;
        int stride = _weights.Parameters.Layout.OutputWeights.Stride;
        Span<float> padded = _passes[0].Forward(batch, 0, batch.Windows);
        float[] logits = new float[padded.Length / stride * outputs];
        for (int row = 0; row < padded.Length / stride; row++)
        {
            padded.Slice(row * stride, outputs).CopyTo(logits.AsSpan(row * outputs));
        }

        return logits;
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum;
    }

    private double Begin(WindowBatch batch)
    {
        if (batch.Windows > _windows || batch.Steps > _steps || batch.Steps - batch.ScoreFrom > _scoredSteps)
        {
            throw new ArgumentException(
                $"Expected a batch of at most {_windows} windows of {_steps} steps, {_scoredSteps} of them scored, "
                + $"found {batch.Windows} of {batch.Steps}, {batch.Steps - batch.ScoreFrom} of them scored.",
                nameof(batch));
        }

        double weight = 0;
        foreach (float value in batch.Weights)
        {
            weight += value;
        }

        if (!(weight > 0))
        {
            throw new ArgumentException("Expected targets of some weight in the batch, found none.", nameof(batch));
        }

        _batch = batch;
        _scale = (float)(1 / weight);
        return weight;
    }

    private int Blocks(WindowBatch batch) => (batch.Windows + _blockWindows - 1) / _blockWindows;

    private void TrainBlock(int thread, int block)
    {
        int first = block * _blockWindows;
        int windows = Math.Min(_blockWindows, _batch.Windows - first);
        _blockLosses[block] = _passes[thread].LossAndGradients(_batch, first, windows, _scale, _blockGradients[block]);
    }

    private void ScoreBlock(int thread, int block)
    {
        int first = block * _blockWindows;
        int windows = Math.Min(_blockWindows, _batch.Windows - first);
        (_blockLosses[block], _blockHits[block]) = _passes[thread].Score(_batch, first, windows);
    }

    private void SumGradients(int thread, int chunk)
    {
        int start = chunk * SumChunk;
        int length = Math.Min(SumChunk, _weights.Parameters.Layout.Length - start);
        Span<float> sum = Gradients.Buffer.Slice(start, length);
        _blockGradients[0].Slice(start, length).CopyTo(sum);
        for (int block = 1; block < Blocks(_batch); block++)
        {
            Sums.Add(_blockGradients[block].Slice(start, length), sum, _weights.Bits);
        }
    }
}
