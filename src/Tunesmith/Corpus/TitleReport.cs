using Tunesmith.Encoding;

namespace Tunesmith.Corpus;

/// <summary>Which songs of a corpus are excerpts or copies of one another, and which only sound so.</summary>
/// <param name="Groups">
/// The title groups, which no split divides; <see cref="TitleGroup.Songs"/> are places in <see cref="SongCorpus.Songs"/>.
/// </param>
/// <param name="Twins">
/// Pairs of songs of different groups of which one is the other transposed or re-timed, all or nearly all of it; as few pairs as join all
/// such songs, so that of n songs that are one tune there are n - 1. A split may divide them: give their files one title, or leave one
/// out, to keep them together.
/// </param>
public sealed record TitleReport(IReadOnlyList<TitleGroup> Groups, IReadOnlyList<SongTwin> Twins)
{
    /// <summary>How many different titles there are, those of one group counted each.</summary>
    public int Titles => Groups.Sum(group => group.Titles.Count);

    /// <summary>The groups that join several titles, because songs of them are exact copies.</summary>
    public IEnumerable<TitleGroup> JoinedTitles => Groups.Where(group => group.Titles.Count > 1);

    /// <summary>
    /// The twins that a split divides, one pair or more for each song with a twin on the other side;
    /// <see cref="SongTwin.First"/> is below <see cref="SongTwin.Second"/> whichever is held out.
    /// </summary>
    /// <param name="corpus">The corpus that the report is of.</param>
    /// <param name="split">Which songs are held out.</param>
    public IReadOnlyList<SongTwin> DividedBy(SongCorpus corpus, SongSplit split)
    {
        HashSet<int> heldOut = [.. split.HeldOut];
        return Twins.Count == 0 ? [] : TwinSearch.Among(Lines(corpus), Groups, heldOut.Contains);
    }

    /// <summary>Looks through a corpus.</summary>
    /// <exception cref="CorpusException">There is no song.</exception>
    public static TitleReport Of(SongCorpus corpus)
    {
        IReadOnlyList<TitleGroup> groups = TitleGroup.Of(corpus.Sequences());
        return new TitleReport(groups, TwinSearch.Among(Lines(corpus), groups));
    }

    private static NoteLine[] Lines(SongCorpus corpus) => [.. corpus.Melodies.Select(song => new NoteLine(song))];
}
