using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Tunesmith.Midi;
using Tunesmith.Midi.Reading;

namespace Tunesmith.Tests.Midi.Reading;

/// <summary>
/// What reading costs, counted in bytes of memory: at most 64 for each of the file and a megabyte, and in proportion to the file,
/// whatever the bytes are. Work that grew faster than the file would make memory grow so too, for whatever is read is kept.
/// </summary>
public sealed class ReadingCostTests
{
    private const int Length = 1_000_000;
    private const long Megabyte = 1 << 20;

    [Fact]
    public void An_event_is_kept_in_16_bytes() => Assert.Equal(16, Unsafe.SizeOf<MidiRecord>());

    [Theory]
    [InlineData("3C40 00", "00 90", Label = "running notes")]
    [InlineData("05 00", "00 C0", Label = "running programs")]
    [InlineData("00 903C40", Label = "notes")]
    [InlineData("00 F8", Label = "messages of the wire")]
    [InlineData("00 90FFFF", Label = "data bytes of 255")]
    [InlineData("00 FF0100", Label = "empty texts")]
    [InlineData("00 FF5100", Label = "empty tempi")]
    [InlineData("00 FF5103000000", Label = "tempi of 0")]
    [InlineData("00 FF0104E9E8E7E6", Label = "texts that are not ASCII")]
    [InlineData("00 FF030141", Label = "names")]
    [InlineData("00 FF2F00", Label = "ends of track")]
    [InlineData("00 FF2F00", "", "00 90", Label = "ends of track, and an event cut off")]
    [InlineData("80", Label = "numbers of many bytes")]
    [InlineData("8080808000 903C40", Label = "numbers of five bytes")]
    [InlineData("00 3C", "", "", Label = "no status")]
    [InlineData("00 F000 003C40", "00 903C40", Label = "running status after system exclusive")]
    [InlineData("FF", Label = "bytes of 255")]
    [InlineData("0000 00F8", Label = "bytes of 0, and a message of the wire")]
    [InlineData("00 F1FF", Label = "messages of the wire with a data byte of 255")]
    [InlineData("00 F000", Label = "empty system exclusive messages")]
    [InlineData("00 FFFF00", Label = "empty meta events of type 255")]
    [InlineData("FFFFFF7F 903C40 FFFFFF7F FF010141", Label = "one note, one text, far apart")]
    public void A_track_full_of_one_thing_takes_no_more_than_its_share(string unit, string start = "", string end = "")
    {
        byte[] track = [.. Bytes(start), .. Repeat(Bytes(unit), Length), .. Bytes(end)];
        Assert.InRange(Allocated(File(1, Chunk(track)), out _), 0, (64L * track.Length) + Megabyte);
    }

    [Theory]
    [InlineData("4D54726B 00000000", Label = "empty chunks")]
    [InlineData("4D54726B 00000004 00FF2F00", Label = "empty tracks")]
    [InlineData("4D54726B FFFFFFFF 00FF2F00", Label = "tracks that promise too much")]
    [InlineData("4D54726B FFFFFFFF 00903C40", Label = "tracks that promise too much, without an end")]
    [InlineData("4D54726B FFFFFFFF", Label = "empty tracks that promise too much")]
    [InlineData("4D5472", Label = "names of tracks cut off")]
    [InlineData("4D54726B 00010000 00903C40 00FF2F00", Label = "tracks within tracks")]
    [InlineData("4D54726B 00000002 00903C40 00FF2F00", Label = "tracks that are too short")]
    [InlineData("4D54726B 0000000C 00FF2F00 00903C40 00FF2F00", Label = "tracks that go on behind their end")]
    [InlineData("4D54726B 0000000C 00FF2F00 00F800F8 00F800F8", Label = "tracks with junk behind their end")]
    [InlineData("00", Label = "no chunks")]
    [InlineData("58595A20 00000000", Label = "unknown chunks")]
    [InlineData("58595A20 FFFFFFFF", Label = "unknown chunks that promise too much")]
    [InlineData("4D546864 00000006 0001 FFFF 0060", Label = "headers")]
    [InlineData("4D54726B 00000004 00FF2F00 00", Label = "a track and a byte")]
    public void A_file_full_of_chunks_takes_no_more_than_its_share(string chunk)
    {
        foreach (int declared in new[] { 0, 1, 0xFFFF })
        {
            byte[] bytes = File(declared, Repeat(Bytes(chunk), Length));
            Assert.InRange(Allocated(bytes, out MidiFile file), 0, (64L * bytes.Length) + Megabyte);
            Assert.InRange(file.Tracks.Count, 0, declared == 0 ? 0xFFFF : declared);
        }
    }

    [Fact]
    public void Tracks_whose_lengths_overlap_take_memory_in_proportion()
    {
        // Each track is of 600 events and says that it lasts to the very end of the file, over all tracks that follow.
        byte[] events = [0x00, 0xC0, 0x05, .. Repeat([0x00, 0x05], 1_200), 0x00, 0xFF, 0x2F, 0x00];
        long few = Allocated(Overlapping(100), out MidiFile fewTracks);
        long many = Allocated(Overlapping(1_000), out MidiFile manyTracks);
        Assert.Equal((100, 1_000), (fewTracks.Tracks.Count, manyTracks.Tracks.Count));
        Assert.InRange(many, 0, (12 * few) + Megabyte);

        byte[] Overlapping(int tracks)
        {
            byte[] bytes = File(tracks, Repeat(Chunk(events), tracks * (events.Length + 8)));
            for (int at = 14; at < bytes.Length; at += events.Length + 8)
            {
                BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(at + 4), bytes.Length - at - 8);
            }

            return bytes;
        }
    }

    [Fact]
    public void No_text_is_made_of_warnings_that_are_not_kept()
    {
        byte[] track = Repeat([0x00, 0xF8], Length);
        long allocated = Allocated(File(1, Chunk(track)), out MidiFile file);
        // One is of another code, that the track has no end; and one says how many more there are.
        Assert.Equal(WarningLog.Most + 2, file.Warnings.Count);
        long expected = (17L * (track.Length / 2)) + (3 * track.Length); // 16 bytes an event, and a copy of the file
        Assert.InRange(allocated, 0, expected + Megabyte);
    }

    [Fact]
    public void A_song_is_made_in_proportion_too()
    {
        MidiFile few = MidiFile.FromBytes(File(1, Chunk(Repeat(Bytes("00903C40"), Length / 10))));
        MidiFile many = MidiFile.FromBytes(File(1, Chunk(Repeat(Bytes("00903C40"), Length))));
        Assert.InRange(OfSong(many), 0, (14 * OfSong(few)) + Megabyte);

        static long OfSong(MidiFile file)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Tunesmith.Music.Score.FromMidi(file);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static long Allocated(byte[] bytes, out MidiFile file)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        file = MidiFile.FromBytes(bytes);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static byte[] File(int tracks, byte[] chunks) =>
        [.. "MThd"u8, 0, 0, 0, 6, 0, 1, (byte)(tracks >> 8), (byte)tracks, 0, 96, .. chunks];

    private static byte[] Chunk(byte[] content)
    {
        byte[] chunk = [.. "MTrk"u8, 0, 0, 0, 0, .. content];
        BinaryPrimitives.WriteInt32BigEndian(chunk.AsSpan(4), content.Length);
        return chunk;
    }

    private static byte[] Repeat(byte[] unit, int length)
    {
        byte[] all = new byte[length / unit.Length * unit.Length];
        for (int at = 0; at < all.Length; at += unit.Length)
        {
            unit.CopyTo(all, at);
        }

        return all;
    }

    private static byte[] Bytes(string hexadecimal) => Convert.FromHexString(hexadecimal.Replace(" ", "", StringComparison.Ordinal));
}
