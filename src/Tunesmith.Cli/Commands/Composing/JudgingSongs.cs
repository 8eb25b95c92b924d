using Tunesmith.Analysis.Originality;
using Tunesmith.Composing;
using Tunesmith.Corpus;
using Tunesmith.Experiments;
using Tunesmith.Experiments.Choosing;
using Tunesmith.Model;

namespace Tunesmith.Cli.Commands.Composing;

/// <summary>The real songs that composed ones are judged by, heard as the model hears.</summary>
/// <param name="Corpus">The songs; at least one.</param>
internal sealed record JudgingSongs(SongCorpus Corpus)
{
    private readonly Lazy<OriginalityIndex> _index = new(() => CorpusOriginality.Build(Corpus, Corpus.Options.Threads));

    /// <summary>The songs, to compare others with.</summary>
    public OriginalityIndex Index => _index.Value;

    /// <summary>Whether they are what a model has learned from.</summary>
    public bool IsLearned(MelodyModel model) => model.DataFingerprint.Length > 0 && Corpus.Fingerprint() == model.DataFingerprint;

    /// <summary>What was composed shares with them, its bars counted as they stand in the song that is written.</summary>
    /// <param name="song">The song.</param>
    /// <param name="withPrimer">Whether the primer is written in front.</param>
    public OriginalityReport OriginalityOf(Composition song, bool withPrimer) => withPrimer
        ? Index.Judge(song.Melody, song.PrimerSteps)
        : Index.Judge(song.Melody.Skip(song.PrimerSteps));

    /// <summary>What scores songs by them.</summary>
    /// <param name="model">The model that composes.</param>
    /// <param name="threads">How many threads work.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    public DraftJudge JudgeOf(MelodyModel model, int threads, CancellationToken cancellation) =>
        DraftJudge.Create(model, Corpus, Index, threads, cancellation);

    /// <summary>
    /// The songs there are to judge by: the folder named for it, else that of <c>--corpus</c>, else the songbook where the model has
    /// learned from it; null where there are none.
    /// </summary>
    /// <param name="against">The folder named for it; null for none.</param>
    /// <param name="primer">What composing starts from.</param>
    /// <param name="model">The model that composes.</param>
    /// <param name="hearing">How it hears songs.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    public static JudgingSongs? Find(
        string? against, PrimerSong primer, MelodyModel model, CorpusOptions hearing, CancellationToken cancellation)
    {
        if (against is not null)
        {
            SongCorpus named = SongCorpus.Load(against, hearing, cancellationToken: cancellation);
            named.RequireSongs();
            return new JudgingSongs(named);
        }

        if (primer is { Index: not null, Corpus: { } folder })
        {
            return new JudgingSongs(folder);
        }

        if (model.DataFingerprint.Length == 0)
        {
            return null;
        }

        JudgingSongs songbook = new(Songbook.Load(hearing));
        return songbook.Corpus.Songs.Count > 0 && songbook.IsLearned(model) ? songbook : null;
    }
}
