namespace Tunesmith.Fuzz.Mutating;

/// <summary>Changes of numbers of several bytes, as lengths and counts are.</summary>
internal static class NumberMutations
{
    private static readonly long[] Edges =
    [
        0, 1, 2, 3, 4, 6, 14, 64, 127, 128, 255, 256, 480, 0x7FFF, 0x8000, 0xFFFF, 0x1_0000, 0xFF_FFFF, 0x0FFF_FFFF, 0x7FFF_FFFF,
        0x8000_0000, 0xFFFF_FFFF, long.MaxValue, -1,
    ];

    public static void SetBigEndian(List<byte> bytes, MutationSource source) => Set(bytes, source, isBigEndian: true);

    public static void SetLittleEndian(List<byte> bytes, MutationSource source) => Set(bytes, source, isBigEndian: false);

    /// <summary>A number at an edge of some range, near the number of bytes, or any.</summary>
    public static long Number(List<byte> bytes, MutationSource source) => source.Random.Next(3) switch
    {
        0 => source.OneOf(Edges),
        1 => bytes.Count + source.Random.Next(-20, 21),
        _ => source.Random.NextInt64() >> source.Random.Next(64),
    };

    /// <summary>Writes a number over so many bytes.</summary>
    public static void Write(List<byte> bytes, int start, int size, long number, bool isBigEndian)
    {
        for (int index = 0; index < size && start + index < bytes.Count; index++)
        {
            int shift = 8 * (isBigEndian ? size - 1 - index : index);
            bytes[start + index] = (byte)(number >> shift);
        }
    }

    private static void Set(List<byte> bytes, MutationSource source, bool isBigEndian)
    {
        int size = 1 << source.Random.Next(1, 4);
        Write(bytes, source.Random.Next(bytes.Count + 1), size, Number(bytes, source), isBigEndian);
    }
}
