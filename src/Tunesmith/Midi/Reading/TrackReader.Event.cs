namespace Tunesmith.Midi.Reading;

internal ref partial struct TrackReader
{
    /// <summary>Reads a delta time and any event; false, and stays before it, where the chunk ends first.</summary>
    private bool TryReadEvent()
    {
        int start = Position;
        long tick = _tick;
        if (start >= _bytes.Length)
        {
            return false;
        }

        if (TryReadVariableLength(isDelta: true, out int delta) && TryReadStatus(out byte status))
        {
            _tick += delta;
            if (MidiRecord.HasPayloadAfter(status) ? TryReadPayload(status) : TryReadMessage(status))
            {
                return true;
            }
        }

        _tick = tick;
        Position = start;
        return false;
    }

    /// <summary>Reads the data bytes of a channel event, or of a system message that has no place in a file.</summary>
    private bool TryReadMessage(byte status)
    {
        int length = MidiEvent.DataLength(status);
        if (_bytes.Length - Position < length)
        {
            return false;
        }

        if (status >= 0xF0)
        {
            _log.Add(
                MidiWarningCode.SystemMessage, Position - 1, $"an event of a file", $"the system message {status:X2}", $"it is kept");
            _running = 0;
        }

        uint message = status;
        for (int index = 0; index < length; index++)
        {
            byte data = _bytes[Position++];
            message |= (uint)data << (8 * (index + 1));
            if (data > 127)
            {
                _log.Add(MidiWarningCode.DataByte, Position - 1, $"a data byte from 00 to 7F", $"{data:X2}", $"a song takes it as 7F");
            }
        }

        Add(message);
        return true;
    }

    /// <summary>Reads a status byte, or takes the running one; false where the chunk ends first.</summary>
    private bool TryReadStatus(out byte status)
    {
        status = _lastStatus;
        if (Position >= _bytes.Length)
        {
            return false;
        }

        if (_bytes[Position] < 0x80 && _lastStatus != 0)
        {
            if (_running == 0)
            {
                _log.Add(
                    MidiWarningCode.RunningStatus,
                    Position,
                    $"a status byte after a system or meta event",
                    $"{_bytes[Position]:X2}",
                    $"status {_lastStatus:X2} goes on");
                _running = _lastStatus;
            }

            return true;
        }

        if (_bytes[Position] < 0x80)
        {
            int skipped = _bytes[Position..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            skipped = skipped < 0 ? _bytes.Length - Position : skipped;
            _log.Add(
                MidiWarningCode.MissingStatus, Position, $"a status byte", $"{_bytes[Position]:X2}", $"{skipped} byte(s) are skipped");
            Position += skipped;
            if (Position >= _bytes.Length)
            {
                return false;
            }
        }

        status = _bytes[Position++];
        if (status < 0xF0)
        {
            _running = _lastStatus = status;
        }

        return true;
    }

    private bool TryReadVariableLength(bool isDelta, out int value)
    {
        int size = VariableLength.Read(_bytes[Position..], out value);
        if (size > 4)
        {
            string what = isDelta ? "a delta time" : "a length";
            _log.Add(
                MidiWarningCode.VariableLength, Position, $"{what} of at most 4 bytes", $"one of {size}", $"it is read as {value}");
        }

        Position += size;
        return size > 0;
    }
}
