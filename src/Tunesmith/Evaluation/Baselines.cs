using Tunesmith.Encoding;

namespace Tunesmith.Evaluation;

/// <summary>The baselines that stand beside every model.</summary>
public static class Baselines
{
    /// <summary>The n of the longest n-gram.</summary>
    internal const int LongestOrder = 8;

    /// <summary>Fits all baselines on songs: repeat-last, copy-back, unigram, bigram, 3-gram to 8-gram.</summary>
    /// <param name="songs">Songs to learn from, all of one encoding; at least one, and none of those to be scored.</param>
    /// <exception cref="ArgumentException">There is no song.</exception>
    /// <exception cref="EvaluationException">The songs are not all of one encoding.</exception>
    public static IReadOnlyList<Baseline> Fit(IReadOnlyList<TokenSequence> songs)
    {
        if (songs.Count == 0)
        {
            throw new ArgumentException("Expected at least one song to fit baselines on.", nameof(songs));
        }

        SameEncoding.Require(songs);
        return Fit(songs, songs[0].Encoding);
    }

    /// <summary>The baselines that need no songs: uniform.</summary>
    /// <param name="encoding">What the tokens to be scored mean.</param>
    public static IReadOnlyList<Baseline> Unfitted(MelodyEncoding encoding) => [new UniformBaseline(encoding.TokenCount)];

    /// <summary>Fits all baselines on songs of which is known that they are alike, or on none.</summary>
    /// <param name="songs">Songs to learn from.</param>
    /// <param name="encoding">Their encoding.</param>
    internal static IReadOnlyList<Baseline> Fit(IReadOnlyList<TokenSequence> songs, MelodyEncoding encoding)
    {
        int tokenCount = encoding.TokenCount;
        ContextTree tree = new(songs, LongestOrder - 1);
        return
        [
            RepeatLastBaseline.Fit(songs, tokenCount),
            CopyBackBaseline.Fit(songs, tokenCount),
            .. Enumerable.Range(1, LongestOrder).Select(order => new NGramBaseline(tree, order, tokenCount)),
        ];
    }
}
