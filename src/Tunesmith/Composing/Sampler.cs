using Tunesmith.Composing.Samplers;
using Tunesmith.Compute;

namespace Tunesmith.Composing;

/// <summary>Draws outcomes: applies the sampler steps, then takes outcome k with probability <c>softmax(logits)[k]</c>.</summary>
internal sealed class Sampler
{
    private readonly ISamplerStep[] _steps;
    private readonly RandomSource _random;
    private readonly FloatBuffer _row;
    private readonly int _outcomes;

    /// <summary>Makes a sampler.</summary>
    /// <param name="steps">What changes the prediction, in order.</param>
    /// <param name="outcomes">How many outcomes there are.</param>
    /// <param name="seed">What fixes the draws.</param>
    public Sampler(IReadOnlyList<ISamplerStep> steps, int outcomes, ulong seed)
    {
        _steps = [.. steps];
        _random = new RandomSource(seed, RandomPurpose.Composing);
        _outcomes = outcomes;
        _row = new FloatBuffer(VectorWidth.Pad(outcomes));
    }

    /// <summary>The probabilities of logits, as the network predicts them.</summary>
    public void Probabilities(ReadOnlySpan<float> logits, Span<float> probabilities)
    {
        logits.CopyTo(_row.Span);
        Softmax.Normalize(_row.Span, _outcomes, _row.Length, VectorWidth.Bits);
        _row.Span[.._outcomes].CopyTo(probabilities);
    }

    /// <summary>Draws an outcome. The logits are changed by the steps.</summary>
    public int Draw(Span<float> logits)
    {
        foreach (ISamplerStep step in _steps)
        {
            step.Apply(logits);
        }

        Span<float> row = _row.Span;
        logits.CopyTo(row);
        Softmax.Normalize(row, _outcomes, row.Length, VectorWidth.Bits);
        double total = 0;
        for (int outcome = 0; outcome < _outcomes; outcome++)
        {
            // The softmax gives outcomes that are ruled out a trace of probability; here they have none.
            row[outcome] = float.IsNegativeInfinity(logits[outcome]) ? 0 : row[outcome];
            total += row[outcome];
        }

        double remaining = _random.NextDouble() * total;
        int last = 0;
        for (int outcome = 0; outcome < _outcomes; outcome++)
        {
            if (row[outcome] > 0)
            {
                last = outcome;
                remaining -= row[outcome];
                if (remaining < 0)
                {
                    break;
                }
            }
        }

        return last;
    }
}
