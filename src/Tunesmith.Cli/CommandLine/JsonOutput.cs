using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Tunesmith.Cli.CommandLine;

/// <summary>Writes the one JSON document of a command that was called with <c>--json</c>.</summary>
internal static class JsonOutput
{
    /// <summary>Writes a document as one line; nothing is written where it cannot be written whole.</summary>
    public static void Write<T>(ToolConsole console, T document, JsonTypeInfo<T> type) =>
        console.Output.WriteLine(JsonSerializer.Serialize(document, type));
}

/// <summary>JSON knows no infinity and no NaN: such a number is written as null.</summary>
internal sealed class FiniteDoubleConverter : JsonConverter<double>
{
    /// <inheritdoc/>
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? double.NaN : reader.GetDouble();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <inheritdoc/>
    public override bool HandleNull => true;
}
