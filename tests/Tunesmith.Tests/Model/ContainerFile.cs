using System.Buffers.Binary;
using System.Text.Json;

namespace Tunesmith.Tests.Model;

/// <summary>
/// A safetensors file taken apart by the format's own description, and nothing of the library: 8 bytes of header length, little-endian; a
/// JSON header; the data.
/// </summary>
internal sealed record ContainerFile(string Header, byte[] Data)
{
    /// <summary>Takes a file apart.</summary>
    public static ContainerFile Of(byte[] bytes)
    {
        int length = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        return new ContainerFile(System.Text.Encoding.UTF8.GetString(bytes, 8, length), bytes[(8 + length)..]);
    }

    /// <summary>Puts it together again.</summary>
    public byte[] ToBytes()
    {
        byte[] header = System.Text.Encoding.UTF8.GetBytes(Header);
        byte[] length = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        return [.. length, .. header, .. Data];
    }

    /// <summary>The same file with another header.</summary>
    public ContainerFile Replace(string old, string other)
    {
        Assert.Contains(old, Header, StringComparison.Ordinal);
        return this with { Header = Header.Replace(old, other, StringComparison.Ordinal) };
    }

    /// <summary>The strings of the header.</summary>
    public Dictionary<string, string> Metadata()
    {
        using JsonDocument header = JsonDocument.Parse(Header);
        JsonElement metadata = header.RootElement.GetProperty("__metadata__");
        return metadata.EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString()!);
    }

    /// <summary>The tensors of the header in its order: name, shape and numbers.</summary>
    public List<(string Name, int[] Shape, float[] Values)> Tensors()
    {
        using JsonDocument header = JsonDocument.Parse(Header);
        List<(string, int[], float[])> tensors = [];
        int end = 0;
        foreach (JsonProperty entry in header.RootElement.EnumerateObject().Where(entry => entry.Name != "__metadata__"))
        {
            Assert.Equal("F32", entry.Value.GetProperty("dtype").GetString());
            int[] offsets = [.. entry.Value.GetProperty("data_offsets").EnumerateArray().Select(offset => offset.GetInt32())];
            int[] shape = [.. entry.Value.GetProperty("shape").EnumerateArray().Select(dimension => dimension.GetInt32())];
            Assert.Equal(end, offsets[0]); // no gaps
            end = offsets[1];
            float[] values = new float[(offsets[1] - offsets[0]) / 4];
            for (int index = 0; index < values.Length; index++)
            {
                values[index] = BinaryPrimitives.ReadSingleLittleEndian(Data.AsSpan(offsets[0] + (4 * index)));
            }

            tensors.Add((entry.Name, shape, values));
        }

        Assert.Equal(Data.Length, end);
        return tensors;
    }
}
