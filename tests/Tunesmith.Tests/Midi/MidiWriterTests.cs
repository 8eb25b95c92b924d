using Tunesmith.Midi;

namespace Tunesmith.Tests.Midi;

public sealed class MidiWriterTests
{
    [Fact]
    public void A_status_is_written_where_it_changes_and_after_every_other_event()
    {
        MidiFile file = new(1, MidiDivision.Smpte(25, 40), [new MidiTrack(
            [
                MidiEvent.NoteOn(0, 0, 60, 64),
                MidiEvent.NoteOn(0, 0, 64, 64),
                MidiEvent.NoteOn(0, 1, 67, 64),
                MidiEvent.SystemExclusive(128, [0x7E, 0xF7]),
                MidiEvent.NoteOn(128, 1, 67, 0),
                MidiEvent.Escape(128, [0xF8]),
                MidiEvent.ProgramChange(128, 1, 5),
                MidiEvent.TrackName(128, "A"),
                MidiEvent.ProgramChange(128, 1, 6),
            ])]);
        byte[] expected =
        [
            0x4D, 0x54, 0x68, 0x64, 0x00, 0x00, 0x00, 0x06, // MThd, 6 bytes
            0x00, 0x01, 0x00, 0x01, 0xE7, 0x28, // format 1, 1 track, 25 frames a second of 40 ticks
            0x4D, 0x54, 0x72, 0x6B, 0x00, 0x00, 0x00, 0x28, // MTrk, 40 bytes
            0x00, 0x90, 0x3C, 0x40, // C4 on
            0x00, 0x40, 0x40, // E4 on, running status
            0x00, 0x91, 0x43, 0x40, // G4 on in channel 1
            0x81, 0x00, 0xF0, 0x02, 0x7E, 0xF7, // after 128 ticks: system exclusive, 2 bytes
            0x00, 0x91, 0x43, 0x00, // G4 on with velocity 0
            0x00, 0xF7, 0x01, 0xF8, // escape, 1 byte
            0x00, 0xC1, 0x05, // program 5
            0x00, 0xFF, 0x03, 0x01, 0x41, // track name "A"
            0x00, 0xC1, 0x06, // program 6
            0x00, 0xFF, 0x2F, 0x00, // end of track
        ];
        Assert.Equal(expected, file.ToBytes());
    }

    [Fact]
    public void Events_too_far_apart_are_refused()
    {
        MidiFile file = new(0, MidiDivision.PerQuarter(96), [new MidiTrack([MidiEvent.NoteOn(1L << 28, 0, 60, 64)])]);
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(file.ToBytes);
        Assert.Contains("268435456", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_is_refused()
    {
        MidiDivision division = MidiDivision.PerQuarter(96);
        Assert.Throws<ArgumentOutOfRangeException>(() => new MidiFile(3, division, []));
        Assert.Throws<ArgumentException>(() => new MidiFile(1, default, []));
        Assert.Throws<ArgumentException>(() => new MidiFile(0, division, [new MidiTrack([]), new MidiTrack([])]));
        Assert.Throws<ArgumentOutOfRangeException>(() => MidiDivision.PerQuarter(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => MidiDivision.PerQuarter(32_768));
        Assert.Throws<ArgumentOutOfRangeException>(() => MidiDivision.Smpte(26, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => MidiDivision.Smpte(25, 256));
    }
}
