using System.Buffers.Binary;

namespace Tunesmith.Midi.Reading;

/// <summary>
/// Reads the chunks of a file: the header and the tracks. Nothing a length field says is trusted: memory grows only with bytes
/// that are there, and every turn of the loop moves on.
/// </summary>
internal sealed class MidiReader
{
    private readonly byte[] _bytes;
    private readonly WarningLog _log;
    private readonly MidiPayloads _payloads;
    private readonly MidiRecordBuffer _buffer;
    private readonly MidiHeader _header;
    private readonly List<MidiTrack> _tracks = [];
    private bool _hasForeignText;

    private MidiReader(byte[] bytes, MidiReadOptions options)
    {
        _bytes = bytes;
        _log = new WarningLog(options.Strict);
        _payloads = new MidiPayloads(bytes);
        _header = MidiHeader.Read(bytes, _log);
        _buffer = new MidiRecordBuffer(bytes.Length);
    }

    /// <summary>Reads a file. Its payloads stay in the bytes, so these may not change any more.</summary>
    /// <exception cref="MidiFormatException">They are not a MIDI file, or they break the format and the options are strict.</exception>
    public static MidiFile Read(byte[] bytes, MidiReadOptions options)
    {
        MidiReader reader = new(bytes, options);
        try
        {
            return reader.Read();
        }
        finally
        {
            reader._buffer.Return();
        }
    }

    private MidiFile Read()
    {
        // Zero tracks would be no song at all, and so is no number to go by.
        int most = _header.DeclaredTracks == 0 ? ushort.MaxValue : _header.DeclaredTracks;
        int next = _header.Next;
        while (next < _header.End && _tracks.Count < most)
        {
            next = ReadChunk(next);
        }

        int found = _tracks.Count + CountTracks(next);
        if (found != _header.DeclaredTracks)
        {
            _log.Add(
                MidiWarningCode.TrackCount,
                _header.DeclaredTracksAt,
                $"as many tracks as the header says, {_header.DeclaredTracks},",
                $"{found}",
                $"{_tracks.Count} are read");
        }

        int format = _header.Format;
        if (format == 0 && _tracks.Count > 1)
        {
            int at = _header.Offset + MidiChunk.HeaderLength;
            _log.Add(MidiWarningCode.Format, at, $"one track in format 0", $"{_tracks.Count}", $"read as format 1");
            format = 1;
        }

        if (_hasForeignText)
        {
            _payloads.TextEncoding = TextGuess.Of(_tracks);
        }

        return new MidiFile(format, _header.Division, [.. _tracks], _log.ToArray())
        {
            TextEncoding = _payloads.TextEncoding,
            Header = _header,
            TracksFound = found,
        };
    }

    /// <summary>Reads or skips the chunk at a position and returns where to go on.</summary>
    private int ReadChunk(int position)
    {
        ReadOnlySpan<byte> rest = _bytes.AsSpan(position.._header.End);
        if (!MidiChunk.IsAt(rest))
        {
            return FindTrack(position);
        }

        uint length = BinaryPrimitives.ReadUInt32BigEndian(rest[4..]);
        int start = position + MidiChunk.HeaderLength;
        int left = _header.End - start;
        bool isTrack = rest.StartsWith(MidiChunk.Track);
        if (!isTrack && length > (uint)left)
        {
            return PassOverCutOff(position);
        }

        if (length <= (uint)left)
        {
            return isTrack ? ReadTrack(position, start + (int)length) : start + (int)length;
        }

        _log.Add(
            MidiWarningCode.ChunkCutOff,
            position + 4,
            $"at most {left} byte(s) in the chunk, as many as the file has left,",
            $"{length}",
            $"read up to the end of the track or of the file");

        // A length beyond the file is wrong: further tracks may follow where this one ends.
        TrackReader reader = new(_payloads, _buffer, _log);
        reader.Read(start, _header.End);
        Keep(ref reader);
        return reader.Position;
    }

    /// <summary>
    /// What comes after a chunk that is no track and longer than the file: the next track. Another chunk is not looked for, since any four
    /// letters begin one.
    /// </summary>
    private int PassOverCutOff(int position)
    {
        int start = position + MidiChunk.HeaderLength;
        ReadOnlySpan<byte> content = _bytes.AsSpan(start.._header.End);
        int found = content.IndexOf(MidiChunk.Track);
        _log.Add(
            MidiWarningCode.ChunkCutOff,
            position + 4,
            $"at most {content.Length} byte(s) in the chunk, as many as the file has left,",
            $"{BinaryPrimitives.ReadUInt32BigEndian(_bytes.AsSpan(position + 4))}",
            $"{(found < 0 ? "it is skipped" : $"skipped to the track at byte {start + found}")}");
        return found < 0 ? _header.End : start + found;
    }

    private int ReadTrack(int position, int end)
    {
        TrackReader reader = new(_payloads, _buffer, _log);
        reader.Read(position + MidiChunk.HeaderLength, end);
        ReadOnlySpan<byte> behind = _bytes.AsSpan(end.._header.End);
        bool areTracksMissing = _tracks.Count + 1 < _header.DeclaredTracks;
        if (!reader.IsEnded && areTracksMissing && !behind.IsEmpty && !MidiChunk.IsAt(behind))
        {
            int found = behind.IndexOf(MidiChunk.Track);
            int fartherEnd = found < 0 ? _header.End : end + found;
            _log.Add(
                MidiWarningCode.ChunkTooShort,
                position + 4,
                $"a chunk up to the end of its track",
                $"no chunk behind its {end - position - MidiChunk.HeaderLength} byte(s)",
                $"the track goes on up to byte {fartherEnd} at most");
            reader.Read(reader.Position, fartherEnd);
            end = reader.Position;
        }
        else if (reader.IsEnded && reader.Position < end)
        {
            end = ReadBehindEnd(ref reader, end, areTracksMissing);
        }

        Keep(ref reader);
        return end;
    }

    /// <summary>What stands behind an end of track in its chunk: another track, more events, or bytes to skip.</summary>
    private int ReadBehindEnd(ref TrackReader reader, int end, bool areTracksMissing)
    {
        int position = reader.Position;
        if (areTracksMissing && _bytes.AsSpan(position..end).StartsWith(MidiChunk.Track))
        {
            _log.Add(MidiWarningCode.ChunkTooLong, position, $"the end of the chunk", $"another track", $"it is read");
            return position;
        }

        bool goesOn = reader.TryGoOn();
        _log.Add(
            MidiWarningCode.DataAfterEndOfTrack,
            position,
            $"the end of the chunk",
            $"{end - position} byte(s)",
            $"{(goesOn ? "they are events, and are read" : "they are skipped")}");
        return end;
    }

    private void Keep(ref TrackReader reader)
    {
        _tracks.Add(reader.Finish());
        _hasForeignText |= reader.HasForeignText;
    }

    /// <summary>Skips what is no chunk. What follows the last track is left alone: it may hold bytes that only look like a track.</summary>
    private int FindTrack(int position)
    {
        ReadOnlySpan<byte> rest = _bytes.AsSpan(position.._header.End);
        int found = _tracks.Count < _header.DeclaredTracks ? rest.IndexOf(MidiChunk.Track) : -1;
        int next = found <= 0 ? _header.End : position + found;
        _log.Add(
            MidiWarningCode.NotAChunk,
            position,
            $"a chunk or the end of the file",
            $"{MidiChunk.Describe(rest)}",
            $"{(found <= 0 ? $"the last {rest.Length} byte(s) are skipped" : $"skipped to the track at byte {next}")}");
        return next;
    }

    /// <summary>Tells of a last chunk that is longer than the file, unless it may be the rest of a RIFF file around this one.</summary>
    private void AddCutOffBehind(int position, int left, uint length)
    {
        if (!_bytes.AsSpan().StartsWith("RIFF"u8))
        {
            _log.Add(
                MidiWarningCode.ChunkCutOff,
                position + 4,
                $"at most {left} byte(s) in the chunk, as many as the file has left,",
                $"{length}",
                $"it is left alone");
        }
    }

    /// <summary>How many more tracks there are; they are not read.</summary>
    private int CountTracks(int position)
    {
        int count = 0;
        while (position < _header.End)
        {
            ReadOnlySpan<byte> rest = _bytes.AsSpan(position.._header.End);
            if (!MidiChunk.IsAt(rest))
            {
                FindTrack(position);
                return count;
            }

            count += rest.StartsWith(MidiChunk.Track) ? 1 : 0;
            uint length = BinaryPrimitives.ReadUInt32BigEndian(rest[4..]);
            int left = rest.Length - MidiChunk.HeaderLength;
            if (length > (uint)left)
            {
                AddCutOffBehind(position, left, length);
                return count;
            }

            position += MidiChunk.HeaderLength + (int)length;
        }

        return count;
    }
}
