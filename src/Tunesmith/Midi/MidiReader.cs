using System.Buffers.Binary;

namespace Tunesmith.Midi;

/// <summary>
/// Reads the chunks of a file: the header and the tracks. Nothing a length field says is trusted: memory grows only with bytes
/// that are there, and every turn of the loop moves on.
/// </summary>
internal static class MidiReader
{
    private const int ChunkHeader = 8;
    private const int HeaderLength = 6;

    public static MidiFile Read(ReadOnlyMemory<byte> file, MidiReadOptions options)
    {
        ReadOnlySpan<byte> bytes = file.Span;
        WarningLog log = new(options.Strict);
        int position = FindHeader(bytes, log);
        (int format, MidiDivision division, int declared) = ReadHeader(bytes, position, log, out int next);

        List<MidiTrack> tracks = [];
        while (next < bytes.Length)
        {
            next = ReadChunk(file, next, tracks, declared, log);
        }

        if (tracks.Count != declared)
        {
            log.Add(
                MidiWarningCode.TrackCount,
                position + 10,
                $"as many tracks as the header says, {declared},",
                $"{tracks.Count}",
                "all that are there are read");
        }

        if (format == 0 && tracks.Count > 1)
        {
            log.Add(MidiWarningCode.Format, position + ChunkHeader, "one track in format 0", $"{tracks.Count}", "read as format 1");
            format = 1;
        }

        return new MidiFile(format, division, [.. tracks.Take(ushort.MaxValue)], log.ToArray());
    }

    /// <summary>Where <c>MThd</c> stands: at the start, or in the data chunk of a RIFF file of type RMID.</summary>
    private static int FindHeader(ReadOnlySpan<byte> bytes, WarningLog log)
    {
        int position = 0;
        if (bytes.StartsWith("RIFF"u8) && bytes.Length >= 12 && bytes[8..].StartsWith("RMID"u8))
        {
            position = Math.Max(0, bytes.IndexOf("MThd"u8));
            string done = $"the MIDI file inside, at byte {position}, is read";
            log.Add(MidiWarningCode.Wrapped, 0, "a MIDI file", "a RIFF file of type RMID", done);
        }

        if (!bytes[position..].StartsWith("MThd"u8))
        {
            throw new MidiFormatException(position, "the header chunk 'MThd'", Describe(bytes[position..], 4), "Is this a MIDI file?");
        }

        if (bytes.Length - position < ChunkHeader + HeaderLength)
        {
            throw new MidiFormatException(
                bytes.Length,
                $"a header of {ChunkHeader + HeaderLength} bytes",
                $"the end of the file after {bytes.Length - position}",
                "The file is cut off: fetch it again.");
        }

        return position;
    }

    private static (int Format, MidiDivision Division, int Declared) ReadHeader(
        ReadOnlySpan<byte> bytes, int position, WarningLog log, out int next)
    {
        uint length = BinaryPrimitives.ReadUInt32BigEndian(bytes[(position + 4)..]);
        int at = position + ChunkHeader;
        next = at + HeaderLength;
        if (length != HeaderLength)
        {
            log.Add(MidiWarningCode.HeaderLength, position + 4, "a header of 6 bytes", $"{length}", "its first 6 bytes are read");
            if (length > HeaderLength && length <= (uint)(bytes.Length - at))
            {
                next = at + (int)length;
            }
        }

        int format = BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
        int declared = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        MidiDivision division = MidiDivision.FromRaw(BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 4)..]));
        if (format > 2)
        {
            log.Add(MidiWarningCode.Format, at, "format 0, 1 or 2", $"{format}", "read as format 1");
            format = 1;
        }

        if (!division.IsUsable)
        {
            log.Add(MidiWarningCode.Division, at + 4, "at least 1 tick", "0", "read as 480 ticks a quarter");
            division = MidiDivision.PerQuarter(480);
        }
        else if (!division.IsStandard)
        {
            log.Add(MidiWarningCode.Division, at + 4, "24, 25, 29 or 30 frames a second", $"{division.FrameRate}", "taken at its word");
        }

        return (format, division, declared);
    }

    /// <summary>Reads or skips the chunk at a position and returns where to go on.</summary>
    private static int ReadChunk(ReadOnlyMemory<byte> file, int position, List<MidiTrack> tracks, int declared, WarningLog log)
    {
        ReadOnlySpan<byte> bytes = file.Span;
        ReadOnlySpan<byte> rest = bytes[position..];
        if (rest.Length < ChunkHeader || !IsChunkName(rest[..4]))
        {
            // What follows the last track is left alone: it may hold bytes that only look like a track.
            int found = tracks.Count < declared ? rest.IndexOf("MTrk"u8) : -1;
            int next = found < 0 ? bytes.Length : position + found;
            string done = found < 0 ? $"the last {rest.Length} byte(s) are skipped" : $"skipped to the track at byte {next}";
            log.Add(MidiWarningCode.NotAChunk, position, "a chunk or the end of the file", Describe(rest, 4), done);
            return found == 0 ? bytes.Length : next;
        }

        uint length = BinaryPrimitives.ReadUInt32BigEndian(rest[4..]);
        int start = position + ChunkHeader;
        int end = (int)Math.Min(start + (long)length, bytes.Length);
        bool isCutOff = length > (uint)(bytes.Length - start);
        bool isTrack = rest.StartsWith("MTrk"u8);
        if (isCutOff)
        {
            log.Add(
                MidiWarningCode.ChunkCutOff,
                position + 4,
                $"at most {bytes.Length - start} byte(s) in the chunk, as many as the file has left,",
                $"{length}",
                isTrack ? "read up to the end of the track or of the file" : "the chunk's header is skipped");
        }

        if (!isTrack)
        {
            return isCutOff ? start : end;
        }

        // A length beyond the file is wrong: further tracks may follow where this one ends.
        TrackReader reader = new(file, start, end, isCutOff, log);
        tracks.Add(reader.Read());
        return isCutOff ? reader.Position : end;
    }

    private static bool IsChunkName(ReadOnlySpan<byte> name) => !name.ContainsAnyExceptInRange((byte)' ', (byte)'~');

    /// <summary>The first bytes as text and hexadecimal, for a message on one line.</summary>
    private static string Describe(ReadOnlySpan<byte> bytes, int count)
    {
        ReadOnlySpan<byte> shown = bytes[..Math.Min(count, bytes.Length)];
        return shown.IsEmpty ? "the end of the file"
            : IsChunkName(shown) ? $"'{System.Text.Encoding.ASCII.GetString(shown)}'"
            : $"the bytes {Convert.ToHexString(shown)}";
    }
}
