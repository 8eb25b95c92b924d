using Tunesmith.Analysis.Originality;
using Tunesmith.Corpus;
using Tunesmith.Encoding;

namespace Tunesmith.Experiments;

/// <summary>Makes an <see cref="OriginalityIndex"/> of the songs of a corpus, by title groups.</summary>
public static class CorpusOriginality
{
    /// <summary>
    /// Indexes the songs as the corpus has heard them, which is how a model of it hears and composes: one hearing, on the corpus's grid.
    /// </summary>
    /// <param name="corpus">The songs.</param>
    /// <param name="cancellation">Stops it between two parts of the work.</param>
    /// <exception cref="CorpusException">There is no song.</exception>
    public static OriginalityIndex IndexOf(SongCorpus corpus, CancellationToken cancellation = default) => OriginalityIndex.Build(
        SongsOf(corpus, [.. corpus.Songs.Select(song => (MelodyNotes[])[MelodyNotes.Of(song.Melody!)])]), threads: 1, cancellation);

    /// <summary>The songs of a corpus with their names and title groups.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="hearings">The hearings of each of its songs.</param>
    /// <exception cref="CorpusException">There is no song.</exception>
    internal static IEnumerable<OriginalitySong> SongsOf(SongCorpus corpus, IReadOnlyList<MelodyNotes[]> hearings)
    {
        int[] groups = new int[corpus.Songs.Count];
        int count = 0;
        foreach (TitleGroup group in TitleGroup.Of(corpus.Sequences()))
        {
            foreach (int song in group.Songs)
            {
                groups[song] = count;
            }

            count++;
        }

        return corpus.Songs.Select((song, number) => new OriginalitySong(song.Name, groups[number], hearings[number]));
    }
}
