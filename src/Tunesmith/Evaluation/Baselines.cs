using Tunesmith.Encoding;

namespace Tunesmith.Evaluation;

/// <summary>The baselines that stand beside every model.</summary>
public static class Baselines
{
    /// <summary>The n of the longest n-gram.</summary>
    internal const int LongestOrder = 8;

    /// <summary>Fits all baselines on songs: repeat-last, copy-back, unigram, bigram, 3-gram to 8-gram.</summary>
    /// <param name="songs">Songs to learn from; none of those to be scored.</param>
    /// <param name="tokenCount">V, how many tokens there are.</param>
    public static IReadOnlyList<Baseline> Fit(IReadOnlyList<TokenSequence> songs, int tokenCount)
    {
        ContextTree tree = new(songs, LongestOrder - 1);
        return
        [
            RepeatLastBaseline.Fit(songs, tokenCount),
            CopyBackBaseline.Fit(songs, tokenCount),
            .. Enumerable.Range(1, LongestOrder).Select(order => new NGramBaseline(tree, order, tokenCount)),
        ];
    }

    /// <summary>The baselines that need no songs: uniform.</summary>
    /// <param name="tokenCount">V, how many tokens there are.</param>
    public static IReadOnlyList<Baseline> WithoutFit(int tokenCount) => [new UniformBaseline(tokenCount)];
}
