namespace Tunesmith.Midi.Reading;

internal ref partial struct TrackReader
{
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

        int payloadAt = Position;
        if (!TryReadVariableLength(isDelta: false, out int length) || length > _bytes.Length - Position)
        {
            return false;
        }

        ReadOnlySpan<byte> payload = _bytes.Slice(Position, length);
        if (status == 0xFF)
        {
            CheckMeta(start, type, payload);
            HasForeignText |= MidiText.IsText(type) && payload.ContainsAnyExceptInRange((byte)0, (byte)0x7F);
        }

        Add(status | ((uint)type << 8), payloadAt);
        Position += length;
        _running = 0;
        return true;
    }

    private readonly void CheckMeta(int start, byte type, ReadOnlySpan<byte> payload)
    {
        if (type > 127)
        {
            _log.Add(MidiWarningCode.MetaType, start + 1, $"a type of meta event from 00 to 7F", $"{type:X2}", $"it is kept");
        }

        int expected = MetaLength(type);
        if (expected >= 0 && payload.Length != expected && (type != 0 || payload.Length != 0))
        {
            _log.Add(
                MidiWarningCode.MetaLength,
                start + 2,
                $"{expected} byte(s) in a meta event {(MidiMetaType)type}",
                $"{payload.Length}",
                $"it is kept");
        }

        if (MetaRange(type, payload) is { } range)
        {
            _log.Add(
                MidiWarningCode.MetaValue,
                start,
                $"a {(MidiMetaType)type} of {range}",
                $"the bytes {Convert.ToHexString(payload[..Math.Min(payload.Length, 5)])}",
                $"it is kept");
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

    /// <summary>The range of values that a meta event is not in; null where it is, or has none.</summary>
    private static string? MetaRange(byte type, ReadOnlySpan<byte> payload) => (MidiMetaType)type switch
    {
        MidiMetaType.ChannelPrefix when payload is [> 15, ..] => "channel 0 to 15",
        MidiMetaType.Tempo when payload is [0, 0, 0, ..] => "at least 1 microsecond",
        MidiMetaType.TimeSignature when payload is [0, _, ..] => "at least 1 beat",
        MidiMetaType.KeySignature when payload is [> 7 and < 256 - 7, _, ..] or [_, > 1, ..] => "7 flats to 7 sharps, major 0 or minor 1",
        _ => null,
    };
}
