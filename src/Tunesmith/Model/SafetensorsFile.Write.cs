using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tunesmith.Model;

/// <content>Writing.</content>
internal sealed partial class SafetensorsFile
{
    /// <summary>JSON within a string stays legible: its quotes are written \", not \u0022.</summary>
    private static readonly JsonWriterOptions ReadableJson = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file's bytes; the same for the same contents.</summary>
    public byte[] ToBytes()
    {
        using MemoryStream header = new();
        using (Utf8JsonWriter json = new(header, ReadableJson))
        {
            json.WriteStartObject();
            json.WriteStartObject(MetadataKey);
            foreach ((string key, string value) in Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                json.WriteString(key, value);
            }

            json.WriteEndObject();
            long offset = 0;
            foreach (SafeTensor tensor in Tensors)
            {
                json.WriteStartObject(tensor.Name);
                json.WriteString("dtype", "F32");
                json.WriteStartArray("shape");
                foreach (int dimension in tensor.Shape)
                {
                    json.WriteNumberValue(dimension);
                }

                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(offset);
                json.WriteNumberValue(offset += tensor.Data.Length);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        // The data start at a multiple of 8; spaces after the JSON are part of the header.
        int padded = (int)((header.Length + 7) / 8 * 8);
        using MemoryStream file = new();
        Span<byte> length = stackalloc byte[LengthBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)padded);
        file.Write(length);
        header.WriteTo(file);
        file.Write(System.Text.Encoding.UTF8.GetBytes(new string(' ', padded - (int)header.Length)));
        foreach (SafeTensor tensor in Tensors)
        {
            file.Write(tensor.Data.Span);
        }

        return file.ToArray();
    }
}
