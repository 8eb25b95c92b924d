using System.Buffers.Binary;

namespace Tunesmith.Midi.Reading;

/// <summary>
/// Reads the events of one track chunk. Nearly all events are sound ones of a channel: <see cref="ReadSoundChannelEvents"/> takes
/// them by the run, and <see cref="TryReadEvent"/> takes any other, with care.
/// </summary>
internal ref partial struct TrackReader
{
    private readonly MidiPayloads _payloads;
    private readonly MidiRecordBuffer _buffer;
    private WarningLog _log;
    private ReadOnlySpan<byte> _bytes;
    private int _end; // of the events in the buffer
    private long _tick;
    private byte _running; // the status that goes on; 0 after what is no channel event
    private bool _isEndKnown; // an end of track stood before the last events
    private byte _lastStatus; // of the channel event before, whatever came between

    /// <summary>Starts a track.</summary>
    /// <param name="payloads">The whole file.</param>
    /// <param name="buffer">Where the events gather.</param>
    /// <param name="log">Where warnings go.</param>
    public TrackReader(MidiPayloads payloads, MidiRecordBuffer buffer, WarningLog log)
    {
        _payloads = payloads;
        _buffer = buffer;
        _log = log;
        _end = buffer.Start;
    }

    /// <summary>The byte to be read next.</summary>
    public int Position { get; private set; }

    /// <summary>Whether a text has a byte over 127, so that its encoding matters.</summary>
    public bool HasForeignText { get; private set; }

    /// <summary>Whether an end of track was met; else the chunk ended first.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>Reads up to the end of track or of the chunk, or goes on to a farther end from where the chunk ended.</summary>
    /// <param name="start">The first byte of the events.</param>
    /// <param name="end">The byte after the last that may belong to the track.</param>
    public void Read(int start, int end)
    {
        _bytes = _payloads.Bytes.AsSpan(0, end);
        Position = start;
        do
        {
            ReadSoundChannelEvents();
        }
        while (TryReadEvent() && !(IsEnded = _buffer.Records[_end - 1].IsEndOfTrack));
    }

    /// <summary>
    /// Goes on behind an end of track, if nothing but sound events follow it up to the end of the chunk. The end of track then
    /// does not count; most software reads such chunks so. Else nothing changes.
    /// </summary>
    public bool TryGoOn()
    {
        int count = _end - _buffer.Start;
        MidiRecord endOfTrack = _buffer.Records[_end - 1];
        WarningLog log = _log;
        TrackReader trial = this;
        trial._log = new WarningLog(strict: false, most: 0);
        while (trial.Position < _bytes.Length && trial._log.IsEmpty)
        {
            trial._end -= trial.IsEnded ? 1 : 0;
            int position = trial.Position;
            trial.Read(position, _bytes.Length);
            if (trial.Position == position)
            {
                break;
            }
        }

        if (trial.Position == _bytes.Length && trial._log.IsEmpty && !trial.HasLongGap(count - 1))
        {
            this = trial;
            _log = log;
            _isEndKnown = true;
            return true;
        }

        // The trial has written over the end of track, and the buffer may have grown.
        _end = _buffer.Start + count;
        _buffer.Records[_end - 1] = endOfTrack;
        return false;
    }

    /// <summary>Whether more ticks than a file can state lie before an event from an index on: ends between may be left out.</summary>
    private readonly bool HasLongGap(int first)
    {
        ReadOnlySpan<MidiRecord> events = _buffer.Records.AsSpan(_buffer.Start.._end);
        for (int index = first; index < events.Length; index++)
        {
            if (events[index].Tick - (index == 0 ? 0 : events[index - 1].Tick) > VariableLength.Highest)
            {
                return true;
            }
        }

        return _tick - (events.IsEmpty ? 0 : events[^1].Tick) > VariableLength.Highest;
    }

    /// <summary>The track, with an end of track if it has none.</summary>
    public MidiTrack Finish()
    {
        if (!IsEnded && !_isEndKnown)
        {
            if (Position < _bytes.Length)
            {
                _log.Add(MidiWarningCode.EventCutOff, Position, $"a whole event", $"the end of the chunk", $"it is left out");
                Position = _bytes.Length;
            }

            _log.Add(MidiWarningCode.MissingEndOfTrack, Position, $"an end of track", $"the end of the chunk", $"it ends at tick {_tick}");
        }

        if (!IsEnded)
        {
            Add(0xFF | ((uint)MidiMetaType.EndOfTrack << 8), MidiRecord.NoPayload);
        }

        return new MidiTrack(_buffer.Finish(_end, _payloads));
    }

    /// <summary>
    /// Takes channel events while they are whole and sound, have a status of their own or go on with one, and come at most 16,383
    /// ticks after the one before: these take at most 5 bytes, and 8 are read at once.
    /// </summary>
    private void ReadSoundChannelEvents()
    {
        ReadOnlySpan<byte> bytes = _bytes;
        MidiRecord[] records = _buffer.Records;
        int position = Position;
        int end = _end;
        long tick = _tick;
        uint running = _running;
        while (position <= bytes.Length - sizeof(ulong))
        {
            ulong next = BinaryPrimitives.ReadUInt64LittleEndian(bytes[position..]);
            uint delta = (uint)next & 0x7F;
            int size = 1;
            if ((next & 0x80) != 0)
            {
                if ((next & 0x8000) != 0)
                {
                    break;
                }

                delta = (delta << 7) | (uint)(next >> 8) & 0x7F;
                next >>= 8;
                size = 2;
            }

            uint message = (uint)(next >> 8);
            if ((message & 0x80) == 0)
            {
                message = (message << 8) | running;
            }
            else
            {
                size++;
            }

            uint status = message & 0xFF;
            bool hasOneByte = (status & 0xE0) == 0xC0;
            message &= hasOneByte ? 0xFFFFu : 0xFFFFFFu;
            if (status is < 0x80 or >= 0xF0 || (message & 0x808000) != 0)
            {
                break;
            }

            if ((uint)end >= (uint)records.Length)
            {
                end = Grow(end, position);
                records = _buffer.Records;
            }

            tick += delta;
            records[end++] = new MidiRecord(tick, message);
            running = status;
            position += size + (hasOneByte ? 1 : 2);
        }

        Position = position;
        _end = end;
        _tick = tick;
        _running = (byte)running;
        _lastStatus = running == 0 ? _lastStatus : (byte)running;
    }

    private void Add(uint message, int payloadAt = 0)
    {
        if (_end == _buffer.Records.Length)
        {
            _end = Grow(_end, Position);
        }

        _buffer.Records[_end++] = new MidiRecord(_tick, message, payloadAt);
    }

    /// <summary>Makes room in the buffer and returns the index after the last event, which may have moved.</summary>
    private readonly int Grow(int end, int position)
    {
        int count = end - _buffer.Start;
        _buffer.Grow(end, position);
        return _buffer.Start + count;
    }
}
