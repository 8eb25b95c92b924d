using System.Buffers.Binary;

namespace Tunesmith.Model;

/// <summary>A tensor of a safetensors file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Its dimensions.</param>
/// <param name="Data">Its floats as bytes, little-endian.</param>
internal sealed record SafeTensor(string Name, IReadOnlyList<int> Shape, ReadOnlyMemory<byte> Data)
{
    /// <summary>Makes a tensor of floats.</summary>
    public static SafeTensor Of(string name, IReadOnlyList<int> shape, ReadOnlySpan<float> values)
    {
        byte[] data = new byte[values.Length * sizeof(float)];
        for (int index = 0; index < values.Length; index++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(data.AsSpan(index * sizeof(float)), values[index]);
        }

        return new SafeTensor(name, shape, data);
    }

    /// <summary>The floats.</summary>
    public float[] Values()
    {
        float[] values = new float[Data.Length / sizeof(float)];
        for (int index = 0; index < values.Length; index++)
        {
            values[index] = BinaryPrimitives.ReadSingleLittleEndian(Data.Span[(index * sizeof(float))..]);
        }

        return values;
    }
}
