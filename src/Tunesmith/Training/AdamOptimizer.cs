using Tunesmith.Compute;
using Tunesmith.Model;

namespace Tunesmith.Training;

/// <summary>Adam over all weights of a network; <see cref="Adam"/> gives the formula.</summary>
internal sealed class AdamOptimizer
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;
    private const float Epsilon = 1e-8f;

    /// <summary>Weights updated at a time by one thread.</summary>
    private const int Chunk = 8192;

    private readonly Parameters _weights;
    private readonly Action<int, int> _updateChunk;
    private Parameters? _gradients;
    private AdamFactors _factors;

    /// <summary>Starts with both moments 0.</summary>
    /// <param name="weights">The weights to update.</param>
    public AdamOptimizer(Parameters weights)
    {
        _weights = weights;
        Mean = new Parameters(weights.Layout);
        Square = new Parameters(weights.Layout);
        _updateChunk = UpdateChunk;
    }

    /// <summary>The running mean of the gradient, m.</summary>
    public Parameters Mean { get; }

    /// <summary>The running mean of the gradient's square, v.</summary>
    public Parameters Square { get; }

    /// <summary><c>beta1^t</c></summary>
    private double Beta1Power { get; set; } = 1;

    /// <summary><c>beta2^t</c></summary>
    private double Beta2Power { get; set; } = 1;

    /// <summary>Takes a step.</summary>
    /// <param name="gradients">The gradient of the loss.</param>
    /// <param name="learningRate">How far to go.</param>
    /// <param name="pool">The threads that do it.</param>
    public void Step(Parameters gradients, double learningRate, WorkerPool pool)
    {
        CountStep();
        _factors = new AdamFactors(
            (float)(learningRate / (1 - Beta1Power)), (float)Math.Sqrt(1 - Beta2Power), Beta1, Beta2, Epsilon);
        _gradients = gradients;
        pool.Run((_weights.Layout.Length + Chunk - 1) / Chunk, _updateChunk);
    }

    /// <summary>Counts steps that another optimizer has taken, whose moments have been copied into this one's.</summary>
    public void Resume(int steps)
    {
        for (int step = 0; step < steps; step++)
        {
            (double mean, double square) = (Beta1Power, Beta2Power);
            CountStep();
            if (mean == Beta1Power && square == Beta2Power)
            {
                return; // both are so small that they round to themselves, and no further step will change them
            }
        }
    }

    private void CountStep()
    {
        Beta1Power *= Beta1;
        Beta2Power *= Beta2;
    }

    private void UpdateChunk(int thread, int chunk)
    {
        int start = chunk * Chunk;
        int length = Math.Min(Chunk, _weights.Layout.Length - start);
        Adam.Update(
            _weights.Buffer.Slice(start, length),
            _gradients!.Buffer.Slice(start, length),
            Mean.Buffer.Slice(start, length),
            Square.Buffer.Slice(start, length),
            _factors,
            VectorWidth.Bits);
    }
}
