namespace Tunesmith.Evaluation;

/// <summary>Baselines, recipes and models side by side, scored on the same steps.</summary>
/// <param name="Folds">How many folds the songs were held out in; 1 where they are simply other songs.</param>
/// <param name="ScoredSteps">How many steps each row was scored on.</param>
/// <param name="Rows">The rows, baselines first.</param>
public sealed record EvaluationReport(int Folds, long ScoredSteps, IReadOnlyList<EvaluationRow> Rows)
{
    /// <summary>The baseline of the fewest nats per step, the first where several are; null where none has a scored step.</summary>
    public EvaluationRow? BestBaseline => Rows
        .Where(row => row.Kind == EvaluationKind.Baseline && row.Score.NatsPerStep is not null)
        .MinBy(row => row.Score.NatsPerStep);
}

/// <summary>One line of a report.</summary>
/// <param name="Name">What was scored.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Score">Its score on all folds together.</param>
/// <param name="Seconds">
/// How long fitting or training and scoring took, in seconds, all folds together; baselines share the time of their fit.
/// </param>
/// <param name="Parameters">How many weights were trained; null for baselines, which count.</param>
/// <param name="PerFold">Its score on each fold, in order.</param>
public sealed record EvaluationRow(
    string Name, EvaluationKind Kind, HeldOutScore Score, double Seconds, long? Parameters, IReadOnlyList<HeldOutScore> PerFold);

/// <summary>What a line of a report is about.</summary>
public enum EvaluationKind
{
    /// <summary>A simple predictor that counts.</summary>
    Baseline,

    /// <summary>A recipe, trained anew for each fold.</summary>
    Recipe,

    /// <summary>A model that was trained before.</summary>
    Model,
}
