using Tunesmith.Encoding;

namespace Tunesmith.Corpus;

/// <summary>Which songs of a corpus are excerpts or copies of one another, and which only sound so.</summary>
/// <param name="Groups">
/// The title groups, which no split divides; <see cref="TitleGroup.Songs"/> are places in <see cref="SongCorpus.Songs"/>.
/// </param>
/// <param name="Twins">
/// Songs of different groups of which one is the other transposed or re-timed, all or nearly all of it. A split may divide them: give
/// their files one title, or leave one out, to keep them together.
/// </param>
public sealed record TitleReport(IReadOnlyList<TitleGroup> Groups, IReadOnlyList<SongTwin> Twins)
{
    /// <summary>The groups that join several titles, because songs of them are exact copies.</summary>
    public IEnumerable<TitleGroup> JoinedTitles => Groups.Where(group => group.Titles.Count > 1);

    /// <summary>Looks through a corpus.</summary>
    /// <exception cref="CorpusException">There is no song.</exception>
    public static TitleReport Of(SongCorpus corpus)
    {
        IReadOnlyList<TitleGroup> groups = TitleGroup.Of(corpus.Sequences());
        NoteLine[] lines = [.. corpus.Songs.Select(song => new NoteLine(song.Melody!))];
        return new TitleReport(groups, TwinSearch.Among(lines, groups));
    }
}
