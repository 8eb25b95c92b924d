using Tunesmith.Compute;
using Tunesmith.Model;

namespace Tunesmith.Training;

/// <summary>Adam over all weights of a network, with clipping and decay; <see cref="Adam"/> gives the formula.</summary>
internal sealed class AdamOptimizer
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;
    private const float Epsilon = 1e-8f;

    /// <summary>Weights updated at a time by one thread; it has a part in the bits of the gradient's norm.</summary>
    private const int LongestChunk = 8192;

    private readonly Parameters _weights;
    private readonly Chunk[] _chunks;
    private readonly double[] _squares;
    private readonly Action<int, int> _updateChunk;
    private readonly Action<int, int> _squareChunk;
    private double _beta1Power = 1; // beta1^t
    private double _beta2Power = 1; // beta2^t
    private Parameters? _gradients;
    private AdamFactors _factors;
    private float _keep;

    /// <summary>Starts with both moments 0.</summary>
    /// <param name="weights">The weights to update.</param>
    public AdamOptimizer(Parameters weights)
    {
        _weights = weights;
        Mean = new Parameters(weights.Layout);
        Square = new Parameters(weights.Layout);
        _chunks = [.. weights.Layout.Slots.SelectMany(ChunksOf)];
        _squares = new double[_chunks.Length];
        _updateChunk = UpdateChunk;
        _squareChunk = SquareChunk;
    }

    /// <summary>The running mean of the gradient, m.</summary>
    public Parameters Mean { get; }

    /// <summary>The running mean of the gradient's square, v.</summary>
    public Parameters Square { get; }

    /// <summary>Takes a step.</summary>
    /// <param name="gradients">The gradient of the loss.</param>
    /// <param name="learningRate">How far to go.</param>
    /// <param name="pool">The threads that do it.</param>
    /// <param name="clip">
    /// The largest norm of the gradient, over all weights together, more than 0: a larger one is scaled down to it. 0 for any norm.
    /// </param>
    /// <param name="decay">
    /// Which share of itself, times the learning rate, each weight of a matrix loses; 0 or more. Biases lose nothing.
    /// </param>
    public void Step(Parameters gradients, double learningRate, WorkerPool pool, double clip = 0, double decay = 0)
    {
        CountStep();
        _gradients = gradients;
        _keep = (float)(1 - (learningRate * decay));
        _factors = new AdamFactors(
            (float)(learningRate / (1 - _beta1Power)), (float)Math.Sqrt(1 - _beta2Power), Beta1, Beta2, Epsilon)
        {
            GradientScale = clip == 0 ? 1 : (float)Math.Min(1, clip / Norm(pool)),
        };
        pool.Run(_chunks.Length, _updateChunk);
    }

    /// <summary>Counts steps that another optimizer has taken, whose moments have been copied into this one's.</summary>
    public void Resume(int steps)
    {
        for (int step = 0; step < steps; step++)
        {
            (double mean, double square) = (_beta1Power, _beta2Power);
            CountStep();
            if (mean == _beta1Power && square == _beta2Power)
            {
                return; // both are so small that they round to themselves, and no further step will change them
            }
        }
    }

    private static IEnumerable<Chunk> ChunksOf(ParameterSlot slot)
    {
        for (int start = 0; start < slot.Length; start += LongestChunk)
        {
            yield return new Chunk(slot.Offset + start, Math.Min(LongestChunk, slot.Length - start), slot.Dimensions.Length > 1);
        }
    }

    private void CountStep()
    {
        _beta1Power *= Beta1;
        _beta2Power *= Beta2;
    }

    /// <summary>The root of the summed squares of the gradient, the chunks' added in their order.</summary>
    private double Norm(WorkerPool pool)
    {
        pool.Run(_chunks.Length, _squareChunk);
        double sum = 0;
        foreach (double square in _squares)
        {
            sum += square;
        }

        return Math.Sqrt(sum);
    }

    private void SquareChunk(int thread, int index)
    {
        Chunk chunk = _chunks[index];
        _squares[index] = Sums.OfSquares(_gradients!.Buffer.Slice(chunk.Start, chunk.Length), VectorWidth.Bits);
    }

    private void UpdateChunk(int thread, int index)
    {
        Chunk chunk = _chunks[index];
        AdamFactors factors = chunk.Decays ? _factors with { Keep = _keep } : _factors;
        Adam.Update(
            _weights.Buffer.Slice(chunk.Start, chunk.Length),
            _gradients!.Buffer.Slice(chunk.Start, chunk.Length),
            Mean.Buffer.Slice(chunk.Start, chunk.Length),
            Square.Buffer.Slice(chunk.Start, chunk.Length),
            factors,
            VectorWidth.Bits);
    }

    /// <summary>Part of a tensor.</summary>
    /// <param name="Start">Where it starts in the buffer.</param>
    /// <param name="Length">How many floats it has, padding included.</param>
    /// <param name="Decays">Whether the tensor is a matrix.</param>
    private readonly record struct Chunk(int Start, int Length, bool Decays);
}
