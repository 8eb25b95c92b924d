namespace Tunesmith.Fuzz.Mutating;

/// <summary>Changes of single bytes.</summary>
internal static class ByteMutations
{
    private const int MostAdded = 16;

    public static void FlipBit(List<byte> bytes, MutationSource source)
    {
        if (bytes.Count > 0)
        {
            bytes[source.Random.Next(bytes.Count)] ^= (byte)(1 << source.Random.Next(8));
        }
    }

    public static void Set(List<byte> bytes, MutationSource source)
    {
        if (bytes.Count > 0)
        {
            bytes[source.Random.Next(bytes.Count)] = source.Byte();
        }
    }

    /// <summary>Sets a run of bytes to one value.</summary>
    public static void SetSeveral(List<byte> bytes, MutationSource source)
    {
        if (bytes.Count > 0)
        {
            int start = source.Random.Next(bytes.Count);
            int end = start + source.Length(Math.Min(bytes.Count - start, 32));
            byte value = source.Byte();
            for (int index = start; index < Math.Min(end, bytes.Count); index++)
            {
                bytes[index] = value;
            }
        }
    }

    /// <summary>Makes a byte a little greater or smaller.</summary>
    public static void Add(List<byte> bytes, MutationSource source)
    {
        if (bytes.Count > 0)
        {
            int index = source.Random.Next(bytes.Count);
            bytes[index] = (byte)(bytes[index] + source.Random.Next(-MostAdded, MostAdded + 1));
        }
    }
}
