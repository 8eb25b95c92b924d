using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Evaluation;

/// <summary>Expects the last token again.</summary>
internal sealed class RepeatLastBaseline : CopyBaseline
{
    private RepeatLastBaseline(NGramBaseline unigram, CopyWeight weight)
        : base("repeat-last", unigram, weight)
    {
    }

    /// <summary>Fits it on songs.</summary>
    /// <param name="songs">The songs; every step of each counts.</param>
    /// <param name="tokenCount">V, how many tokens there are.</param>
    public static RepeatLastBaseline Fit(IReadOnlyList<TokenSequence> songs, int tokenCount)
    {
        NGramBaseline unigram = NGramBaseline.Fit(songs, 1, tokenCount);
        return new RepeatLastBaseline(unigram, CopyWeight.Fit(songs, unigram, Last));
    }

    private protected override int? Copied(ReadOnlySpan<int> past, ReadOnlySpan<BarPosition> positions) => Last(past, positions);

    private static int? Last(ReadOnlySpan<int> past, ReadOnlySpan<BarPosition> positions) => past.IsEmpty ? null : past[^1];
}
