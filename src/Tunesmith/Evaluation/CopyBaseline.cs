using System.Globalization;
using Tunesmith.Music;

namespace Tunesmith.Evaluation;

/// <summary>
/// A baseline that expects one token of the past again: <c>p(x) = lambda [x = copied] + (1 - lambda) u(x)</c>, u the unigram; where there
/// is nothing to copy, <c>p(x) = u(x)</c>. Lambda is the likeliest for the songs it is fitted on; see <see cref="CopyWeight"/>.
/// </summary>
internal abstract class CopyBaseline : Baseline
{
    private readonly NGramBaseline _unigram;
    private readonly CopyWeight _weight;

    private protected CopyBaseline(string name, NGramBaseline unigram, CopyWeight weight)
        : base(name, unigram.TokenCount)
    {
        _unigram = unigram;
        _weight = weight;
    }

    /// <summary>The weight of the copied token, 0 up to but not 1.</summary>
    public double Lambda => _weight.Lambda;

    /// <inheritdoc/>
    public override string Fitted => string.Create(CultureInfo.InvariantCulture, $"lambda {Lambda:0.000}");

    /// <inheritdoc/>
    public sealed override void Predict(ReadOnlySpan<int> past, ReadOnlySpan<BarPosition> positions, Span<double> probabilities)
    {
        _unigram.Predict(past, positions, probabilities);
        if (Copied(past, positions) is not { } copied)
        {
            return;
        }

        foreach (ref double probability in probabilities)
        {
            probability *= 1 - Lambda;
        }

        probabilities[copied] += Lambda;
    }

    /// <summary>The token that is expected again, or null where there is none.</summary>
    private protected abstract int? Copied(ReadOnlySpan<int> past, ReadOnlySpan<BarPosition> positions);
}
