using System.Text.Json.Serialization;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Experiments;

namespace Tunesmith.Cli.Commands.Evaluating;

/// <summary>What <c>tunesmith sweep</c> reports.</summary>
/// <param name="Best">The number of the trial with the fewest nats per step.</param>
/// <param name="Trials">Every trial, in the order of their numbers.</param>
/// <param name="Log">The file of the results; null where there is none.</param>
/// <param name="Remarks">What makes the numbers less certain, each in a sentence or two.</param>
internal sealed record SweepDocument(int Best, IReadOnlyList<SweepTrial> Trials, string? Log, IReadOnlyList<string> Remarks);

/// <summary>JSON of <c>tunesmith sweep</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(FiniteDoubleConverter)])]
[JsonSerializable(typeof(SweepDocument))]
internal sealed partial class SweepDocumentJson : JsonSerializerContext;
