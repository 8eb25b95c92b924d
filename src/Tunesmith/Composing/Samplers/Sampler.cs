using Tunesmith.Composing.Constraints;
using Tunesmith.Composing.Constraints.Automaton;
using Tunesmith.Compute;

namespace Tunesmith.Composing.Samplers;

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

    /// <summary>Draws an outcome. The logits are changed by the constraints, then by the steps.</summary>
    /// <param name="logits">What the network predicts.</param>
    /// <param name="song">The song under constraints; null where there are none. It goes on with what is drawn.</param>
    /// <param name="first">What acts after the constraints and before the steps; null for nothing.</param>
    /// <exception cref="InvalidOperationException">A step has ruled out all that was left.</exception>
    /// <exception cref="ConstraintException">Which tokens the song can go on with could not be found out.</exception>
    public int Draw(Span<float> logits, ConstrainedSong? song = null, FirstStrikeStep? first = null)
    {
        StepChoice choice = song?.Restrict(logits) ?? default;
        first?.Apply(logits);
        foreach (ISamplerStep step in _steps)
        {
            step.Apply(logits);

            // A step may rule out what it likes, but brings nothing back that constraints have ruled out.
            if (song is null ? !IsAnyLeft(logits) : !song.Keep(logits, choice))
            {
                throw new InvalidOperationException(
                    $"The sampler step {step.GetType().Name} has ruled out every outcome that was left; one at the least must stay.");
            }
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

        song?.Advance(last);
        return last;
    }

    private static bool IsAnyLeft(ReadOnlySpan<float> logits)
    {
        foreach (float logit in logits)
        {
            if (logit > float.NegativeInfinity)
            {
                return true;
            }
        }

        return false;
    }
}
