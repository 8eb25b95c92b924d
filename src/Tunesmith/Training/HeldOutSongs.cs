using Tunesmith.Encoding;
using Tunesmith.Evaluation;
using Tunesmith.Model;

namespace Tunesmith.Training;

/// <summary>
/// The songs held out of a training: scores the network on them, keeps the weights that did best, and counts the looks since.
/// </summary>
internal sealed class HeldOutSongs
{
    private readonly ModelDefinition _definition;
    private readonly IReadOnlyList<TokenSequence> _songs;
    private readonly ScoringOptions _scoring;

    /// <summary>Begins without a look, or takes up where a checkpoint stands.</summary>
    /// <param name="definition">What the network means.</param>
    /// <param name="songs">The songs; may be none.</param>
    /// <param name="threads">How many threads score them.</param>
    /// <param name="from">The checkpoint to go on from; or null.</param>
    public HeldOutSongs(ModelDefinition definition, IReadOnlyList<TokenSequence> songs, int threads, TrainingCheckpoint? from)
    {
        _definition = definition;
        _scoring = new ScoringOptions { From = 1, Threads = threads }.For(definition);
        _songs = songs;
        Best = from?.State.Best;
        BestWeights = from?.BestWeights;
        LooksSinceBest = from?.State.LooksSinceBest ?? 0;
    }

    /// <summary>Whether there are any.</summary>
    public bool Any => _songs.Count > 0;

    /// <summary>The look with the lowest loss, the first where several are; null before the first.</summary>
    public HeldOutLook? Best { get; private set; }

    /// <summary>The weights at that look.</summary>
    public Parameters? BestWeights { get; private set; }

    /// <summary>How many looks have been remembered since.</summary>
    public int LooksSinceBest { get; private set; }

    /// <summary>What the summary of a model says of them.</summary>
    /// <param name="look">The look at the model's own weights; null where there was none.</param>
    public HeldOutSummary? Summary(HeldOutLook? look) => !Any ? null : new HeldOutSummary
    {
        Songs = _songs.Count,
        SongSteps = _songs.Sum(song => (long)song.Length),
        Step = look?.Step,
        Loss = look?.Loss,
        Accuracy = look?.Accuracy,
        MoveAccuracy = look?.MoveAccuracy,
    };

    /// <summary>Scores weights on the songs; null where nothing in them can be scored.</summary>
    /// <param name="weights">The weights; finite.</param>
    /// <param name="step">The step just taken, counted from 0.</param>
    public HeldOutLook? Look(Parameters weights, int step)
    {
        HeldOutScore score = HeldOutScorer.Score(new ModelPredictor(new MelodyModel(_definition, weights)), _songs, _scoring);
        return score.NatsPerStep is { } loss ? new HeldOutLook(step, loss, score.Accuracy!.Value, score.MoveAccuracy) : null;
    }

    /// <summary>Remembers a look, and the weights where it is the best.</summary>
    public void Remember(HeldOutLook look, Parameters weights)
    {
        if (look.Loss < (Best?.Loss ?? double.PositiveInfinity))
        {
            Best = look;
            BestWeights = weights.Clone();
            LooksSinceBest = 0;
        }
        else
        {
            LooksSinceBest++;
        }
    }
}
