using System.Buffers.Binary;

namespace Tunesmith.Midi.Reading;

/// <summary>The header of a file, and where in the bytes its chunks are.</summary>
/// <param name="Offset">Where it stands.</param>
/// <param name="Next">Where the first chunk after it stands.</param>
/// <param name="End">Where the file ends: the end of the bytes, unless it is wrapped in another file.</param>
/// <param name="Format">0, 1 or 2.</param>
/// <param name="DeclaredTracks">How many tracks it says there are.</param>
/// <param name="DeclaredDivision">The division as it stands, all 16 bits.</param>
/// <param name="Division">What a tick is: what the division says where it says anything.</param>
internal readonly record struct MidiHeader(
    int Offset, int Next, int End, int Format, int DeclaredTracks, int DeclaredDivision, MidiDivision Division)
{
    /// <summary>The bytes of a header with the name and length before it.</summary>
    public const int Length = MidiChunk.HeaderLength + ContentLength;

    private const int ContentLength = 6;

    /// <summary>Where the number of tracks stands.</summary>
    public int DeclaredTracksAt => Offset + MidiChunk.HeaderLength + 2;

    /// <summary>Reads the header.</summary>
    /// <exception cref="MidiFormatException">There is none, or it is cut off.</exception>
    public static MidiHeader Read(ReadOnlySpan<byte> bytes, WarningLog log)
    {
        (int offset, int end) = MidiWrapper.FindHeader(bytes, log);
        bytes = bytes[..end];
        int at = offset + MidiChunk.HeaderLength;
        if (bytes.Length < offset + Length)
        {
            throw new MidiFormatException(
                bytes.Length,
                $"a header of {Length} bytes",
                $"the end of the file after {bytes.Length - offset}",
                "The file is cut off: fetch it again.");
        }

        uint length = BinaryPrimitives.ReadUInt32BigEndian(bytes[(offset + 4)..]);
        int next = offset + Length;
        if (length != ContentLength)
        {
            log.Add(MidiWarningCode.HeaderLength, offset + 4, $"a header of 6 bytes", $"{length}", $"its first 6 bytes are read");
            next = length > ContentLength && length <= (uint)(bytes.Length - at) ? at + (int)length : next;
        }

        return new MidiHeader(
            offset,
            next,
            end,
            ReadFormat(bytes, at, log),
            BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]),
            BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 4)..]),
            ReadDivision(bytes, at + 4, log));
    }

    private static int ReadFormat(ReadOnlySpan<byte> bytes, int at, WarningLog log)
    {
        int format = BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
        if (format <= 2)
        {
            return format;
        }

        log.Add(MidiWarningCode.Format, at, $"format 0, 1 or 2", $"{format}", $"read as format 1");
        return 1;
    }

    private static MidiDivision ReadDivision(ReadOnlySpan<byte> bytes, int at, WarningLog log)
    {
        MidiDivision division = MidiDivision.FromRaw(BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]));
        if (!division.IsUsable)
        {
            log.Add(MidiWarningCode.Division, at, $"at least 1 tick", $"0", $"read as 480 ticks a quarter");
            return MidiDivision.PerQuarter(480);
        }

        if (!division.IsStandard)
        {
            log.Add(MidiWarningCode.Division, at, $"24, 25, 29 or 30 frames a second", $"{division.FrameRate}", $"taken at its word");
        }

        return division;
    }
}
