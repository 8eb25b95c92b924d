namespace Tunesmith.Midi;

/// <summary>The bytes that hold the payloads of a file's or a track's events, and the encoding of the texts among them.</summary>
internal sealed class MidiPayloads(byte[] bytes)
{
    public byte[] Bytes { get; } = bytes;

    public MidiTextEncoding TextEncoding { get; set; }

    /// <summary>The payload of an event; empty where it has none.</summary>
    public ReadOnlyMemory<byte> Of(in MidiRecord record)
    {
        if (!record.HasPayload || record.PayloadAt == MidiRecord.NoPayload)
        {
            return default;
        }

        int size = VariableLength.Read(Bytes.AsSpan(record.PayloadAt), out int length);
        return Bytes.AsMemory(record.PayloadAt + size, length);
    }

    /// <summary>Keeps copies of the payloads of events that were made one by one.</summary>
    /// <exception cref="ArgumentException">A payload is longer than its length can say, or all of them are too long together.</exception>
    public static MidiPayloads Of(ReadOnlySpan<MidiEvent> events, MidiRecord[] records)
    {
        long size = 0;
        foreach (ref readonly MidiEvent midiEvent in events)
        {
            int length = midiEvent.Payload.Length;
            if (length > VariableLength.Highest)
            {
                throw new ArgumentException(
                    $"Expected a payload of at most {VariableLength.Highest} bytes, found {length}.", nameof(events));
            }

            size += MidiRecord.HasPayloadAfter(midiEvent.Status) ? VariableLength.Size(length) + length : 0;
        }

        if (size > Array.MaxLength)
        {
            throw new ArgumentException($"Expected payloads of at most {Array.MaxLength} bytes in all, found {size}.", nameof(events));
        }

        MidiPayloads payloads = new(new byte[size]);
        int at = 0;
        for (int index = 0; index < events.Length; index++)
        {
            ref readonly MidiEvent midiEvent = ref events[index];
            records[index] = new MidiRecord(midiEvent.Tick, midiEvent.Message, at);
            if (records[index].HasPayload)
            {
                at += VariableLength.Write(payloads.Bytes.AsSpan(at), midiEvent.Payload.Length);
                midiEvent.Payload.Span.CopyTo(payloads.Bytes.AsSpan(at));
                at += midiEvent.Payload.Length;
                payloads.TextEncoding = midiEvent.TextEncoding != default ? midiEvent.TextEncoding : payloads.TextEncoding;
            }
        }

        return payloads;
    }
}
