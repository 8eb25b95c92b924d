using System.Buffers.Binary;
using System.Text.Json;

namespace Tunesmith.Model;

/// <summary>
/// The safetensors container, as far as models need it: tensors of 32-bit floats by name, and strings about them.
/// <code>
/// 8 bytes   length of the header, little-endian
/// header    JSON: {"__metadata__": {key: string}, name: {"dtype": "F32", "shape": [..], "data_offsets": [from, to]}}
/// data      the tensors, row-major, little-endian, one after another without gaps
/// </code>
/// It trusts no size that a file states: all are checked against the file's length before anything is allocated.
/// </summary>
internal sealed partial class SafetensorsFile
{
    private const int LengthBytes = 8;
    private const int LargestHeader = 16 * 1024 * 1024;
    private const string MetadataKey = "__metadata__";

    private static readonly JsonDocumentOptions HeaderOptions = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>The strings, by key.</summary>
    public Dictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal);

    /// <summary>The tensors in the order of their data.</summary>
    public List<SafeTensor> Tensors { get; } = [];

    /// <summary>Reads a file's bytes. The tensors keep referring to them.</summary>
    /// <exception cref="ModelFormatException">The bytes are not such a file.</exception>
    public static SafetensorsFile Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < LengthBytes)
        {
            throw new ModelFormatException(0, "a safetensors file of at least 8 bytes", $"{bytes.Length}");
        }

        ulong headerLength = BinaryPrimitives.ReadUInt64LittleEndian(bytes.Span);
        if (headerLength > LargestHeader || headerLength > (ulong)(bytes.Length - LengthBytes))
        {
            int most = Math.Min(LargestHeader, bytes.Length - LengthBytes);
            throw new ModelFormatException(0, $"a header length of at most {most}", $"{headerLength} (not a model, or cut short)");
        }

        ReadOnlyMemory<byte> data = bytes[(LengthBytes + (int)headerLength)..];
        try
        {
            using JsonDocument header = JsonDocument.Parse(bytes.Slice(LengthBytes, (int)headerLength), HeaderOptions);
            return Read(header.RootElement, data, LengthBytes + (long)headerLength);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new ModelFormatException(
                LengthBytes, "a header of JSON that describes tensors", $"something else ({error.Message.TrimEnd('.')})", inner: error);
        }
    }

    private static SafetensorsFile Read(JsonElement header, ReadOnlyMemory<byte> data, long dataStart)
    {
        SafetensorsFile file = new();
        List<(long From, SafeTensor Tensor)> tensors = [];
        foreach (JsonProperty entry in header.EnumerateObject())
        {
            if (entry.Name == MetadataKey)
            {
                foreach (JsonProperty pair in entry.Value.EnumerateObject())
                {
                    file.Metadata[pair.Name] = pair.Value.GetString() ?? "";
                }
            }
            else
            {
                tensors.Add(ReadTensor(entry, data, dataStart));
            }
        }

        // Every byte belongs to one tensor: a file whose tensors overlap could claim more floats than it holds.
        long end = 0;
        foreach ((long from, SafeTensor tensor) in tensors.OrderBy(entry => entry.From).ThenBy(entry => entry.Tensor.Data.Length))
        {
            if (from != end)
            {
                throw new ModelFormatException(
                    dataStart + end, $"the next tensor at byte {end} of the data", $"tensor {tensor.Name} at {from}");
            }

            end += tensor.Data.Length;
            file.Tensors.Add(tensor);
        }

        return end == data.Length
            ? file
            : throw new ModelFormatException(dataStart + end, "the end of the file", $"{data.Length - end} bytes more");
    }

    private static (long From, SafeTensor Tensor) ReadTensor(JsonProperty entry, ReadOnlyMemory<byte> data, long dataStart)
    {
        string type = entry.Value.GetProperty("dtype").GetString() ?? "";
        int[] shape = [.. entry.Value.GetProperty("shape").EnumerateArray().Select(dimension => dimension.GetInt32())];
        long[] offsets = [.. entry.Value.GetProperty("data_offsets").EnumerateArray().Select(offset => offset.GetInt64())];
        if (type != "F32")
        {
            throw new ModelFormatException(LengthBytes, $"tensor {entry.Name} of type F32", type);
        }

        if (offsets is not [long from, long to])
        {
            throw new ModelFormatException(LengthBytes, $"two data_offsets of tensor {entry.Name}", $"{offsets.Length}");
        }

        if (from < 0 || to < from || to > data.Length)
        {
            throw new ModelFormatException(
                dataStart,
                $"{data.Length} bytes of data to hold tensor {entry.Name}",
                $"bytes {from} to {to} of them given to it (is the file cut short?)");
        }

        if (Size(shape) != to - from)
        {
            throw new ModelFormatException(
                dataStart + from, $"tensor {entry.Name} of shape [{string.Join(", ", shape)}]", $"{to - from} bytes");
        }

        return (from, new SafeTensor(entry.Name, shape, data[(int)from..(int)to]));
    }

    /// <summary>Bytes of a tensor of floats, or -1 where the shape is not one.</summary>
    private static long Size(int[] shape)
    {
        long size = sizeof(float);
        foreach (int dimension in shape)
        {
            size = dimension < 0 || size > int.MaxValue ? -1 : size * dimension;
            if (size < 0)
            {
                return -1;
            }
        }

        return size;
    }
}
