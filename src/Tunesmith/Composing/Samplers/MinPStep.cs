using Tunesmith.Compute;

namespace Tunesmith.Composing.Samplers;

/// <summary>
/// <c>logits[k] = -infinity</c> where <c>p[k] &lt; P * max(p)</c> with <c>p = softmax(logits)</c>, that is where
/// <c>logits[k] - max(logits) &lt; ln(P)</c>: the surer the network is, the less of the unlikely stays. The likeliest always stays, with
/// those that are as likely; with P = 0 all do.
/// </summary>
/// <remarks>Nguyen and others, Turning Up the Heat: Min-p Sampling for Creative and Coherent LLM Outputs, ICLR 2025.</remarks>
public sealed class MinPStep : ISamplerStep
{
    private readonly double _logarithm;

    /// <summary>Makes the step.</summary>
    /// <param name="share">P; 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public MinPStep(double share)
    {
        if (!(share is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "Expected a share from 0 to 1.");
        }

        Share = share;
        _logarithm = share == 0 ? double.NegativeInfinity : share == 1 ? 0 : Functions.Log(share);
    }

    /// <summary>P: the share of the likeliest outcome's probability that an outcome needs to stay; 0 to 1.</summary>
    public double Share { get; }

    /// <inheritdoc/>
    public void Apply(Span<float> logits)
    {
        double largest = logits[Softmax.Likeliest(logits)];
        foreach (ref float logit in logits)
        {
            logit = logit - largest < _logarithm ? float.NegativeInfinity : logit;
        }
    }
}
