using System.Text.Json.Serialization;

namespace Tunesmith.Model;

/// <summary>JSON of the records that travel in model files.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ModelDefinition))]
[JsonSerializable(typeof(TrainingSummary))]
internal sealed partial class ModelJson : JsonSerializerContext;
