using System.Text.Json.Serialization;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Evaluation;

namespace Tunesmith.Cli.Commands.Evaluating;

/// <summary>What <c>tunesmith compare</c> and <c>tunesmith evaluate</c> report.</summary>
/// <param name="Folds">How many folds the songs were held out in; 1 for songs that are simply others.</param>
/// <param name="ScoredSteps">How many steps each row was scored on.</param>
/// <param name="Rows">Baselines, then recipes or the model.</param>
/// <param name="BestBaseline">The name of the baseline with the fewest nats per step; null where none has a scored step.</param>
/// <param name="Titles">The titles that each fold holds out; absent where there are no folds.</param>
/// <param name="Remarks">What makes the numbers less certain, each in a sentence or two.</param>
internal sealed record EvaluationDocument(
    int Folds,
    long ScoredSteps,
    IReadOnlyList<EvaluationRowDocument> Rows,
    string? BestBaseline,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<IReadOnlyList<string>>? Titles,
    IReadOnlyList<string> Remarks)
{
    /// <summary>Composed songs beside the folder's; absent where none were composed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StatisticsDocument? Statistics { get; init; }

    /// <summary>The document of a report.</summary>
    public static EvaluationDocument Of(
        EvaluationReport report, IReadOnlyList<IReadOnlyList<string>>? titles, IReadOnlyList<string> remarks) => new(
        report.Folds,
        report.ScoredSteps,
        [.. report.Rows.Select(EvaluationRowDocument.Of)],
        report.BestBaseline?.Name,
        titles,
        remarks);
}

/// <summary>One row of an evaluation.</summary>
/// <param name="Name">What was scored.</param>
/// <param name="Kind"><c>baseline</c>, <c>recipe</c> or <c>model</c>.</param>
/// <param name="NatsPerStep">The mean loss, in nats; null, as all scores, without a step to score.</param>
/// <param name="Accuracy">The share of steps at which the likeliest token came, 0 to 1.</param>
/// <param name="MoveAccuracy">The same of the moves; null where there are none.</param>
/// <param name="Seconds">How long fitting or training and scoring took, all folds together.</param>
/// <param name="Parameters">The number of weights; null for a baseline.</param>
/// <param name="PerFold">The nats per step of each fold.</param>
/// <param name="Perplexity">e to the nats per step.</param>
internal sealed record EvaluationRowDocument(
    string Name,
    string Kind,
    double? NatsPerStep,
    double? Accuracy,
    double? MoveAccuracy,
    double Seconds,
    long? Parameters,
    IReadOnlyList<double?> PerFold,
    double? Perplexity)
{
    /// <summary>The document of a row.</summary>
    public static EvaluationRowDocument Of(EvaluationRow row) => new(
        row.Name,
        KindOf(row.Kind),
        row.Score.NatsPerStep,
        row.Score.Accuracy,
        row.Score.MoveAccuracy,
        row.Seconds,
        row.Parameters,
        [.. row.PerFold.Select(fold => fold.NatsPerStep)],
        row.Score.Perplexity);

    private static string KindOf(EvaluationKind kind) => kind switch
    {
        EvaluationKind.Baseline => "baseline",
        EvaluationKind.Recipe => "recipe",
        _ => "model",
    };
}

/// <summary>JSON of <c>tunesmith compare</c> and <c>tunesmith evaluate</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(FiniteDoubleConverter)])]
[JsonSerializable(typeof(EvaluationDocument))]
internal sealed partial class EvaluationJson : JsonSerializerContext;
