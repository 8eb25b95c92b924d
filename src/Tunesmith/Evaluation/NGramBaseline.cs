using System.Globalization;
using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Evaluation;

/// <summary>
/// How often each token followed the last n - 1 tokens, interpolated with all shorter contexts by the method of Witten and Bell:
/// <c>p_n(x | context) = (c(context, x) + T(context) p_n-1(x | shorter context)) / (c(context) + T(context))</c>, with c how often the
/// context was followed, by x or at all, T by how many distinct tokens, and <c>p_0(x) = 1 / V</c>.
/// </summary>
/// <remarks>
/// A context that never occurred leaves the prediction to the shorter one; so does the beginning of a song, before which nothing stands.
/// Every probability is above 0. Witten and Bell, "The zero-frequency problem", IEEE Transactions on Information Theory 37(4), 1991,
/// method C, interpolated as in Chen and Goodman, "An empirical study of smoothing techniques for language modeling", 1998.
/// </remarks>
internal sealed class NGramBaseline : Baseline
{
    private readonly ContextTree _tree;
    private readonly int _order;

    /// <summary>Takes the counts of songs.</summary>
    /// <param name="tree">The counts, with contexts of n - 1 tokens at the least.</param>
    /// <param name="order">n, 1 or more: 1 looks at no past token, 2 at one.</param>
    /// <param name="tokenCount">V, how many tokens there are.</param>
    internal NGramBaseline(ContextTree tree, int order, int tokenCount)
        : base(NameOf(order), tokenCount)
    {
        _tree = tree;
        _order = order;
    }

    /// <summary>Fits it on songs.</summary>
    /// <param name="songs">The songs; every step of each is counted.</param>
    /// <param name="order">n, 1 or more.</param>
    /// <param name="tokenCount">V, how many tokens there are.</param>
    public static NGramBaseline Fit(IReadOnlyList<TokenSequence> songs, int order, int tokenCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        return new NGramBaseline(new ContextTree(songs, order - 1), order, tokenCount);
    }

    /// <inheritdoc/>
    public override void Predict(ReadOnlySpan<int> past, ReadOnlySpan<BarPosition> positions, Span<double> probabilities)
    {
        probabilities.Fill(1.0 / TokenCount);
        int node = 0;
        _tree.Mix(node, probabilities);
        for (int length = 1; length < _order && length <= past.Length; length++)
        {
            node = _tree.Longer(node, past[^length]);
            if (node < 0)
            {
                return;
            }

            _tree.Mix(node, probabilities);
        }
    }

    private static string NameOf(int order) => order switch
    {
        1 => "unigram",
        2 => "bigram",
        _ => string.Create(CultureInfo.InvariantCulture, $"{order}-gram"),
    };
}
