using System.Globalization;
using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Evaluation;

/// <summary>
/// Expects the token that stood at the same place of the bar k bars ago, k being whichever of 1, 2, 4 and 8 is the likeliest for the songs
/// it is fitted on. Where there are no k bars of past, or that bar was shorter, there is nothing to copy.
/// </summary>
internal sealed class CopyBackBaseline : CopyBaseline
{
    private static readonly int[] BarsTried = [1, 2, 4, 8];

    private CopyBackBaseline(NGramBaseline unigram, CopyWeight weight, int bars)
        : base("copy-back", unigram, weight)
    {
        Bars = bars;
    }

    /// <summary>k: 1, 2, 4 or 8.</summary>
    public int Bars { get; }

    /// <inheritdoc/>
    public override string Fitted => string.Create(CultureInfo.InvariantCulture, $"{Bars} {(Bars == 1 ? "bar" : "bars")}, {base.Fitted}");

    /// <summary>Fits it on songs.</summary>
    /// <param name="songs">The songs; every step of each counts, also those that have nothing to copy.</param>
    /// <param name="tokenCount">V, how many tokens there are.</param>
    public static CopyBackBaseline Fit(IReadOnlyList<TokenSequence> songs, int tokenCount)
    {
        NGramBaseline unigram = NGramBaseline.Fit(songs, 1, tokenCount);
        return BarsTried
            .Select(bars => (Bars: bars, Weight: CopyWeight.Fit(songs, unigram, (past, positions) => BarsAgo(bars, past, positions))))
            .Select(fit => (fit.Weight.Gain, Baseline: new CopyBackBaseline(unigram, fit.Weight, fit.Bars)))
            .MaxBy(fit => fit.Gain) // the fewest bars, where several are as likely
            .Baseline;
    }

    private protected override int? Copied(ReadOnlySpan<int> past, ReadOnlySpan<BarPosition> positions) => BarsAgo(Bars, past, positions);

    private static int? BarsAgo(int bars, ReadOnlySpan<int> past, ReadOnlySpan<BarPosition> positions)
    {
        int offset = positions[^1].Offset;
        int start = past.Length - offset;
        int end = start;
        for (int bar = 0; bar < bars; bar++)
        {
            if (start <= 0)
            {
                return null;
            }

            end = start;
            start -= positions[start - 1].Offset + 1;
        }

        return start >= 0 && start + offset < end ? past[start + offset] : null;
    }
}
