using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Evaluation;
using Tunesmith.Model;
using Tunesmith.Training;

namespace Tunesmith.Experiments;

/// <summary>A model before and after it was fine-tuned, on the songs that it learned then and on those that it came from.</summary>
public static class FineTuning
{
    /// <summary>
    /// The songs to see by what a model has kept of what it knew: those titles that its training held out, where the songs are the very
    /// ones of that training and its recipe tells which they were; otherwise all.
    /// </summary>
    /// <param name="model">The model before it was fine-tuned.</param>
    /// <param name="corpus">The songs that it is said to come from, in its encoding; at least one.</param>
    public static JudgedSet SongsToKeep(MelodyModel model, SongCorpus corpus)
    {
        IReadOnlyList<TokenSequence> songs = corpus.Sequences();
        if (model.DataFingerprint != corpus.Fingerprint())
        {
            return new JudgedSet(songs, JudgedSongs.Others);
        }

        IReadOnlyList<TokenSequence> heldOut = Recipe.Of(model)?.SplitOf(songs).HeldOutOf(songs) ?? [];
        return heldOut.Count > 0 ? new JudgedSet(heldOut, JudgedSongs.HeldOut) : new JudgedSet(songs, JudgedSongs.Learned);
    }

    /// <summary>Scores both models on every step of the songs but each one's first, as trainings score titles held out.</summary>
    /// <param name="before">The model that was fine-tuned.</param>
    /// <param name="after">What came of it; of the same definition.</param>
    /// <param name="songs">The songs, in the models' encoding.</param>
    /// <param name="which">What the songs are to them.</param>
    /// <param name="threads">How many threads score; 1 or more, null for all processors. The scores do not depend on it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The scores; null where no song has a step to score.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static FineTuningScore? Score(
        MelodyModel before,
        MelodyModel after,
        IReadOnlyList<TokenSequence> songs,
        JudgedSongs which,
        int? threads = null,
        CancellationToken cancellationToken = default)
    {
        ScoringOptions options = new ScoringOptions { From = 1, Threads = threads ?? Environment.ProcessorCount }.For(after.Definition);
        HeldOutScore first = ScoreOf(before);
        return first.Steps == 0 ? null : new FineTuningScore(which, songs.Count, first, ScoreOf(after));

        HeldOutScore ScoreOf(MelodyModel model) => HeldOutScorer.Score(new ModelPredictor(model), songs, options, cancellationToken);
    }
}
