using System.Globalization;
using System.Text.Json.Serialization;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Evaluation;
using Tunesmith.Model;
using Tunesmith.Training;

namespace Tunesmith.Cli.Commands.Training;

/// <summary>What <c>tunesmith train</c> reports.</summary>
/// <param name="Steps">Batches learned from.</param>
/// <param name="Loss">The mean of the last five displayed losses, in nats; null where there were none.</param>
/// <param name="Accuracy">The mean of the last five displayed accuracies, 0 to 1; null where there were none.</param>
/// <param name="Seconds">How long the steps of this run took.</param>
/// <param name="MillisecondsPerStep">How long one of them took on average; null where there were none.</param>
/// <param name="Parameters">The number of weights.</param>
/// <param name="Model">The model file.</param>
internal sealed record TrainDocument(
    int Steps, double? Loss, double? Accuracy, double Seconds, double? MillisecondsPerStep, long Parameters, string Model)
{
    /// <summary>How the model does on the songs held out; null where none were.</summary>
    public HeldOutDocument? HeldOut { get; init; }

    /// <summary>The best baseline, fitted on the songs learned from and scored on those held out; null where none were.</summary>
    public BaselineDocument? Baseline { get; init; }

    /// <summary>What fine-tuning has won and lost; absent where no model is fine-tuned.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FineTuningDocument? FineTuning { get; init; }

    /// <summary>What ended the training before its last step; null where it went on to that.</summary>
    public string? StoppedBy { get; init; }

    /// <summary>What the model will not know, and what did not come out as asked for; each in a sentence or two.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>The songs that this run composed on the way; absent where none were asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SampleDocument>? Samples { get; init; }

    private string Pace => MillisecondsPerStep is null
        ? "before, and from none now"
        : string.Create(CultureInfo.InvariantCulture, $"in {Seconds:0.0} s ({MillisecondsPerStep:0.0} ms a step)");

    /// <summary>The report of a training.</summary>
    /// <param name="result">What came of it.</param>
    /// <param name="path">The model file.</param>
    /// <param name="titles">The titles held out; none where none were.</param>
    public static TrainDocument Of(TrainingResult result, string path, IReadOnlyList<string> titles) => new(
        result.Model.Summary.Steps,
        result.Model.Summary.Loss,
        result.Model.Summary.Accuracy,
        result.Elapsed.TotalSeconds,
        result.StepsTaken == 0 ? null : result.Elapsed.TotalMilliseconds / result.StepsTaken,
        result.Model.Parameters.Shape.ParameterCount,
        path)
    {
        HeldOut = result.Model.Summary.HeldOut is { } heldOut ? HeldOutDocument.Of(heldOut, titles) : null,
        StoppedBy = result.Model.Summary.StoppedBy switch
        {
            TrainingStop.Patience => "patience",
            TrainingStop.Accuracy => "accuracy",
            _ => null,
        },
    };

    /// <summary>The report in a sentence.</summary>
    public override string ToString() => Loss is null
        ? string.Create(CultureInfo.InvariantCulture, $"untrained network of {Parameters:N0} weights: {Model}")
        : string.Create(
            CultureInfo.InvariantCulture,
            $"learned from {Steps:N0} {(Steps == 1 ? "batch" : "batches")} {Pace}; "
                + $"over the last displays loss {Loss:0.000}, accuracy {Accuracy:0.000}: {Model}");
}

/// <summary>How a model does on the songs held out of its training.</summary>
/// <param name="Songs">How many they are.</param>
/// <param name="SongSteps">How many steps they have together.</param>
/// <param name="Step">
/// The training step, counted from 0, that left the model's weights, -1 for those it began with; null, as the scores, for an untrained
/// network.
/// </param>
/// <param name="NatsPerStep">The mean loss, in nats a step.</param>
/// <param name="Accuracy">The share of steps at which the likeliest token was right, 0 to 1.</param>
/// <param name="MoveAccuracy">The same of the steps at which the melody moves; null where it never does.</param>
/// <param name="Perplexity">e to the nats per step: among how many equally likely tokens one would have to guess to do as well.</param>
/// <param name="Titles">The titles that the songs are of.</param>
internal sealed record HeldOutDocument(
    int Songs,
    long SongSteps,
    int? Step,
    double? NatsPerStep,
    double? Accuracy,
    double? MoveAccuracy,
    double? Perplexity,
    IReadOnlyList<string> Titles)
{
    /// <summary>The report of a summary.</summary>
    public static HeldOutDocument Of(HeldOutSummary summary, IReadOnlyList<string> titles) => new(
        summary.Songs,
        summary.SongSteps,
        summary.Step,
        summary.Loss,
        summary.Accuracy,
        summary.MoveAccuracy,
        summary.Perplexity,
        titles);
}

/// <summary>How the best baseline does on the songs held out, at the same steps as the model.</summary>
/// <param name="Name">The baseline.</param>
/// <param name="NatsPerStep">Its mean loss, in nats a step.</param>
/// <param name="Accuracy">The share of steps at which its likeliest token was right, 0 to 1.</param>
/// <param name="MoveAccuracy">The same of the steps at which the melody moves; null where it never does.</param>
/// <param name="Perplexity">e to the nats per step.</param>
internal sealed record BaselineDocument(string Name, double? NatsPerStep, double? Accuracy, double? MoveAccuracy, double? Perplexity)
{
    /// <summary>The report of a row, if there is one.</summary>
    public static BaselineDocument? Of(EvaluationRow? row) =>
        row is null ? null : new(row.Name, row.Score.NatsPerStep, row.Score.Accuracy, row.Score.MoveAccuracy, row.Score.Perplexity);
}

/// <summary>One line of <c>--log</c>: a displayed step, a look at the songs held out, or both.</summary>
/// <param name="Step">The step, counted from 0.</param>
/// <param name="Loss">The loss on its batch, in nats; absent where it is not displayed.</param>
/// <param name="Accuracy">The accuracy on its batch, 0 to 1; absent where it is not displayed.</param>
/// <param name="HeldOutLoss">The loss on the songs held out, in nats a step; absent, as what follows, where they are not looked at.</param>
/// <param name="HeldOutAccuracy">The accuracy on them, 0 to 1.</param>
/// <param name="HeldOutMoveAccuracy">The accuracy at their moves, 0 to 1.</param>
/// <param name="Seconds">Since the first step began.</param>
internal sealed record TrainLogLine(
    int Step,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Loss,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Accuracy,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? HeldOutLoss,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? HeldOutAccuracy,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? HeldOutMoveAccuracy,
    double Seconds);

/// <summary>JSON of <c>tunesmith train</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(FiniteDoubleConverter)])]
[JsonSerializable(typeof(TrainDocument))]
[JsonSerializable(typeof(TrainLogLine))]
internal sealed partial class TrainJson : JsonSerializerContext;
