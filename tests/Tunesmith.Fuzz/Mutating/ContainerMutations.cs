using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Tunesmith.Fuzz.Mutating;

/// <summary>
/// Changes of safetensors files that leave a header of the length that it says it has: a changed header is read only then, and the reader
/// is tried behind its first check.
/// </summary>
/// <param name="inHeader">The changes of the header.</param>
internal sealed class ContainerMutations(IReadOnlyList<Mutation> inHeader)
{
    private const int LengthBytes = 8;

    private static readonly float[] Odd =
        [float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, float.MinValue, float.Epsilon, -0f, 1e30f, -1f];

    /// <summary>Six of eight change the header, which says most.</summary>
    public IReadOnlyList<Mutation> All => [.. Enumerable.Repeat<Mutation>(ChangeHeader, 6), SetWeight, Resize];

    private void ChangeHeader(List<byte> bytes, MutationSource source)
    {
        int length = HeaderLength(bytes);
        if (length >= 0)
        {
            List<byte> header = bytes.GetRange(LengthBytes, length);
            source.OneOf(inHeader)(header, source);
            bytes.RemoveRange(LengthBytes, length);
            bytes.InsertRange(LengthBytes, header);
            NumberMutations.Write(bytes, 0, LengthBytes, header.Count, isBigEndian: false);
        }
    }

    /// <summary>Makes a weight one that is odd.</summary>
    private static void SetWeight(List<byte> bytes, MutationSource source)
    {
        int weights = (bytes.Count - LengthBytes - HeaderLength(bytes)) / sizeof(float);
        if (HeaderLength(bytes) >= 0 && weights > 0)
        {
            int bits = BitConverter.SingleToInt32Bits(source.OneOf(Odd));
            NumberMutations.Write(bytes, bytes.Count - (sizeof(float) * source.Length(weights)), sizeof(float), bits, isBigEndian: false);
        }
    }

    /// <summary>Makes the data longer or shorter.</summary>
    private static void Resize(List<byte> bytes, MutationSource source)
    {
        int size = source.Length(64);
        if (source.Random.Next(2) == 0)
        {
            bytes.AddRange(new byte[size]);
        }
        else
        {
            bytes.RemoveRange(Math.Max(0, bytes.Count - size), Math.Min(size, bytes.Count));
        }
    }

    /// <summary>The length of the header; -1 where there is none of the length that is stated.</summary>
    private static int HeaderLength(List<byte> bytes)
    {
        if (bytes.Count < LengthBytes)
        {
            return -1;
        }

        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(CollectionsMarshal.AsSpan(bytes));
        return length <= (ulong)(bytes.Count - LengthBytes) ? (int)length : -1;
    }
}
