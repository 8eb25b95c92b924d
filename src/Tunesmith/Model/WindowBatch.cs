namespace Tunesmith.Model;

/// <summary>
/// Windows to train on or to score together: for each step the active rows of the input table, and for each scored step a target
/// with its weight. A network sees nothing else of a song. All arrays run over steps first, then over windows, so that the windows
/// of one step stand side by side.
/// </summary>
internal sealed class WindowBatch
{
    /// <summary>
    /// Makes a batch without rows, outcomes and weight: fill <see cref="Rows"/>, <see cref="Outcomes"/> and <see cref="Weights"/>.
    /// </summary>
    /// <param name="windows">B, how many windows; 1 or more.</param>
    /// <param name="steps">T, the steps of each; 1 or more.</param>
    /// <param name="rowsPerStep">How many rows a step may have active; 1 or more.</param>
    /// <param name="scoreFrom">The first scored step, 0 to T - 1; every later one is scored too.</param>
    /// <param name="outcomesPerTarget">The most outcomes a target may have; 1 or more.</param>
    /// <param name="optionalOutcomes">How many of the network's outcomes, the last, may be missing; 0 or more.</param>
    /// <param name="evidencePerOutcome">How many rows of evidence an optional outcome has; 0 or more.</param>
    public WindowBatch(
        int windows,
        int steps,
        int rowsPerStep,
        int scoreFrom,
        int outcomesPerTarget = 1,
        int optionalOutcomes = 0,
        int evidencePerOutcome = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(windows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(rowsPerStep, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(scoreFrom);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(scoreFrom, steps);
        ArgumentOutOfRangeException.ThrowIfLessThan(outcomesPerTarget, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(optionalOutcomes);
        ArgumentOutOfRangeException.ThrowIfNegative(evidencePerOutcome);
        Windows = windows;
        Steps = steps;
        RowsPerStep = rowsPerStep;
        ScoreFrom = scoreFrom;
        OutcomesPerTarget = outcomesPerTarget;
        OptionalOutcomes = optionalOutcomes;
        EvidencePerOutcome = evidencePerOutcome;
        Rows = new int[checked(steps * windows * rowsPerStep)];
        Outcomes = new int[checked((steps - scoreFrom) * windows * outcomesPerTarget)];
        PointsTo = new int[checked((steps - scoreFrom) * windows * optionalOutcomes)];
        Evidence = new int[checked(PointsTo.Length * evidencePerOutcome)];
        Weights = new float[(steps - scoreFrom) * windows];
        Array.Fill(Rows, -1);
        Array.Fill(Outcomes, -1);
        Array.Fill(PointsTo, -1);
        Array.Fill(Evidence, -1);
    }

    /// <summary>B, how many windows.</summary>
    public int Windows { get; }

    /// <summary>T, the steps of each window.</summary>
    public int Steps { get; }

    /// <summary>How many rows a step may have active.</summary>
    public int RowsPerStep { get; }

    /// <summary>The first scored step.</summary>
    public int ScoreFrom { get; }

    /// <summary>The most outcomes a target may have.</summary>
    public int OutcomesPerTarget { get; }

    /// <summary>
    /// How many of the network's outcomes, the last, are optional: each points to a token, one of the other outcomes, to which its
    /// probability is added, or is missing.
    /// </summary>
    public int OptionalOutcomes { get; }

    /// <summary>How many rows of evidence an optional outcome has.</summary>
    public int EvidencePerOutcome { get; }

    /// <summary>(T, B, rowsPerStep): row numbers, -1 for none.</summary>
    public int[] Rows { get; }

    /// <summary>
    /// What every active row is multiplied by; 1 by default. Where a share of the rows has been dropped for training, one over the share
    /// that stayed.
    /// </summary>
    public float RowScale { get; set; } = 1;

    /// <summary>
    /// Which share of the top layer's outputs is set to 0 on the way to the logits while gradients are computed, and only then; 0 up to
    /// but not 1, rounded to 1/65536. What stays is divided by the share that stays. 0 by default.
    /// </summary>
    public float OutputDropout { get; set; }

    /// <summary>What chooses the outputs that are set to 0: another number each step of a training.</summary>
    public ulong DropoutSeed { get; set; }

    /// <summary>
    /// (T - scoreFrom, B, outcomesPerTarget): the outcomes whose probabilities add up to that of the target, without repetition, -1
    /// for none. A target of no outcomes, or of missing ones only, costs nothing, and counts with its weight in the mean.
    /// </summary>
    public int[] Outcomes { get; }

    /// <summary>(T - scoreFrom, B, optionalOutcomes): the token to which each optional outcome points, -1 where it is missing.</summary>
    public int[] PointsTo { get; }

    /// <summary>
    /// (T - scoreFrom, B, optionalOutcomes, evidencePerOutcome): the rows of the table of scores that are added to each optional outcome's
    /// logit, -1 for none.
    /// </summary>
    public int[] Evidence { get; }

    /// <summary>(T - scoreFrom, B): how much each target counts; 0 or more.</summary>
    public float[] Weights { get; }

    /// <summary>The rows of one window at one step, to be changed.</summary>
    public Span<int> RowsOf(int step, int window) => Rows.AsSpan(((step * Windows) + window) * RowsPerStep, RowsPerStep);

    /// <summary>The target of one window at one scored step, to be changed.</summary>
    public BatchTarget TargetOf(int step, int window) => new(this, ((step - ScoreFrom) * Windows) + window);

    /// <summary>Leaves one step of a window without rows, outcomes and weight.</summary>
    public void Clear(int step, int window)
    {
        RowsOf(step, window).Fill(-1);
        if (step >= ScoreFrom)
        {
            BatchTarget target = TargetOf(step, window);
            target.Outcomes.Fill(-1);
            target.PointsTo.Fill(-1);
            target.Evidence.Fill(-1);
            target.Weight = 0;
        }
    }

    /// <summary>The rows of some windows at one step.</summary>
    public ReadOnlySpan<int> RowsAt(int step, int firstWindow, int count) =>
        Rows.AsSpan(((step * Windows) + firstWindow) * RowsPerStep, count * RowsPerStep);

    /// <summary>The outcomes of some windows at one scored step.</summary>
    public ReadOnlySpan<int> OutcomesAt(int step, int firstWindow, int count) =>
        Outcomes.AsSpan((((step - ScoreFrom) * Windows) + firstWindow) * OutcomesPerTarget, count * OutcomesPerTarget);

    /// <summary>To what the optional outcomes of some windows point at one scored step.</summary>
    public ReadOnlySpan<int> PointsToAt(int step, int firstWindow, int count) =>
        PointsTo.AsSpan((((step - ScoreFrom) * Windows) + firstWindow) * OptionalOutcomes, count * OptionalOutcomes);

    /// <summary>The evidence of some windows at one scored step.</summary>
    public ReadOnlySpan<int> EvidenceAt(int step, int firstWindow, int count)
    {
        int perWindow = OptionalOutcomes * EvidencePerOutcome;
        return Evidence.AsSpan((((step - ScoreFrom) * Windows) + firstWindow) * perWindow, count * perWindow);
    }

    /// <summary>The weights of some windows at one scored step.</summary>
    public ReadOnlySpan<float> WeightsAt(int step, int firstWindow, int count) =>
        Weights.AsSpan(((step - ScoreFrom) * Windows) + firstWindow, count);
}

/// <summary>The target of one window at one scored step.</summary>
/// <param name="batch">The batch.</param>
/// <param name="index">Which of its targets, counted over steps first, then over windows.</param>
internal readonly ref struct BatchTarget(WindowBatch batch, int index)
{
    /// <summary>The outcomes whose probabilities add up to that of the target; see <see cref="WindowBatch.Outcomes"/>.</summary>
    public Span<int> Outcomes => batch.Outcomes.AsSpan(index * batch.OutcomesPerTarget, batch.OutcomesPerTarget);

    /// <summary>The token to which each optional outcome points.</summary>
    public Span<int> PointsTo => batch.PointsTo.AsSpan(index * batch.OptionalOutcomes, batch.OptionalOutcomes);

    /// <summary>Each optional outcome's rows of evidence.</summary>
    public Span<int> Evidence
    {
        get
        {
            int length = batch.OptionalOutcomes * batch.EvidencePerOutcome;
            return batch.Evidence.AsSpan(index * length, length);
        }
    }

    /// <summary>How much the target counts.</summary>
    public float Weight
    {
        get => batch.Weights[index];
        set => batch.Weights[index] = value;
    }
}
