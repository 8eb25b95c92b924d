namespace Tunesmith.Midi;

/// <summary>
/// An event as a track keeps it, in 16 bytes. A payload stays where it is: a number of variable length that says how long it is,
/// then its bytes.
/// </summary>
internal readonly struct MidiRecord
{
    /// <summary>Where the payload of an event that the file does not have would stand.</summary>
    public const int NoPayload = -1;

    private readonly long _tick;
    private readonly uint _message;
    private readonly int _payloadAt;

    /// <summary>Makes a record.</summary>
    /// <param name="tick">When it happens.</param>
    /// <param name="message">The status byte in the lowest 8 bits, then the two data bytes.</param>
    /// <param name="payloadAt">Where the length of the payload stands in the track's bytes.</param>
    public MidiRecord(long tick, uint message, int payloadAt = 0)
    {
        _tick = tick;
        _message = message;
        _payloadAt = payloadAt;
    }

    public long Tick => _tick;

    public int PayloadAt => _payloadAt;

    public byte Status => (byte)_message;

    public byte Data1 => (byte)(_message >> 8);

    public byte Data2 => (byte)(_message >> 16);

    public bool HasPayload => HasPayloadAfter(Status);

    public bool IsEndOfTrack => (_message & 0xFFFF) == (0xFF | ((uint)MidiMetaType.EndOfTrack << 8));

    /// <summary>Whether a status byte begins a system exclusive or meta event, which has a length and a payload.</summary>
    public static bool HasPayloadAfter(byte status) => status is 0xF0 or 0xF7 or 0xFF;
}
