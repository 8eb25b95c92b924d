using Tunesmith.Encoding;

namespace Tunesmith.Corpus;

/// <summary>What two corpora have in common: a model that learned from one is not judged fairly on such songs of the other.</summary>
/// <param name="Titles">
/// The titles of songs of the second corpus that stand in the first too, under the same title or as exact copies; in ordinal order.
/// </param>
/// <param name="Twins">
/// Songs of other titles of which one is the other transposed or re-timed, as few pairs as hold all such songs;
/// <see cref="SongTwin.First"/> is a place among the songs of the first corpus, <see cref="SongTwin.Second"/> among those of the second.
/// </param>
public sealed record CorpusOverlap(IReadOnlyList<string> Titles, IReadOnlyList<SongTwin> Twins)
{
    /// <summary>Compares two corpora of one encoding.</summary>
    /// <exception cref="CorpusException">One of them has no song.</exception>
    public static CorpusOverlap Of(SongCorpus first, SongCorpus second)
    {
        int before = first.Songs.Count;
        IReadOnlyList<TokenSequence> songs = [.. first.Sequences(), .. second.Sequences()];
        IReadOnlyList<TitleGroup> groups = TitleGroup.Of(songs);
        IEnumerable<TitleGroup> known = groups.Where(group => group.Songs[0] < before);
        IEnumerable<int> seen = known.SelectMany(group => group.Songs).Where(song => song >= before);
        string[] titles = [.. seen.Select(song => songs[song].TitleGroup).Distinct().Order(StringComparer.Ordinal)];
        NoteLine[] lines = [.. first.Melodies.Concat(second.Melodies).Select(song => new NoteLine(song))];
        SongTwin[] twins = [.. TwinSearch.Among(lines, groups, song => song < before)
            .Select(twin => twin with { Second = twin.Second - before })];
        return new CorpusOverlap(titles, twins);
    }
}
