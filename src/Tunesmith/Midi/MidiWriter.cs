using System.Buffers.Binary;

namespace Tunesmith.Midi;

/// <summary>
/// Writes a file's bytes: first it counts them, then it fills them in, so that one array is made. A channel event after one of
/// the same status leaves its status byte out (running status); any other event between makes it be written again.
/// </summary>
internal static class MidiWriter
{
    private const int HeaderChunk = 14;
    private const int TrackHeader = 8;

    public static byte[] Write(MidiFile file)
    {
        long[] lengths = [.. file.Tracks.Select(TrackLength)];
        long total = HeaderChunk + lengths.Sum(length => TrackHeader + length);
        if (total > Array.MaxLength)
        {
            throw new InvalidOperationException(
                $"Expected a MIDI file of at most {Array.MaxLength} bytes, found {total}. Write it as several files.");
        }

        byte[] bytes = new byte[total];
        Span<byte> rest = bytes;
        "MThd"u8.CopyTo(rest);
        BinaryPrimitives.WriteUInt32BigEndian(rest[4..], 6);
        BinaryPrimitives.WriteUInt16BigEndian(rest[8..], (ushort)file.Format);
        BinaryPrimitives.WriteUInt16BigEndian(rest[10..], (ushort)file.Tracks.Count);
        BinaryPrimitives.WriteUInt16BigEndian(rest[12..], file.Division.Raw);
        rest = rest[HeaderChunk..];
        for (int track = 0; track < lengths.Length; track++)
        {
            "MTrk"u8.CopyTo(rest);
            BinaryPrimitives.WriteUInt32BigEndian(rest[4..], (uint)lengths[track]);
            rest = rest[TrackHeader..];
            rest = rest[WriteEvents(file.Tracks[track].Span, rest)..];
        }

        return bytes;
    }

    private static long TrackLength(MidiTrack track)
    {
        long length = 0;
        long tick = 0;
        byte running = 0;
        foreach (ref readonly MidiEvent midiEvent in track.Span)
        {
            long delta = midiEvent.Tick - tick;
            tick = midiEvent.Tick;
            if (delta > VariableLength.Highest)
            {
                throw new InvalidOperationException(
                    $"Expected an event at most {VariableLength.Highest} ticks after the one before, found '{midiEvent}' after {delta}. " +
                    "Put an empty text between.");
            }

            length += VariableLength.Size((int)delta) + (IsRunning(midiEvent.Status, ref running) ? 0 : 1) + (HasPayload(midiEvent.Status)
                ? (midiEvent.Status == 0xFF ? 1 : 0) + VariableLength.Size(midiEvent.Payload.Length) + midiEvent.Payload.Length
                : MidiEvent.DataLength(midiEvent.Status));
        }

        return length;
    }

    /// <summary>Writes events and returns the number of bytes.</summary>
    private static int WriteEvents(ReadOnlySpan<MidiEvent> events, Span<byte> destination)
    {
        int at = 0;
        long tick = 0;
        byte running = 0;
        foreach (ref readonly MidiEvent midiEvent in events)
        {
            at += VariableLength.Write(destination[at..], (int)(midiEvent.Tick - tick));
            tick = midiEvent.Tick;
            if (!IsRunning(midiEvent.Status, ref running))
            {
                destination[at++] = midiEvent.Status;
            }

            if (!HasPayload(midiEvent.Status))
            {
                int count = MidiEvent.DataLength(midiEvent.Status);
                if (count > 0)
                {
                    destination[at++] = midiEvent.Data1;
                }

                if (count > 1)
                {
                    destination[at++] = midiEvent.Data2;
                }

                continue;
            }

            if (midiEvent.Status == 0xFF)
            {
                destination[at++] = midiEvent.Data1;
            }

            at += VariableLength.Write(destination[at..], midiEvent.Payload.Length);
            midiEvent.Payload.Span.CopyTo(destination[at..]);
            at += midiEvent.Payload.Length;
        }

        return at;
    }

    /// <summary>Whether a status goes on from the event before; then notes it for the next.</summary>
    private static bool IsRunning(byte status, ref byte running)
    {
        bool goesOn = status == running;
        running = status < 0xF0 ? status : (byte)0;
        return goesOn;
    }

    private static bool HasPayload(byte status) => status is 0xF0 or 0xF7 or 0xFF;
}
