using System.Runtime.InteropServices;

namespace Tunesmith.Fuzz.Mutating;

/// <summary>Changes that know the chunks, numbers and events of MIDI files.</summary>
internal static class MidiMutations
{
    private const int ChunkHeader = 8;

    private static readonly byte[][] Events =
    [
        [0x00, 0x90, 0x3C, 0x40], [0x60, 0x80, 0x3C, 0x00], [0x00, 0x3C, 0x00], [0x00, 0xC0, 0x05], [0x10, 0xE3, 0x00, 0x40],
        [0x00, 0xB0, 0x07, 0x7F], [0x00, 0xFF, 0x2F, 0x00], [0x00, 0xFF, 0x51, 0x03, 0x07, 0xA1, 0x20],
        [0x00, 0xFF, 0x51, 0x03, 0x00, 0x00, 0x01], [0x00, 0xFF, 0x58, 0x04, 0x03, 0x02, 0x18, 0x08],
        [0x00, 0xFF, 0x58, 0x04, 0x00, 0xFF, 0x18, 0x08], [0x00, 0xFF, 0x59, 0x02, 0x7F, 0x80], [0x00, 0xFF, 0x03, 0x03, 0xE9, 0x9F, 0xB3],
        [0x00, 0xFF, 0x20, 0x01, 0x09], [0x00, 0xF0, 0x03, 0x7E, 0x7F, 0xF7], [0x00, 0xF7, 0x01, 0xF8], [0x00, 0xF8],
        [0x00, 0xF2, 0x01, 0x02], [0xFF, 0xFF, 0xFF, 0x7F, 0x90, 0x40, 0x40], [0x00, 0xFF, 0x01, 0xFF, 0xFF, 0xFF, 0x7F],
        [0x00, 0xFF, 0xFF, 0x00], [0x81, 0x80, 0x80, 0x80, 0x00], [0x8F, 0xFF, 0xFF, 0xFF, 0x7F],
    ];

    public static IReadOnlyList<Mutation> All { get; } =
        [SetLength, SetTrueLength, SetHeader, InsertEvent, InsertEvent, GrowNumber, DuplicateChunk, DropChunk, SwapChunks, Wrap];

    /// <summary>Gives a chunk another length.</summary>
    private static void SetLength(List<byte> bytes, MutationSource source)
    {
        if (PickChunk(bytes, source) is { } chunk)
        {
            NumberMutations.Write(bytes, chunk.Start + 4, 4, NumberMutations.Number(bytes, source), isBigEndian: true);
        }
    }

    /// <summary>Gives every chunk the length that it has.</summary>
    private static void SetTrueLength(List<byte> bytes, MutationSource source)
    {
        foreach ((int start, int end) in Chunks(bytes))
        {
            NumberMutations.Write(bytes, start + 4, 4, end - start - ChunkHeader, isBigEndian: true);
        }
    }

    /// <summary>Changes the format, the number of tracks or the division.</summary>
    private static void SetHeader(List<byte> bytes, MutationSource source)
    {
        int header = CollectionsMarshal.AsSpan(bytes).IndexOf("MThd"u8);
        NumberMutations.Write(bytes, Math.Max(0, header) + ChunkHeader + (2 * source.Random.Next(3)), 2, source.Random.Next(4) switch
        {
            0 => source.Random.Next(4),
            1 => 0xE000 | source.Random.Next(0x2000),
            _ => NumberMutations.Number(bytes, source),
        }, isBigEndian: true);
    }

    private static void InsertEvent(List<byte> bytes, MutationSource source) =>
        bytes.InsertRange(source.Random.Next(bytes.Count + 1), source.OneOf(Events));

    /// <summary>Writes a number of variable length somewhere, or makes one that may stand there longer.</summary>
    private static void GrowNumber(List<byte> bytes, MutationSource source)
    {
        byte[] number = new byte[source.Length(6)];
        for (int index = 0; index < number.Length; index++)
        {
            number[index] = (byte)(source.Byte() | 0x80);
        }

        bytes.InsertRange(source.Random.Next(bytes.Count + 1), number);
    }

    private static void DuplicateChunk(List<byte> bytes, MutationSource source)
    {
        if (PickChunk(bytes, source) is { } chunk)
        {
            List<byte> copy = bytes.GetRange(chunk.Start, chunk.End - chunk.Start);
            bytes.InsertRange(PickChunk(bytes, source)!.Value.Start, copy);
        }
    }

    private static void DropChunk(List<byte> bytes, MutationSource source)
    {
        if (PickChunk(bytes, source) is { Start: > 0 } chunk)
        {
            bytes.RemoveRange(chunk.Start, chunk.End - chunk.Start);
        }
    }

    /// <summary>Puts a chunk before another.</summary>
    private static void SwapChunks(List<byte> bytes, MutationSource source)
    {
        if (PickChunk(bytes, source) is { } chunk)
        {
            List<byte> moved = bytes.GetRange(chunk.Start, chunk.End - chunk.Start);
            bytes.RemoveRange(chunk.Start, moved.Count);
            bytes.InsertRange(PickChunk(bytes, source)?.Start ?? 0, moved);
        }
    }

    /// <summary>Puts the file into a RIFF file, or garbage before it.</summary>
    private static void Wrap(List<byte> bytes, MutationSource source)
    {
        if (source.Random.Next(4) == 0)
        {
            bytes.InsertRange(0, source.Random.Next(2) == 0 ? [.. "RIFF\0\0\0\0RMIDdata\0\0\0\0"u8] : new byte[source.Length(300)]);
        }
    }

    private static (int Start, int End)? PickChunk(List<byte> bytes, MutationSource source)
    {
        List<(int Start, int End)> chunks = Chunks(bytes);
        return chunks.Count == 0 ? null : source.OneOf(chunks);
    }

    /// <summary>The chunks by their names: each goes up to the next.</summary>
    private static List<(int Start, int End)> Chunks(List<byte> bytes)
    {
        ReadOnlySpan<byte> all = CollectionsMarshal.AsSpan(bytes);
        List<(int Start, int End)> chunks = [];
        for (int start = Next(all, 0); start < all.Length;)
        {
            int end = Next(all, start + 4);
            chunks.Add((start, end));
            start = end;
        }

        return chunks;
    }

    private static int Next(ReadOnlySpan<byte> all, int from)
    {
        for (; from < all.Length; from++)
        {
            int found = all[from..].IndexOf("MT"u8);
            from = found < 0 ? all.Length : from + found;
            if (all[from..].StartsWith("MThd"u8) || all[from..].StartsWith("MTrk"u8))
            {
                return from;
            }
        }

        return all.Length;
    }
}
