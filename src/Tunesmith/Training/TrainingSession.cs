using Tunesmith.Encoding;
using Tunesmith.Model;

namespace Tunesmith.Training;

/// <summary>
/// A training from its first step, or from a checkpoint, to its end: when it is looked at, when it stops, and which weights the model has.
/// </summary>
internal sealed class TrainingSession : IDisposable
{
    /// <summary>How many of the last looks at the training its summary is the mean of.</summary>
    public const int SummaryScores = 5;

    private readonly Recipe _recipe;
    private readonly TrainingOptions _options;
    private readonly SongSplit _split;
    private readonly IReadOnlyList<TokenSequence> _learned;
    private readonly TrainingRun _run;
    private readonly HeldOutSongs _heldOut;
    private readonly string _startedFrom;
    private readonly Queue<TrainingScore> _lastScores;
    private readonly List<TrainingScore> _scores = [];
    private readonly List<HeldOutLook> _looks = [];

    /// <summary>Splits the songs, and draws the first weights or takes up where a checkpoint stands.</summary>
    /// <param name="recipe">All choices; they make sense.</param>
    /// <param name="songs">The songs; none shorter than the recipe allows.</param>
    /// <param name="options">What is given beside the recipe.</param>
    /// <param name="startedFrom">The fingerprint of the model to fine-tune; empty where there is none.</param>
    public TrainingSession(Recipe recipe, IReadOnlyList<TokenSequence> songs, TrainingOptions options, string startedFrom)
    {
        _recipe = recipe;
        _options = options;
        _startedFrom = startedFrom;
        _split = recipe.SplitOf(songs);
        _learned = _split.TrainingOf(songs);
        _heldOut = new HeldOutSongs(recipe.Definition, _split.HeldOutOf(songs), options.Threads, options.ResumeFrom);
        _run = new TrainingRun(recipe, _learned, options.Threads, options.ResumeFrom, options.StartFrom?.Parameters);
        _lastScores = new Queue<TrainingScore>(options.ResumeFrom?.State.Scores ?? []);
    }

    /// <summary>Trains to the end.</summary>
    /// <exception cref="TrainingException">The training ran away.</exception>
    /// <exception cref="OperationCanceledException">The training was stopped.</exception>
    public TrainingResult Run(IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        int firstStep = _run.Step;
        long start = _options.Time.GetTimestamp();
        LookBeforeFirstStep();
        while (!IsOver)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                SaveCheckpoint();
                cancellationToken.ThrowIfCancellationRequested();
            }

            _run.Advance();
            TrainingScore? score = LookWhereDue();
            HeldOutLook? look = LookAtHeldOutWhereDue();
            progress?.Report(
                new TrainingProgress(_run.Step - 1, _recipe.Steps, score, _options.Time.GetElapsedTime(start), firstStep, look));
            HandOutModelWhereDue();
            if (_options.CheckpointEvery > 0 && (_run.Step % _options.CheckpointEvery == 0 || IsOver))
            {
                SaveCheckpoint();
            }
        }

        _run.CheckWeights();
        return new TrainingResult(FinalModel(), _scores, _run.Step - firstStep, _options.Time.GetElapsedTime(start), _looks, _split);
    }

    /// <inheritdoc/>
    public void Dispose() => _run.Dispose();

    private bool IsOver => _run.Step >= _recipe.Steps || StoppedBy is not null;

    /// <summary>What ends the training here, whether or not its steps are over.</summary>
    private TrainingStop? StoppedBy
    {
        get
        {
            bool isInBand = _lastScores.Count == SummaryScores && _recipe.ReachAccuracy?.Contains(MeanAccuracy!.Value) == true;
            int patience = _recipe.Validation.Patience;
            return isInBand ? TrainingStop.Accuracy : patience > 0 && _heldOut.LooksSinceBest >= patience ? TrainingStop.Patience : null;
        }
    }

    private double? MeanAccuracy => _lastScores.Count == 0 ? null : _lastScores.Average(score => score.Accuracy);

    /// <summary>Looks at the songs held out with the weights of the model that is fine-tuned: no others are kept that do worse.</summary>
    private void LookBeforeFirstStep()
    {
        if (_options.StartFrom is not null && _run.Step == 0 && _heldOut.Any && _heldOut.Look(_run.Parameters, -1) is { } look)
        {
            _looks.Add(look);
            _heldOut.Remember(look, _run.Parameters);
        }
    }

    private TrainingScore? LookWhereDue()
    {
        int step = _run.Step - 1;
        if (step > 1 && step % _recipe.DisplayEvery != 0)
        {
            return null;
        }

        TrainingScore score = _run.Look();
        _scores.Add(score);
        _lastScores.Enqueue(score);
        if (_lastScores.Count > SummaryScores)
        {
            _lastScores.Dequeue();
        }

        return score;
    }

    /// <summary>
    /// Looks at the songs held out. A look that is due only because the steps are over is not remembered: in a longer training it would not
    /// have been, and a checkpoint at this step can be gone on from to the model of that one.
    /// </summary>
    private HeldOutLook? LookAtHeldOutWhereDue()
    {
        bool isDue = _run.Step % _recipe.Validation.Every == 0;
        if (!_heldOut.Any || !(isDue || IsOver))
        {
            return null;
        }

        _run.CheckWeights();
        HeldOutLook? look = _heldOut.Look(_run.Parameters, _run.Step - 1);
        if (look is { } seen)
        {
            _looks.Add(seen);
            if (isDue)
            {
                _heldOut.Remember(seen, _run.Parameters);
            }
        }

        return look;
    }

    private void HandOutModelWhereDue()
    {
        if (_options is { ModelEvery: > 0, ReceiveModel: { } receive } && _run.Step % _options.ModelEvery == 0)
        {
            _run.CheckWeights();
            receive(Model(_run.Parameters, null, null));
        }
    }

    private void SaveCheckpoint()
    {
        if (_run.Step > 0 && _options.SaveCheckpoint is { } save)
        {
            _run.CheckWeights();
            save(_run.Checkpoint(Model(_run.Parameters, null, null), [.. _lastScores], _heldOut));
        }
    }

    /// <summary>
    /// The model with the weights that did best on the songs held out; with the last weights where it was their accuracy that counted.
    /// </summary>
    private MelodyModel FinalModel()
    {
        if (!_heldOut.Any || (_run.Step == 0 && _heldOut.Best is null))
        {
            return Model(_run.Parameters, null, StoppedBy);
        }

        int step = _run.Step - 1;
        HeldOutLook? last = _looks.Count > 0 && _looks[^1].Step == step ? _looks[^1] : _heldOut.Look(_run.Parameters, step);
        bool isLastBest = _heldOut.Best is not { } best || last?.Loss < best.Loss;
        return isLastBest || StoppedBy == TrainingStop.Accuracy
            ? Model(_run.Parameters, last, StoppedBy)
            : Model(_heldOut.BestWeights!, _heldOut.Best, StoppedBy);
    }

    private MelodyModel Model(Parameters weights, HeldOutLook? look, TrainingStop? stoppedBy) => new(_recipe.Definition, weights.Clone())
    {
        RecipeJson = _recipe.ToJson(),
        DataFingerprint = _options.DataFingerprint,
        StartedFrom = _startedFrom,
        Summary = new TrainingSummary
        {
            Steps = _run.Step,
            Loss = _lastScores.Count == 0 ? null : _lastScores.Average(score => score.Loss),
            Accuracy = MeanAccuracy,
            Songs = _learned.Count,
            SongSteps = _learned.Sum(song => (long)song.Length),
            HeldOut = _heldOut.Summary(look),
            StoppedBy = stoppedBy,
        },
    };
}
