using System.Globalization;
using Tunesmith.Compute;
using Tunesmith.Encoding;

namespace Tunesmith.Evaluation;

/// <summary>Cross-validation: every title group is held out once, and never with a song of it among those learned from.</summary>
internal static class Folds
{
    /// <summary>
    /// Group i of the title groups in ordinal order is held out in fold <c>i mod count</c>. A seed shuffles the groups first. It is a
    /// function of the seed and the songs' titles and tokens.
    /// </summary>
    /// <param name="songs">The songs.</param>
    /// <param name="count">How many folds; 2 or more.</param>
    /// <param name="seed">What fixes the shuffle; null for the ordinal order.</param>
    /// <exception cref="EvaluationException">There are fewer title groups than folds.</exception>
    public static IReadOnlyList<SongSplit> Of(IReadOnlyList<TokenSequence> songs, int count, ulong? seed = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        TitleGroup[] groups = [.. TitleGroup.Of(songs)];
        if (groups.Length < count)
        {
            throw new EvaluationException(string.Create(
                CultureInfo.InvariantCulture, $"{count} folds need songs of at least {count} titles, found {groups.Length}: ")
                + (groups.Length < 2 ? "add songs" : "use fewer folds or add songs"));
        }

        if (seed is { } given)
        {
            new RandomSource(given, RandomPurpose.Folds).Shuffle(groups.AsSpan());
        }

        return [.. Enumerable.Range(0, count).Select(fold =>
            SongSplit.Of(groups, [.. groups.Where((_, index) => index % count == fold)]))];
    }
}
