using Tunesmith.Music;

namespace Tunesmith.Evaluation;

/// <summary><c>p(x) = 1 / V</c>: what is lost by one who knows nothing, <c>ln V</c> a step. It needs no songs.</summary>
/// <param name="tokenCount">V, how many tokens there are.</param>
internal sealed class UniformBaseline(int tokenCount) : Baseline("uniform", tokenCount)
{
    /// <inheritdoc/>
    public override void Predict(ReadOnlySpan<int> past, ReadOnlySpan<BarPosition> positions, Span<double> probabilities) =>
        probabilities.Fill(1.0 / TokenCount);
}
