using System.Globalization;
using System.Text.Json.Serialization;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Training;

namespace Tunesmith.Cli.Commands;

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
    private string Pace => MillisecondsPerStep is null
        ? "before, and from none now"
        : string.Create(CultureInfo.InvariantCulture, $"in {Seconds:0.0} s ({MillisecondsPerStep:0.0} ms a step)");

    /// <summary>The report of a training.</summary>
    public static TrainDocument Of(TrainingResult result, string path) => new(
        result.Model.Summary.Steps,
        result.Model.Summary.Loss,
        result.Model.Summary.Accuracy,
        result.Elapsed.TotalSeconds,
        result.StepsTaken == 0 ? null : result.Elapsed.TotalMilliseconds / result.StepsTaken,
        result.Model.Parameters.Shape.ParameterCount,
        path);

    /// <summary>The report in a sentence.</summary>
    public override string ToString() => Loss is null
        ? string.Create(CultureInfo.InvariantCulture, $"untrained network of {Parameters:N0} weights: {Model}")
        : string.Create(
            CultureInfo.InvariantCulture,
            $"learned from {Steps:N0} batches {Pace}; loss {Loss:0.000}, accuracy {Accuracy:0.000} at the end: {Model}");
}

/// <summary>One line of <c>--log</c>.</summary>
/// <param name="Step">The step, counted from 0.</param>
/// <param name="Loss">The loss on its batch, in nats.</param>
/// <param name="Accuracy">The accuracy on its batch, 0 to 1.</param>
/// <param name="Seconds">Since the first step began.</param>
internal sealed record TrainLogLine(int Step, double Loss, double Accuracy, double Seconds);

/// <summary>JSON of <c>tunesmith train</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(FiniteDoubleConverter)])]
[JsonSerializable(typeof(TrainDocument))]
[JsonSerializable(typeof(TrainLogLine))]
internal sealed partial class TrainJson : JsonSerializerContext;
