using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tunesmith.Composing.Provenance;

/// <summary>JSON inside JSON: a text that holds one JSON value, and is written as that value. An empty text is null.</summary>
internal sealed class RawJson : JsonConverter<string>
{
    private const int Longest = 65_536;

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <summary>
    /// A JSON text without white space and beyond ASCII only in escapes; empty where it is no JSON, or longer than 65,536 letters.
    /// </summary>
    public static string Compact(string json)
    {
        if (json.Length is 0 or > Longest)
        {
            return "";
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return TextOf(document.RootElement);
        }
        catch (JsonException)
        {
            return "";
        }
    }

    /// <inheritdoc/>
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.ValueKind == JsonValueKind.Null ? "" : TextOf(document.RootElement);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        if (value.Length == 0)
        {
            writer.WriteNullValue();
            return;
        }

        using JsonDocument document = JsonDocument.Parse(value);
        document.RootElement.WriteTo(writer);
    }

    private static string TextOf(JsonElement element)
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter writer = new(text))
        {
            element.WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(text.ToArray());
    }
}
