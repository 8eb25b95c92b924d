using System.Buffers.Binary;
using Tunesmith.Midi.Reading;

namespace Tunesmith.Midi;

/// <summary>
/// Writes a file's bytes: first it counts them, then it fills them in, so that one array is made. A channel event after one of
/// the same status leaves its status byte out (running status); any other event between makes it be written again.
/// </summary>
internal static class MidiWriter
{
    public static byte[] Write(MidiFile file)
    {
        long[] lengths = [.. file.Tracks.Select(TrackLength)];
        long total = MidiHeader.Length + lengths.Sum(length => MidiChunk.HeaderLength + length);
        if (total > Array.MaxLength)
        {
            throw new InvalidOperationException(
                $"Expected a MIDI file of at most {Array.MaxLength} bytes, found {total}. Write it as several files.");
        }

        byte[] bytes = new byte[total];
        Span<byte> rest = bytes;
        MidiChunk.Header.CopyTo(rest);
        BinaryPrimitives.WriteUInt32BigEndian(rest[4..], 6);
        BinaryPrimitives.WriteUInt16BigEndian(rest[8..], (ushort)file.Format);
        BinaryPrimitives.WriteUInt16BigEndian(rest[10..], (ushort)file.Tracks.Count);
        BinaryPrimitives.WriteUInt16BigEndian(rest[12..], file.Division.Raw);
        rest = rest[MidiHeader.Length..];
        for (int track = 0; track < lengths.Length; track++)
        {
            MidiChunk.Track.CopyTo(rest);
            BinaryPrimitives.WriteUInt32BigEndian(rest[4..], (uint)lengths[track]);
            rest = rest[MidiChunk.HeaderLength..];
            rest = rest[WriteEvents(file.Tracks[track].Events, rest)..];
        }

        return bytes;
    }

    private static long TrackLength(MidiTrack track)
    {
        long length = 0;
        long tick = 0;
        byte running = 0;
        foreach (ref readonly MidiRecord record in track.Events.Records)
        {
            long delta = record.Tick - tick;
            tick = record.Tick;
            if (delta > VariableLength.Highest)
            {
                throw new InvalidOperationException(
                    $"Expected an event at most {VariableLength.Highest} ticks after the one before, " +
                    $"found '{track.Events.Of(record)}' after {delta}. Put an empty text between.");
            }

            length += VariableLength.Size((int)delta) + (IsRunning(record, ref running) ? 0 : 1);
            if (record.HasPayload)
            {
                int payload = track.Events.Payloads.Of(record).Length;
                length += (record.Status == 0xFF ? 1 : 0) + VariableLength.Size(payload) + payload;
            }
            else
            {
                length += MidiEvent.DataLength(record.Status);
            }
        }

        return length;
    }

    /// <summary>Writes events and returns the number of bytes.</summary>
    private static int WriteEvents(MidiEventList events, Span<byte> destination)
    {
        int at = 0;
        long tick = 0;
        byte running = 0;
        foreach (ref readonly MidiRecord record in events.Records)
        {
            at += VariableLength.Write(destination[at..], (int)(record.Tick - tick));
            tick = record.Tick;
            if (!IsRunning(record, ref running))
            {
                destination[at++] = record.Status;
            }

            at += record.HasPayload
                ? WritePayload(record, events.Payloads.Of(record).Span, destination[at..])
                : WriteData(record, destination[at..]);
        }

        return at;
    }

    private static int WriteData(in MidiRecord record, Span<byte> destination)
    {
        int count = MidiEvent.DataLength(record.Status);
        if (count > 0)
        {
            destination[0] = record.Data1;
        }

        if (count > 1)
        {
            destination[1] = record.Data2;
        }

        return count;
    }

    private static int WritePayload(in MidiRecord record, ReadOnlySpan<byte> payload, Span<byte> destination)
    {
        int at = 0;
        if (record.Status == 0xFF)
        {
            destination[at++] = record.Data1;
        }

        at += VariableLength.Write(destination[at..], payload.Length);
        payload.CopyTo(destination[at..]);
        return at + payload.Length;
    }

    /// <summary>
    /// Whether a status goes on from the event before; then notes it for the next. A data byte that breaks the format would be taken
    /// for a status.
    /// </summary>
    private static bool IsRunning(in MidiRecord record, ref byte running)
    {
        bool goesOn = record.Status == running && record.Data1 < 0x80;
        running = record.Status < 0xF0 ? record.Status : (byte)0;
        return goesOn;
    }
}
