using Tunesmith.Midi;
using Tunesmith.Midi.Reading;
using Tunesmith.Music;

namespace Tunesmith.Tests.Midi.Reading;

/// <summary>Decisions of docs/midi.md about broken files that need more than a warning to be seen.</summary>
public sealed class ToleranceTests
{
    /// <summary>A header, by default of format 1 and 96 ticks a quarter.</summary>
    private static byte[] Header(int tracks, int format = 1) =>
    [
        0x4D, 0x54, 0x68, 0x64, // MThd
        0x00, 0x00, 0x00, 0x06, // length = 6
        0x00, (byte)format,
        0x00, (byte)tracks,
        0x00, 0x60, // 96 ticks a quarter
    ];

    /// <summary>One note of a quarter, in a chunk of 20 bytes.</summary>
    private static byte[] Note(byte key) =>
    [
        0x4D, 0x54, 0x72, 0x6B, // MTrk
        0x00, 0x00, 0x00, 0x0C, // length = 12
        0x00, 0x90, key, 0x40, // on
        0x60, 0x80, key, 0x00, // off after 96 ticks
        0x00, 0xFF, 0x2F, 0x00, // end of track
    ];

    [Theory]
    [InlineData(1, 1)] // the tracks beyond the number in the header are left out
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(5, 3)] // all that are there are read
    [InlineData(0, 3)] // no number to go by
    public void As_many_tracks_are_read_as_the_header_says(int declared, int read)
    {
        MidiFile file = MidiFile.FromBytes([.. Header(declared), .. Note(60), .. Note(62), .. "XFIH\0\0\0\0"u8, .. Note(64)]);
        Assert.Equal(read, file.Tracks.Count);
        Assert.Equal(declared == 3 ? [] : [MidiWarningCode.TrackCount], file.Warnings.Select(warning => warning.Code));
        Assert.All(file.Warnings, warning => Assert.Contains($"found 3; {read} are read", warning.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Events_behind_an_end_of_track_are_read_where_all_are_sound()
    {
        byte[] bytes = [.. Header(1), .. Note(60), .. Note(62)[8..]];
        bytes[21] = 0x18; // length = 24: both notes, each with its end of track
        MidiFile file = MidiFile.FromBytes(bytes);
        Assert.Equal(
            [
                MidiEvent.NoteOn(0, 0, 60, 64), MidiEvent.NoteOff(96, 0, 60),
                MidiEvent.NoteOn(96, 0, 62, 64), MidiEvent.NoteOff(192, 0, 62), MidiEvent.EndOfTrack(192),
            ],
            file.Tracks[0].Events);

        bytes[^3] = 0xF8; // a message of the wire, where the second end of track was
        Assert.Equal(
            [MidiEvent.NoteOn(0, 0, 60, 64), MidiEvent.NoteOff(96, 0, 60), MidiEvent.EndOfTrack(96)],
            MidiFile.FromBytes(bytes).Tracks[0].Events);
    }

    [Fact]
    public void Events_behind_ends_of_track_that_lie_too_far_apart_to_be_written_are_not_read()
    {
        MidiFile file = MidiFile.FromBytes(
        [
            .. Header(1), .. "MTrk"u8, 0x00, 0x00, 0x00, 0x0F, // length = 15
            0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0x2F, 0x00, // the end of track, after 268,435,455 ticks
            0x01, 0xFF, 0x2F, 0x00, // another, 1 tick later
            0x01, 0x90, 0x3C, 0x40,
        ]);
        Assert.Equal([MidiEvent.EndOfTrack(0x0FFFFFFF)], file.Tracks[0].Events);
        Assert.True(MidiAssert.SameEvents(file, MidiFile.FromBytes(file.ToBytes())));
    }

    [Fact]
    public void A_chunk_that_is_too_short_goes_on_where_tracks_are_missing_and_else_ends()
    {
        byte[] bytes = [.. Header(2), .. Note(60), .. Note(62)];
        bytes[21] = 0x06; // length = 6: in the midst of the release
        Assert.Equal([96, 96], MidiFile.FromBytes(bytes).Tracks.Select(track => track.EndTick));
        Assert.Equal(2, Presses(MidiFile.FromBytes(bytes)));

        bytes[11] = 0x01; // one track: the chunk ends where it says, as in all other software
        Assert.Equal([0], MidiFile.FromBytes(bytes).Tracks.Select(track => track.EndTick));
    }

    [Fact]
    public void A_chunk_that_is_too_long_ends_where_the_next_track_begins()
    {
        byte[] bytes = [.. Header(2), .. Note(60), .. Note(62)];
        bytes[21] = 0x20; // length = 32: to the end of the file
        Assert.Equal(2, Presses(MidiFile.FromBytes(bytes)));
    }

    [Fact]
    public void A_track_is_found_behind_another_chunk_that_is_longer_than_the_file()
    {
        byte[] cut = [.. "XFIH"u8, 0xFF, 0xFF, 0xFF, 0xFF, .. "hello"u8]; // the five letters and MTrk would look like a chunk
        MidiFile file = MidiFile.FromBytes([.. Header(1), .. cut, .. Note(60)]);
        Assert.Equal(1, Presses(file));
        MidiWarning warning = Assert.Single(file.Warnings);
        Assert.Equal((MidiWarningCode.ChunkCutOff, 18), (warning.Code, warning.Offset));
        Assert.EndsWith("found 4294967295; skipped to the track at byte 27", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_behind_the_last_track_that_are_no_whole_chunk_are_told_of()
    {
        byte[] bytes = [.. Header(1), .. Note(60), .. "<html>bye</html>"u8];
        MidiWarning warning = Assert.Single(MidiFile.FromBytes(bytes).Warnings);
        Assert.Equal((MidiWarningCode.ChunkCutOff, 38), (warning.Code, warning.Offset));
        MidiReadOptions strict = new() { Strict = true };
        Assert.Equal(38, Assert.Throws<MidiFormatException>(() => MidiFile.FromBytes(bytes, strict)).Offset);
        Assert.Empty(MidiFile.FromBytes([.. Header(1), .. Note(60), .. "XFIH\0\0\0\x01x"u8]).Warnings); // a whole one is allowed
    }

    [Fact]
    public void The_first_warning_of_each_code_is_kept_however_many_others_there_are()
    {
        byte[] names = [.. Enumerable.Repeat<byte[]>([0x00, 0xFF, 0x59, 0x00], 150).SelectMany(name => name)]; // a key of no bytes
        byte[] track = [0x00, 0x90, 0x3C, 0xC0, 0x60, 0x80, 0x3C, 0x00, 0x00, 0xFF, 0x2F, 0x00]; // a velocity over 127
        int length = names.Length + track.Length;
        byte[] bytes = [.. Header(1), .. "MTrk"u8, 0x00, 0x00, (byte)(length >> 8), (byte)length, .. names, .. track];
        MidiWarning[] warnings = [.. MidiFile.FromBytes(bytes).Warnings];
        Assert.Equal(102, warnings.Length);
        Assert.Equal([MidiWarningCode.DataByte, MidiWarningCode.More], warnings[100..].Select(warning => warning.Code));
        Assert.StartsWith("50 more", warnings[101].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(128)] // a MacBinary header
    [InlineData(MidiWrapper.FarthestHeader)]
    public void A_file_may_begin_a_little_late(int offset)
    {
        MidiFile file = MidiFile.FromBytes([.. new byte[offset], .. Header(1), .. Note(60)]);
        Assert.Equal([MidiWarningCode.LeadingBytes], file.Warnings.Select(warning => warning.Code));
        Assert.Equal(1, Presses(file));
    }

    [Fact]
    public void What_a_late_header_says_is_kept_word_for_word()
    {
        MidiFile file = MidiFile.FromBytes([.. "Not this MThd, but"u8, .. Header(3), .. Note(60)]);
        Assert.Equal((3, 96), (file.Header!.Value.DeclaredTracks, file.Header.Value.DeclaredDivision));
    }

    [Fact]
    public void The_letters_MThd_alone_make_no_file()
    {
        byte[] file = [.. Header(1), .. Note(60)];
        Refuse([.. new byte[MidiWrapper.FarthestHeader + 1], .. file]); // too far
        Refuse([.. "A page about 'MThd' and 'MTrk'."u8]);
        Refuse([.. "x"u8, .. file[..10]]); // cut off
        Refuse([.. "x"u8, .. file[..8], 0x00, 0x03, .. file[10..]]); // format 3
        Refuse([.. "RIFF"u8, 0x00, 0x00, 0x00, 0x00, .. "WAVE"u8, .. new byte[5_000], .. file]); // a sound

        static void Refuse(byte[] bytes) => Assert.Equal(0, Assert.Throws<MidiFormatException>(() => MidiFile.FromBytes(bytes)).Offset);
    }

    [Theory]
    [InlineData(34, true)] // the length of the data chunk
    [InlineData(0, true)]
    [InlineData(20, true)]
    [InlineData(-1, true)]
    [InlineData(34, false)]
    public void A_RIFF_file_is_read_whatever_its_lengths_are(int length, bool isNamed)
    {
        byte[] list = [.. "LIST"u8, 0x04, 0x00, 0x00, 0x00, .. "INFO"u8];
        byte[] bytes =
        [
            .. "RIFF"u8, 0xFF, 0xFF, 0xFF, 0xFF, // a length that is wrong
            .. "RMID"u8,
            .. "DISP"u8, 0x03, 0x00, 0x00, 0x00, 0x01, 0x02, 0x03, 0x00, // three bytes, and one to make them even
            .. isNamed ? "data"u8 : "xxxx"u8, .. BitConverter.GetBytes(length),
            .. Header(1), .. Note(60), .. list,
        ];
        MidiFile file = MidiFile.FromBytes(bytes);
        Assert.Equal(1, Presses(file));
        Assert.Equal([MidiWarningCode.Wrapped], file.Warnings.Select(warning => warning.Code)); // the list is not taken for a chunk of MIDI
    }

    [Fact]
    public void A_data_byte_over_127_stays_in_the_file_and_is_127_in_the_song()
    {
        byte[] bytes = [.. Header(1), .. Note(0xF0)];
        (bytes[25], bytes[29]) = (0xC8, 0xFF); // the velocities
        MidiFile file = MidiFile.FromBytes(bytes);
        Assert.Equal((0xF0, 0xC8), (file.Tracks[0].Events[0].Data1, file.Tracks[0].Events[0].Data2));
        Assert.Equal(bytes, file.ToBytes());
        KeyEvent key = Score.FromMidi(file).Tracks[0].Keys[0];
        Assert.Equal((127, 127), (key.Pitch.Number, key.Velocity));
    }

    [Fact]
    public void A_status_is_written_before_a_data_byte_that_would_be_taken_for_one()
    {
        byte[] bytes =
        [
            .. Header(1),
            0x4D, 0x54, 0x72, 0x6B, 0x00, 0x00, 0x00, 0x0C, // MTrk, 12 bytes
            0x00, 0x90, 0x3C, 0x40,
            0x00, 0x90, 0xFF, 0x40, // the same status, and a key of 255
            0x00, 0xFF, 0x2F, 0x00,
        ];
        Assert.Equal(bytes, MidiFile.FromBytes(bytes).ToBytes());
    }

    [Fact]
    public void Notes_that_overlap_or_do_not_end_are_notes_all_the_same()
    {
        byte[] bytes =
        [
            .. Header(1),
            0x4D, 0x54, 0x72, 0x6B, 0x00, 0x00, 0x00, 0x20, // MTrk, 32 bytes
            0x00, 0x90, 0x3C, 0x40, // C4 on
            0x10, 0x90, 0x3C, 0x41, // again while it sounds
            0x10, 0x80, 0x3C, 0x00, // ends the first
            0x10, 0x80, 0x3C, 0x00, // ends the second
            0x10, 0x80, 0x3C, 0x00, // ends nothing
            0x00, 0x90, 0x3E, 0x40, // D4 on
            0x10, 0x90, 0x40, 0x00, // E4 off, which never was on
            0x10, 0xFF, 0x2F, 0x00, // D4 lasts until here
        ];
        Assert.Equal(
            [(0, 32), (16, 32), (64, 32)],
            Score.FromMidi(MidiFile.FromBytes(bytes)).Tracks[0].Notes.Select(note => ((int)note.Onset, (int)note.Length)));
    }

    [Fact]
    public void The_patterns_of_format_2_play_one_after_another()
    {
        Score song = Score.FromMidi(MidiFile.FromBytes([.. Header(2, format: 2), .. Note(60), .. Note(62)]));
        Assert.Equal([0, 96], song.Tracks.Select(track => (int)track.Notes[0].Onset));
    }

    private static int Presses(MidiFile file) => file.Tracks.Sum(track => track.Events.Count(e => e.IsPress));
}
