namespace Tunesmith.Midi;

/// <summary>Reads the events of one track chunk.</summary>
internal ref partial struct TrackReader
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
                    Warn(MidiWarningCode.DataAfterEndOfTrack, Position, "the end of the chunk", $"{left} byte(s)", "they are skipped");
                }

                return MidiTrack.OfSound(_events);
            }
        }

        Warn(MidiWarningCode.MissingEndOfTrack, Position, "an end of track", "the end of the chunk", $"the track ends at tick {_tick}");
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
            Warn(MidiWarningCode.SystemMessage, Position - 1, "an event of a file", $"the system message {status:X2}", "it is kept");
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
                string expected = "a status byte after a system or meta event";
                Warn(MidiWarningCode.RunningStatus, Position, expected, $"{_bytes[Position]:X2}", $"status {_running:X2} goes on");
                _isRunningBroken = false;
            }

            return true;
        }

        if (_bytes[Position] < 0x80)
        {
            int skipped = _bytes[Position..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            skipped = skipped < 0 ? _bytes.Length - Position : skipped;
            Warn(MidiWarningCode.MissingStatus, Position, "a status byte", $"{_bytes[Position]:X2}", $"{skipped} byte(s) are skipped");
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

    private bool TryReadVariableLength(string what, out int value)
    {
        int size = VariableLength.Read(_bytes[Position..], out value);
        if (size == 4 && _bytes[Position + 3] >= 0x80)
        {
            string done = $"its first 4 bytes, {value}, are read";
            Warn(MidiWarningCode.VariableLength, Position, $"{what} of at most 4 bytes", "a longer one", done);
        }

        Position += size;
        return size > 0;
    }

    private byte ReadData()
    {
        byte data = _bytes[Position++];
        if (data > 127)
        {
            Warn(MidiWarningCode.DataByte, Position - 1, "a data byte from 00 to 7F", $"{data:X2}", "read as 7F");
        }

        return Math.Min(data, (byte)127);
    }

    private bool CutOff(int start)
    {
        Warn(MidiWarningCode.EventCutOff, start, "a whole event", "the end of the chunk", "it is left out");
        Position = _bytes.Length;
        return false;
    }

    private readonly void Warn(MidiWarningCode code, int offset, string expected, string found, string done) =>
        _log.Add(code, offset, expected, found, done);
}
