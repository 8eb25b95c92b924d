namespace Tunesmith.Model;

/// <summary>
/// The scores of copies: <c>logits[tokens + k] += sum over g of e[evidence[k, g]]</c> for copy k, and the gradient of e. Few numbers are
/// added, one after another in their order, so there is nothing for vectors to do.
/// </summary>
internal static class CopyScores
{
    /// <summary>Adds the scores to logits.</summary>
    /// <param name="scores">e.</param>
    /// <param name="evidence">(rows, copies, any): rows of e; negative means none.</param>
    /// <param name="logits">(rows, padded outputs).</param>
    /// <param name="shape">The network's sizes.</param>
    /// <param name="rows">How many rows there are.</param>
    public static void Add(ReadOnlySpan<float> scores, ReadOnlySpan<int> evidence, Span<float> logits, NetworkShape shape, int rows)
    {
        int perCopy = evidence.Length / (rows * shape.Copies);
        int next = 0;
        for (int row = 0; row < rows; row++)
        {
            foreach (ref float logit in CopiesOf(logits, row, rows, shape))
            {
                foreach (int item in evidence.Slice(next, perCopy))
                {
                    ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(item, shape.EvidenceRows, nameof(evidence));
                    logit += item < 0 ? 0 : scores[item];
                }

                next += perCopy;
            }
        }
    }

    /// <summary>Adds the gradients of logits to those of the scores.</summary>
    /// <param name="logitGradients">(rows, padded outputs).</param>
    /// <param name="evidence">(rows, copies, any): rows of e; negative means none.</param>
    /// <param name="scoreGradients">The gradient of e.</param>
    /// <param name="shape">The network's sizes.</param>
    /// <param name="rows">How many rows there are.</param>
    public static void AddGradient(
        Span<float> logitGradients, ReadOnlySpan<int> evidence, Span<float> scoreGradients, NetworkShape shape, int rows)
    {
        int perCopy = evidence.Length / (rows * shape.Copies);
        int next = 0;
        for (int row = 0; row < rows; row++)
        {
            foreach (float gradient in CopiesOf(logitGradients, row, rows, shape))
            {
                foreach (int item in evidence.Slice(next, perCopy))
                {
                    if (item >= 0)
                    {
                        scoreGradients[item] += gradient;
                    }
                }

                next += perCopy;
            }
        }
    }

    private static Span<float> CopiesOf(Span<float> logits, int row, int rows, NetworkShape shape)
    {
        int stride = logits.Length / rows;
        return logits.Slice((row * stride) + shape.Outputs - shape.Copies, shape.Copies);
    }
}
