using System.Runtime.InteropServices;

namespace Tunesmith.Fuzz.Mutating;

/// <summary>Changes of runs of bytes.</summary>
internal static class BlockMutations
{
    private const int LongestBlock = 128;
    private const int LongestRepeat = 8;
    private const int MostRepeats = 64;

    public static void Insert(List<byte> bytes, MutationSource source)
    {
        byte[] block = new byte[source.Length(LongestRepeat)];
        for (int index = 0; index < block.Length; index++)
        {
            block[index] = source.Byte();
        }

        bytes.InsertRange(source.Random.Next(bytes.Count + 1), block);
    }

    public static void Delete(List<byte> bytes, MutationSource source)
    {
        (int start, int length) = Block(bytes, source, LongestBlock);
        bytes.RemoveRange(start, length);
    }

    /// <summary>Puts a copy of a block somewhere else.</summary>
    public static void Duplicate(List<byte> bytes, MutationSource source)
    {
        (int start, int length) = Block(bytes, source, LongestBlock);
        bytes.InsertRange(source.Random.Next(bytes.Count + 1), bytes.GetRange(start, length));
    }

    /// <summary>Repeats a short block many times on the spot.</summary>
    public static void Repeat(List<byte> bytes, MutationSource source)
    {
        (int start, int length) = Block(bytes, source, LongestRepeat);
        List<byte> block = bytes.GetRange(start, length);
        bytes.InsertRange(start, Enumerable.Repeat(block, source.Length(MostRepeats)).SelectMany(copy => copy));
    }

    /// <summary>Lets two blocks of one length change places.</summary>
    public static void Swap(List<byte> bytes, MutationSource source)
    {
        (int start, int length) = Block(bytes, source, LongestBlock);
        int other = source.Random.Next(bytes.Count - length + 1);
        if (Math.Abs(other - start) >= length)
        {
            Span<byte> all = CollectionsMarshal.AsSpan(bytes);
            byte[] first = all.Slice(start, length).ToArray();
            all.Slice(other, length).CopyTo(all[start..]);
            first.CopyTo(all[other..]);
        }
    }

    public static void Truncate(List<byte> bytes, MutationSource source)
    {
        if (source.Random.Next(2) == 0 && bytes.Count > 0)
        {
            int start = bytes.Count - source.Length(bytes.Count);
            bytes.RemoveRange(start, bytes.Count - start);
        }
    }

    /// <summary>Goes on as another input does, from some place of each.</summary>
    public static void Splice(List<byte> bytes, MutationSource source)
    {
        byte[] other = source.Other();
        int start = source.Random.Next(bytes.Count + 1);
        bytes.RemoveRange(start, bytes.Count - start);
        bytes.AddRange(other.AsSpan(source.Random.Next(other.Length + 1)));
    }

    /// <summary>Puts a block of another input somewhere.</summary>
    public static void Borrow(List<byte> bytes, MutationSource source)
    {
        byte[] other = source.Other();
        int start = source.Random.Next(other.Length + 1);
        int length = Math.Min(source.Length(LongestBlock), other.Length - start);
        bytes.InsertRange(source.Random.Next(bytes.Count + 1), other[start..(start + length)]);
    }

    private static (int Start, int Length) Block(List<byte> bytes, MutationSource source, int longest)
    {
        int start = source.Random.Next(bytes.Count + 1);
        return (start, Math.Min(source.Length(longest), bytes.Count - start));
    }
}
