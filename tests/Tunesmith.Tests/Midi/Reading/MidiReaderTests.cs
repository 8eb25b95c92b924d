using Tunesmith.Midi;

namespace Tunesmith.Tests.Midi.Reading;

public sealed class MidiReaderTests
{
    private static readonly byte[] Header =
    [
        0x4D, 0x54, 0x68, 0x64, // MThd
        0x00, 0x00, 0x00, 0x06, // length = 6
        0x00, 0x00, // format 0
        0x00, 0x01, // 1 track
        0x00, 0x60, // 96 ticks a quarter
    ];

    [Fact]
    public void Every_kind_of_event_is_read()
    {
        MidiFile file = ReadTrack(
            0x00, 0xFF, 0x03, 0x02, 0x41, 0x42, // track name "AB"
            0x00, 0xFF, 0x51, 0x03, 0x07, 0xA1, 0x20, // tempo 500,000
            0x00, 0xFF, 0x58, 0x04, 0x06, 0x03, 0x24, 0x08, // time signature 6/8
            0x00, 0xF0, 0x03, 0x7E, 0x09, 0xF7, // system exclusive
            0x00, 0xF7, 0x01, 0xF8, // escape
            0x00, 0xC5, 0x18, // program 24 on channel 5
            0x00, 0xB5, 0x07, 0x64, // volume 100
            0x81, 0x00, 0x95, 0x3C, 0x40, // after 128 ticks: C4 on
            0x60, 0xA5, 0x3C, 0x10, // key pressure
            0x00, 0xD5, 0x11, // channel pressure
            0x00, 0xE5, 0x00, 0x40, // bend to the middle
            0x00, 0x85, 0x3C, 0x20, // C4 off
            0x10, 0xFF, 0x2F, 0x00); // end of track
        Assert.Equal((0, 96), (file.Format, file.Division.TicksPerQuarter));
        Assert.Empty(file.Warnings);
        Assert.Equal(
            [
                MidiEvent.TrackName(0, "AB"),
                MidiEvent.Tempo(0, 500_000),
                MidiEvent.Meta(0, MidiMetaType.TimeSignature, [6, 3, 36, 8]),
                MidiEvent.SystemExclusive(0, [0x7E, 0x09, 0xF7]),
                MidiEvent.Escape(0, [0xF8]),
                MidiEvent.ProgramChange(0, 5, 24),
                MidiEvent.ControlChange(0, 5, 7, 100),
                MidiEvent.NoteOn(128, 5, 60, 64),
                MidiEvent.KeyPressure(224, 5, 60, 16),
                MidiEvent.ChannelPressure(224, 5, 17),
                MidiEvent.PitchBend(224, 5, 0),
                MidiEvent.NoteOff(224, 5, 60, 32),
                MidiEvent.EndOfTrack(240),
            ],
            Assert.Single(file.Tracks).Events);
    }

    [Fact]
    public void Running_status_repeats_the_last_channel_status()
    {
        MidiFile file = ReadTrack(
            0x00, 0x90, 0x3C, 0x40, // C4 on
            0x10, 0x3C, 0x00, // and off, by velocity 0
            0x00, 0x3E, 0x40, // D4 on
            0x00, 0xFF, 0x2F, 0x00);
        Assert.Empty(file.Warnings);
        Assert.Equal(
            [MidiEvent.NoteOn(0, 0, 60, 64), MidiEvent.NoteOn(16, 0, 60, 0), MidiEvent.NoteOn(16, 0, 62, 64), MidiEvent.EndOfTrack(16)],
            file.Tracks[0].Events);
    }

    [Fact]
    public void A_division_may_be_of_SMPTE_frames()
    {
        byte[] bytes = [.. Header, .. Chunk("MTrk", 0x00, 0xFF, 0x2F, 0x00)];
        (bytes[12], bytes[13]) = (0xE3, 0x28); // -29: 30 drop frame; 40 ticks a frame
        MidiDivision division = MidiFile.FromBytes(bytes).Division;
        Assert.True(division.IsSmpte);
        Assert.Equal((29, 40, 0), (division.FrameRate, division.TicksPerFrame, division.TicksPerQuarter));
        Assert.Equal(40 * 30_000 / 1_001.0, division.TicksPerSecond, 1e-9);
        Assert.Equal(MidiDivision.Smpte(29, 40), division);
    }

    [Fact]
    public void Chunks_of_other_names_and_a_longer_header_are_passed_over()
    {
        byte[] end = Chunk("MTrk", 0x00, 0xFF, 0x2F, 0x00);
        byte[] bytes = [.. Header, .. Chunk("XFIH", 1, 2, 3), .. end, .. Chunk("XFKM", 4)];
        MidiFile file = MidiFile.FromBytes(bytes, new MidiReadOptions { Strict = true });
        Assert.Single(file.Tracks);

        byte[] longer = [.. Header, 0x00, 0x00, .. end];
        longer[7] = 0x08; // length = 8
        file = MidiFile.FromBytes(longer);
        Assert.Single(file.Tracks);
        Assert.Equal([MidiWarningCode.HeaderLength], file.Warnings.Select(warning => warning.Code));
    }

    [Fact]
    public void A_callers_buffer_may_change_afterwards()
    {
        byte[] bytes = [.. Header, .. Chunk("MTrk", 0x00, 0xFF, 0x01, 0x02, 0x48, 0x69, 0x00, 0xFF, 0x2F, 0x00)];
        MidiFile file = MidiFile.FromBytes(bytes.AsSpan());
        Array.Clear(bytes);
        Assert.Equal("Hi", file.Tracks[0].Events[0].Text);
    }

    [Fact]
    public void A_stream_is_read_from_where_it_stands_and_left_open()
    {
        byte[] bytes = [.. Header, .. Chunk("MTrk", 0x00, 0x90, 0x3C, 0x40, 0x00, 0xFF, 0x2F, 0x00)];
        using MemoryStream stream = new([1, 2, 3, .. bytes]);
        stream.Position = 3;
        MidiFile file = MidiFile.Load(stream, new MidiReadOptions { Strict = true });
        Assert.True(MidiAssert.SameEvents(MidiFile.FromBytes(bytes), file));

        using MemoryStream written = new();
        file.Save(written);
        Assert.Equal(file.ToBytes(), written.ToArray());
        Assert.True(stream.CanRead && written.CanWrite);
        Assert.Throws<MidiFormatException>(() => MidiFile.Load(Stream.Null));
    }

    [Fact]
    public void Ticks_go_beyond_32_bits()
    {
        byte[] far = [0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0x01, 0x00]; // after 268,435,455 ticks: an empty text
        MidiFile file = ReadTrack([.. Enumerable.Repeat(far, 20).SelectMany(bytes => bytes), 0x00, 0xFF, 0x2F, 0x00]);
        Assert.Equal(20L * 268_435_455, file.Tracks[0].EndTick);
    }

    [Fact]
    public void A_file_in_a_RIFF_file_is_read()
    {
        byte[] midi = [.. Header, .. Chunk("MTrk", 0x00, 0xFF, 0x2F, 0x00)];
        byte[] riff = [.. "RIFF"u8, 46, 0, 0, 0, .. "RMIDdata"u8, 26, 0, 0, 0, .. midi];
        MidiFile file = MidiFile.FromBytes(riff);
        Assert.Single(file.Tracks);
        Assert.Equal([MidiWarningCode.Wrapped], file.Warnings.Select(warning => warning.Code));
    }

    private static MidiFile ReadTrack(params byte[] events) =>
        MidiFile.FromBytes([.. Header, .. Chunk("MTrk", events)], new MidiReadOptions { Strict = true });

    private static byte[] Chunk(string name, params byte[] content) =>
        [.. System.Text.Encoding.ASCII.GetBytes(name), 0, 0, (byte)(content.Length >> 8), (byte)content.Length, .. content];
}
