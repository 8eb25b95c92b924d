using System.Buffers.Binary;

namespace Tunesmith.Corpus;

/// <summary>What the header of a MIDI file says, word for word, whatever is made of it.</summary>
/// <param name="Tracks">How many tracks there are said to be.</param>
/// <param name="Division">The division, all 16 bits.</param>
internal readonly record struct HeaderBytes(int Tracks, int Division)
{
    private const int Length = 14;

    /// <summary>Finds the header in bytes that were read as a MIDI file.</summary>
    public static HeaderBytes In(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> header = bytes[Math.Max(0, bytes.IndexOf("MThd"u8))..];
        return header.Length < Length
            ? default
            : new HeaderBytes(BinaryPrimitives.ReadUInt16BigEndian(header[10..]), BinaryPrimitives.ReadUInt16BigEndian(header[12..]));
    }
}
