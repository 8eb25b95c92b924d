using System.Text.Json.Serialization;

namespace Tunesmith.Composing.Provenance;

/// <summary>JSON of records. What a record does not know is an error: it might have changed the song.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(CompositionRecord))]
internal sealed partial class RecordJson : JsonSerializerContext;
