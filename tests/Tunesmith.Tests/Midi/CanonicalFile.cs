using System.Buffers.Binary;

namespace Tunesmith.Tests.Midi;

/// <summary>
/// Whether bytes are written as docs/midi.md says that a canonical file is, found by walking them, without the reader or the writer.
/// </summary>
internal static class CanonicalFile
{
    /// <param name="bytes">The file.</param>
    /// <param name="mayRepeatStatus">Whether a status may be written where it goes on.</param>
    public static bool Is(ReadOnlySpan<byte> bytes, bool mayRepeatStatus = false)
    {
        if (bytes.Length < 14 || !bytes.StartsWith("MThd\0\0\0\x06\0"u8) || bytes[9] > 2 || !IsDivision(bytes[12], bytes[13]))
        {
            return false;
        }

        int tracks = BinaryPrimitives.ReadUInt16BigEndian(bytes[10..]);
        int at = 14;
        for (int track = 0; track < tracks; track++)
        {
            if (bytes.Length - at < 8 || !bytes[at..].StartsWith("MTrk"u8))
            {
                return false;
            }

            long end = at + 8 + (long)BinaryPrimitives.ReadUInt32BigEndian(bytes[(at + 4)..]);
            if (end > bytes.Length || !IsTrack(bytes[(at + 8)..(int)end], mayRepeatStatus))
            {
                return false;
            }

            at = (int)end;
        }

        return at == bytes.Length && (bytes[9] > 0 || tracks <= 1);
    }

    private static bool IsDivision(byte high, byte low) =>
        high < 0x80 ? high + low > 0 : (256 - high) is 24 or 25 or 29 or 30 && low > 0;

    private static bool IsTrack(ReadOnlySpan<byte> bytes, bool mayRepeatStatus)
    {
        int running = -1;
        while (IsNumber(ref bytes, out _) && bytes.Length > 0)
        {
            int status = bytes[0] < 0x80 ? running : bytes[0];
            if (status < 0 || (bytes[0] == running && !mayRepeatStatus))
            {
                return false; // there is no status to go on with, or it is written though it goes on
            }

            bytes = bytes[0] < 0x80 ? bytes : bytes[1..];
            if (status is 0xFF or 0xF0 or 0xF7)
            {
                bool isEnd = status == 0xFF && bytes is [0x2F, 0x00];
                if (isEnd || (status == 0xFF && (bytes.Length == 0 || bytes[0] is 0x2F or > 0x7F)))
                {
                    return isEnd;
                }

                bytes = status == 0xFF ? bytes[1..] : bytes;
                if (!IsNumber(ref bytes, out int length) || length > bytes.Length)
                {
                    return false;
                }

                bytes = bytes[length..];
                running = -1;
                continue;
            }

            int count = status is >= 0xC0 and < 0xE0 ? 1 : 2;
            if (status >= 0xF0 || bytes.Length < count || bytes[..count].ContainsAnyInRange((byte)0x80, (byte)0xFF))
            {
                return false;
            }

            bytes = bytes[count..];
            running = status;
        }

        return false; // no end of track
    }

    /// <summary>A number of at most four bytes, with no more bytes than it needs.</summary>
    private static bool IsNumber(ref ReadOnlySpan<byte> bytes, out int value)
    {
        value = 0;
        for (int size = 1; size <= Math.Min(4, bytes.Length); size++)
        {
            value = (value << 7) | (bytes[size - 1] & 0x7F);
            if (bytes[size - 1] < 0x80)
            {
                bool isShortest = size == 1 || bytes[0] != 0x80;
                bytes = bytes[size..];
                return isShortest;
            }
        }

        return false;
    }
}
