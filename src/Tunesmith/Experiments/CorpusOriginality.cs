using Tunesmith.Analysis.Originality;
using Tunesmith.Corpus;
using Tunesmith.Encoding;

namespace Tunesmith.Experiments;

/// <summary>
/// Makes an <see cref="OriginalityIndex"/> of the songs of a corpus. Songs of one title are one group, and so are twins
/// (<see cref="TitleReport.Twins"/>), one tune under several names: what they have in common they do not have by accident.
/// </summary>
public static class CorpusOriginality
{
    /// <summary>
    /// Indexes the songs as the corpus has heard them, which is how a model of it hears and composes: one hearing, on the corpus's grid.
    /// </summary>
    /// <param name="corpus">The songs.</param>
    /// <param name="threads">
    /// How many hearings are indexed at a time, as <see cref="OriginalityIndex.Build"/> takes it; a corpus has one, for one thread.
    /// </param>
    /// <param name="cancellationToken">Stops it between two parts of the work.</param>
    /// <exception cref="CorpusException">There is no song.</exception>
    public static OriginalityIndex Build(SongCorpus corpus, int? threads = null, CancellationToken cancellationToken = default) =>
        OriginalityIndex.Build(SongsOf(corpus, AsHeard(corpus)), threads, cancellationToken);

    /// <summary>The one hearing of each song that the corpus has.</summary>
    internal static MelodyNotes[][] AsHeard(SongCorpus corpus) =>
        [.. corpus.Songs.Select(song => (MelodyNotes[])[MelodyNotes.Of(song.Melody!)])];

    /// <summary>The songs of a corpus with their names and groups.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="hearings">The hearings of each of its songs.</param>
    /// <exception cref="CorpusException">There is no song.</exception>
    internal static IEnumerable<OriginalitySong> SongsOf(SongCorpus corpus, IReadOnlyList<MelodyNotes[]> hearings)
    {
        TitleReport titles = TitleReport.Of(corpus);
        DisjointSets groups = new(corpus.Songs.Count);
        foreach (TitleGroup group in titles.Groups)
        {
            foreach (int song in group.Songs)
            {
                groups.Join(group.Songs[0], song);
            }
        }

        foreach (SongTwin twin in titles.Twins)
        {
            groups.Join(twin.First, twin.Second);
        }

        return corpus.Songs.Select((song, number) => new OriginalitySong(song.Name, groups.LeaderOf(number), hearings[number]));
    }
}
