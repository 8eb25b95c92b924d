using Tunesmith.Evaluation;
using Tunesmith.Model;
using Tunesmith.Training;

namespace Tunesmith.Report;

/// <summary>How a network learned, and how well.</summary>
public sealed record ReportTraining
{
    /// <summary>The recipe.</summary>
    public required Recipe Recipe { get; init; }

    /// <summary>What the model says of its training.</summary>
    public required TrainingSummary Summary { get; init; }

    /// <summary>How many weights were trained.</summary>
    public required long Weights { get; init; }

    /// <summary>The looks at loss and accuracy, by ascending step. Default: none.</summary>
    public IReadOnlyList<TrainingScore> Scores { get; init; } = [];

    /// <summary>The looks at the songs held out, by ascending step. Default: none.</summary>
    public IReadOnlyList<HeldOutLook> HeldOutLooks { get; init; } = [];

    /// <summary>The best baseline on the songs held out; null where none were.</summary>
    public EvaluationRow? Baseline { get; init; }

    /// <summary>Describes a training.</summary>
    /// <param name="recipe">Its recipe.</param>
    /// <param name="result">What came of it.</param>
    /// <param name="baseline">The best baseline on the songs held out; null where none were.</param>
    public static ReportTraining Of(Recipe recipe, TrainingResult result, EvaluationRow? baseline) => new()
    {
        Recipe = recipe,
        Summary = result.Model.Summary,
        Weights = result.Model.Parameters.Shape.ParameterCount,
        Scores = result.Scores,
        HeldOutLooks = result.HeldOutLooks,
        Baseline = baseline,
    };
}
