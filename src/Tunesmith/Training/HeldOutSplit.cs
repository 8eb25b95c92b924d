using Tunesmith.Compute;
using Tunesmith.Encoding;

namespace Tunesmith.Training;

/// <summary>Holds some titles out of a training, so that it can be judged on songs it has not seen.</summary>
internal static class HeldOutSplit
{
    /// <summary>
    /// Holds out <c>round(share * G)</c> of the G title groups, those that a shuffle by the seed puts first. Where there are two groups or
    /// more and the share is above 0, at least one is held out and at least one learned from; one group alone is learned from. It is a
    /// function of the seed and the songs' titles and tokens.
    /// </summary>
    /// <param name="songs">The songs.</param>
    /// <param name="share">The share of the title groups held out; 0 for none, below 1.</param>
    /// <param name="seed">What fixes the choice.</param>
    public static SongSplit Of(IReadOnlyList<TokenSequence> songs, double share, ulong seed)
    {
        if (share is not (>= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "Expected a share from 0 up to but not 1.");
        }

        TitleGroup[] groups = [.. TitleGroup.Of(songs)];
        if (share == 0 || groups.Length < 2)
        {
            return SongSplit.Of(groups, []);
        }

        TitleGroup[] shuffled = [.. groups];
        new RandomSource(seed, RandomPurpose.HeldOut).Shuffle(shuffled.AsSpan());
        int count = Math.Clamp((int)Math.Round(share * groups.Length), 1, groups.Length - 1);
        return SongSplit.Of(groups, shuffled[..count]);
    }
}
