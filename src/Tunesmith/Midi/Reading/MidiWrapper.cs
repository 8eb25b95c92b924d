using System.Buffers.Binary;

namespace Tunesmith.Midi.Reading;

/// <summary>Finds the MIDI file in bytes that begin with something else: a RIFF file around it, or what does not belong to it.</summary>
internal static class MidiWrapper
{
    /// <summary>
    /// How far a header may stand from the start: behind a MacBinary header of 128 bytes or the lines of an e-mail, but not in the
    /// midst of some other file.
    /// </summary>
    public const int FarthestHeader = 4_096;

    /// <summary>Where the header stands, and where the MIDI file that it begins may end.</summary>
    /// <exception cref="MidiFormatException">There is none.</exception>
    public static (int Offset, int End) FindHeader(ReadOnlySpan<byte> bytes, WarningLog log)
    {
        if (bytes.StartsWith(MidiChunk.Header))
        {
            return (0, bytes.Length);
        }

        if (FindInRiff(bytes) is { } inside)
        {
            log.Add(
                MidiWarningCode.Wrapped,
                0,
                $"a MIDI file",
                $"a RIFF file of type RMID",
                $"the MIDI file inside, at byte {inside.Offset}, is read");
            return inside;
        }

        if (!IsZip(bytes) && FindSoundHeader(bytes) is { } offset)
        {
            log.Add(
                MidiWarningCode.LeadingBytes,
                0,
                $"the header chunk 'MThd'",
                $"{MidiChunk.Describe(bytes)}",
                $"the MIDI file that begins at byte {offset} is read");
            return (offset, bytes.Length);
        }

        throw new MidiFormatException(0, "the header chunk 'MThd'", MidiChunk.Describe(bytes), "This is no MIDI file.");
    }

    /// <summary>
    /// Whether it is a zip archive. One that is not compressed has the files as they are, and to read the first of them would lose the
    /// others without a word.
    /// </summary>
    public static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\x03\x04"u8);

    /// <summary>Whether a header, sound or not, stands where one is looked for.</summary>
    public static bool MayHoldHeader(ReadOnlySpan<byte> bytes) =>
        IsRiff(bytes) || bytes[..Math.Min(bytes.Length, FarthestHeader + MidiHeader.Length)].IndexOf(MidiChunk.Header) >= 0;

    /// <summary>
    /// The MIDI file in a RIFF file of type RMID: the content of the chunk <c>data</c>, or what begins with MThd anywhere, since
    /// lengths may be wrong. It ends where that chunk does if the RIFF file plainly goes on there.
    /// </summary>
    private static (int Offset, int End)? FindInRiff(ReadOnlySpan<byte> bytes)
    {
        if (!IsRiff(bytes))
        {
            return null;
        }

        for (int at = 12; MidiChunk.IsAt(bytes[at..]);)
        {
            uint length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 4)..]);
            ReadOnlySpan<byte> content = bytes[(at + MidiChunk.HeaderLength)..];
            if (bytes[at..].StartsWith("data"u8) && content.StartsWith(MidiChunk.Header))
            {
                at += MidiChunk.HeaderLength;
                bool isEndPlain = length >= MidiHeader.Length && length < content.Length && RiffGoesOn(content[(int)length..]);
                return (at, isEndPlain ? at + (int)length : bytes.Length);
            }

            if (length > content.Length)
            {
                break;
            }

            at = Math.Min(bytes.Length, at + MidiChunk.HeaderLength + (int)length + (int)(length & 1));
        }

        int found = bytes.IndexOf(MidiChunk.Header);
        return found < 0 ? null : (found, bytes.Length);
    }

    private static bool IsRiff(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("RMID"u8);

    /// <summary>Whether a chunk follows, after a byte that makes the length even or at once, or nothing but that byte.</summary>
    private static bool RiffGoesOn(ReadOnlySpan<byte> rest) =>
        rest is [0] || IsRiffChunk(rest) || (rest is [0, ..] && IsRiffChunk(rest[1..]));

    private static bool IsRiffChunk(ReadOnlySpan<byte> rest) => MidiChunk.IsAt(rest) && !rest.StartsWith(MidiChunk.Track);

    /// <summary>A header without any fault near the start, with a chunk or the end of the file behind it.</summary>
    private static int? FindSoundHeader(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> near = bytes[..Math.Min(bytes.Length, FarthestHeader + MidiHeader.Length)];
        for (int offset = 0; ; offset++)
        {
            int found = near[offset..].IndexOf("MThd\0\0\0\x06"u8);
            if (found < 0 || near.Length - (offset + found) < MidiHeader.Length)
            {
                return null;
            }

            offset += found;
            ReadOnlySpan<byte> header = near[offset..];
            MidiDivision division = MidiDivision.FromRaw(BinaryPrimitives.ReadUInt16BigEndian(header[12..]));
            bool isSound = header is [_, _, _, _, _, _, _, _, 0, <= 2, ..] && division.IsStandard;
            if (isSound && MidiChunk.IsAt(bytes[(offset + MidiHeader.Length)..]))
            {
                return offset;
            }
        }
    }
}
