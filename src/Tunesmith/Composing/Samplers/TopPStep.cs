using Tunesmith.Compute;

namespace Tunesmith.Composing.Samplers;

/// <summary>
/// <c>logits[k] = -infinity</c> but for the nucleus: the fewest outcomes, the likeliest first, whose probabilities
/// <c>softmax(logits)</c> add up to P or more. Of outcomes that are equally likely the lower comes first. The likeliest always stays, and
/// with P = 1 all do.
/// </summary>
/// <remarks>Holtzman, Buys, Du, Forbes and Choi, The Curious Case of Neural Text Degeneration, ICLR 2020.</remarks>
public sealed class TopPStep : ISamplerStep
{
    /// <summary>Makes the step.</summary>
    /// <param name="share">P; above 0, at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public TopPStep(double share)
    {
        if (!(share is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "Expected a share above 0 and at most 1.");
        }

        Share = share;
    }

    /// <summary>P: the share of probability that the nucleus has at the least; above 0, at most 1.</summary>
    public double Share { get; }

    /// <inheritdoc/>
    public void Apply(Span<float> logits)
    {
        Ranking ranking = new(logits, stackalloc ulong[logits.Length]);
        if (Share == 1 || ranking.Count == 0)
        {
            return;
        }

        Span<float> weights = stackalloc float[ranking.Count];
        float largest = logits[ranking[0]];
        double total = 0;
        for (int rank = 0; rank < weights.Length; rank++)
        {
            weights[rank] = Functions.Exp(logits[ranking[rank]] - largest);
            total += weights[rank];
        }

        double nucleus = 0;
        int kept = 0;
        while (kept < weights.Length && nucleus < Share * total)
        {
            nucleus += weights[kept++];
        }

        ranking.RuleOutFrom(kept, logits);
    }
}
