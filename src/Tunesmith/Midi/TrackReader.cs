namespace Tunesmith.Midi;

/// <summary>Reads the events of one track chunk.</summary>
internal ref struct TrackReader
{
    private readonly ReadOnlyMemory<byte> _file;
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly WarningLog _log;
    private readonly List<MidiEvent> _events;
    private readonly bool _isOpen;
    private long _tick;
    private byte _running;
    private bool _isRunningBroken;

    /// <summary>Starts at the first byte after the chunk's header.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="start">The first byte of the events.</param>
    /// <param name="end">The byte after the last that may belong to the track.</param>
    /// <param name="isOpen">Whether the end is not known: the end of track event tells it, and what follows is not the track's.</param>
    /// <param name="log">Where warnings go.</param>
    public TrackReader(ReadOnlyMemory<byte> file, int start, int end, bool isOpen, WarningLog log)
    {
        _file = file;
        _bytes = file.Span[..end];
        _log = log;
        _isOpen = isOpen;

        // Chunks with known ends share the file among them, so this is bounded; open ones may overlap, so they start small.
        _events = new List<MidiEvent>(isOpen ? 0 : (end - start) / 4);
        Position = start;
    }

    /// <summary>The byte to be read next.</summary>
    public int Position { get; private set; }

    /// <summary>Reads up to the end of track or of the chunk.</summary>
    public MidiTrack Read()
    {
        while (TryReadEvent())
        {
            if (_events.Count > 0 && _events[^1].IsEndOfTrack)
            {
                int left = _bytes.Length - Position;
                if (left > 0 && !_isOpen)
                {
                    _log.Add(MidiWarningCode.DataAfterEndOfTrack, Position, "the end of the chunk after the end of track", $"{left} byte(s)", "they are skipped");
                }

                return MidiTrack.OfSound(_events);
            }
        }

        _log.Add(MidiWarningCode.MissingEndOfTrack, Position, "an end of track event", "the end of the chunk", $"the track ends at tick {_tick}");
        _events.Add(MidiEvent.EndOfTrack(_tick));
        return MidiTrack.OfSound(_events);
    }

    /// <summary>Reads a delta time and its event; false where the chunk ends first. What is cut off is left out.</summary>
    private bool TryReadEvent()
    {
        int start = Position;
        if (start >= _bytes.Length)
        {
            return false;
        }

        if (!TryReadVariableLength("a delta time", out int delta) || !TryReadStatus(out byte status))
        {
            return CutOff(start);
        }

        _tick += delta;
        if (status is 0xFF or 0xF0 or 0xF7)
        {
            return TryReadPayload(status) || CutOff(start);
        }

        int length = MidiEvent.DataLength(status);
        if (_bytes.Length - Position < length)
        {
            return CutOff(start);
        }

        if (status >= 0xF0)
        {
            _log.Add(MidiWarningCode.SystemMessage, Position - 1, "an event of a file", $"the system message {status:X2}", "it is kept");
            _isRunningBroken = true;
        }

        byte data1 = length > 0 ? ReadData() : (byte)0;
        byte data2 = length > 1 ? ReadData() : (byte)0;
        _events.Add(new MidiEvent(_tick, status, data1, data2));
        return true;
    }

    /// <summary>Reads a status byte, or takes the running one; false where the chunk ends first.</summary>
    private bool TryReadStatus(out byte status)
    {
        status = _running;
        if (Position >= _bytes.Length)
        {
            return false;
        }

        if (_bytes[Position] < 0x80 && _running != 0)
        {
            if (_isRunningBroken)
            {
                _log.Add(MidiWarningCode.RunningStatus, Position, "a status byte after a system or meta event", $"{_bytes[Position]:X2}", $"status {_running:X2} goes on");
                _isRunningBroken = false;
            }

            return true;
        }

        if (_bytes[Position] < 0x80)
        {
            int skipped = _bytes[Position..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            skipped = skipped < 0 ? _bytes.Length - Position : skipped;
            _log.Add(MidiWarningCode.MissingStatus, Position, "a status byte", $"{_bytes[Position]:X2}", $"{skipped} byte(s) are skipped");
            Position += skipped;
            if (Position >= _bytes.Length)
            {
                return false;
            }
        }

        status = _bytes[Position++];
        if (status < 0xF0)
        {
            _running = status;
            _isRunningBroken = false;
        }

        return true;
    }

    /// <summary>Reads a meta or system exclusive event from the byte after its status; false where the chunk ends first.</summary>
    private bool TryReadPayload(byte status)
    {
        int start = Position - 1;
        byte type = 0;
        if (status == 0xFF)
        {
            if (Position >= _bytes.Length)
            {
                return false;
            }

            type = _bytes[Position++];
        }

        if (!TryReadVariableLength("a length", out int length) || length > _bytes.Length - Position)
        {
            return false;
        }

        if (status == 0xFF)
        {
            CheckMeta(start, type, length);
        }

        _events.Add(new MidiEvent(_tick, status, type, 0, _file.Slice(Position, length)));
        Position += length;
        _isRunningBroken = true;
        return true;
    }

    private readonly void CheckMeta(int start, byte type, int length)
    {
        if (type > 127)
        {
            _log.Add(MidiWarningCode.MetaType, start + 1, "a type of meta event from 00 to 7F", $"{type:X2}", "it is kept");
        }

        int expected = MetaLength(type);
        if (expected >= 0 && length != expected && (type != 0 || length != 0))
        {
            _log.Add(MidiWarningCode.MetaLength, start + 2, $"{expected} byte(s) in a {(MidiMetaType)type}", $"{length}", "it is kept as it is");
        }
    }

    /// <summary>The length that the specification gives a meta event, or -1 where it gives none.</summary>
    private static int MetaLength(byte type) => (MidiMetaType)type switch
    {
        MidiMetaType.EndOfTrack => 0,
        MidiMetaType.ChannelPrefix or MidiMetaType.Port => 1,
        MidiMetaType.SequenceNumber or MidiMetaType.KeySignature => 2,
        MidiMetaType.Tempo => 3,
        MidiMetaType.TimeSignature => 4,
        MidiMetaType.SmpteOffset => 5,
        _ => -1,
    };

    private bool TryReadVariableLength(string what, out int value)
    {
        int size = VariableLength.Read(_bytes[Position..], out value);
        if (size == 4 && _bytes[Position + 3] >= 0x80)
        {
            _log.Add(MidiWarningCode.VariableLength, Position, $"{what} of at most 4 bytes", "a longer one", $"its first 4 bytes, {value}, are read");
        }

        Position += size;
        return size > 0;
    }

    private byte ReadData()
    {
        byte data = _bytes[Position++];
        if (data > 127)
        {
            _log.Add(MidiWarningCode.DataByte, Position - 1, "a data byte from 00 to 7F", $"{data:X2}", "read as 7F");
        }

        return Math.Min(data, (byte)127);
    }

    private bool CutOff(int start)
    {
        _log.Add(MidiWarningCode.EventCutOff, start, "a whole event", "the end of the chunk", "it is left out");
        Position = _bytes.Length;
        return false;
    }
}
