namespace Tunesmith.Midi;

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
            Warn(MidiWarningCode.MetaType, start + 1, "a type of meta event from 00 to 7F", $"{type:X2}", "it is kept");
        }

        int expected = MetaLength(type);
        if (expected >= 0 && length != expected && (type != 0 || length != 0))
        {
            Warn(MidiWarningCode.MetaLength, start + 2, $"{expected} byte(s) in a {(MidiMetaType)type}", $"{length}", "it is kept");
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
}
