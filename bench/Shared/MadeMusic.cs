using System.Buffers.Binary;
using Tunesmith.Midi;

namespace Tunesmith.Bench;

/// <summary>
/// MIDI files of any size, as orchestral ones are: 16 tracks of chords, controllers and bends that are the same every time.
/// With or without running status, which <see cref="MidiFile.ToBytes"/> would always use.
/// </summary>
internal static class MadeMusic
{
    private const int Tracks = 16;

    /// <summary>Makes a file.</summary>
    /// <param name="bytes">How large it is at the least, and no more than a few bytes a track larger.</param>
    /// <param name="runningStatus">Whether a status byte like the one before is left out.</param>
    public static byte[] Create(int bytes, bool runningStatus)
    {
        List<byte> file = new(bytes + (64 * Tracks));
        file.AddRange("MThd\0\0\0\x06\0\x01"u8);
        file.AddRange([0, Tracks, 480 >> 8, 480 & 0xFF]);
        for (int channel = 0; channel < Tracks; channel++)
        {
            List<byte> track = Track(bytes / Tracks, channel, runningStatus);
            byte[] length = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, track.Count);
            file.AddRange("MTrk"u8);
            file.AddRange(length);
            file.AddRange(track);
        }

        return [.. file];
    }

    private static List<byte> Track(int bytes, int channel, bool runningStatus)
    {
        List<byte> track = new(bytes + 64);
        int status = 0;
        track.AddRange([0, 0xFF, 0x03, 4, .. "part"u8]);
        for (int beat = 0; track.Count < bytes; beat++)
        {
            int root = 36 + ((beat * 7) + (channel * 5)) % 36;
            Event(0, 0x90, root, 60 + (beat % 60));
            Event(0, 0x90, root + 4, 60);
            Event(beat % 3, 0x90, root + 7, 60);
            if (beat % 4 == 0)
            {
                Event(30, 0xB0, 11, beat % 128);
                Event(30, 0xB0, 1, (beat * 3) % 128);
                Event(20, 0xE0, beat % 128, 64);
            }

            Event(beat % 5 == 0 ? 240 : 100, 0x90, root, 0);
            Event(0, 0x90, root + 4, 0);
            Event(beat % 7 == 0 ? 1_000 : 5, 0x90, root + 7, 0);
            if (beat % 64 == 0)
            {
                track.AddRange([0, 0xFF, 0x51, 3, 7, 0xA1, (byte)beat]);
                status = 0;
            }
        }

        track.AddRange([0, 0xFF, 0x2F, 0]);
        return track;

        void Event(int wait, int kind, int first, int second)
        {
            if (wait > 127)
            {
                track.Add((byte)(0x80 | (wait >> 7)));
            }

            track.Add((byte)(wait & 0x7F));
            if (!runningStatus || status != (kind | channel))
            {
                status = kind | channel;
                track.Add((byte)status);
            }

            track.AddRange([(byte)first, (byte)second]);
        }
    }
}
