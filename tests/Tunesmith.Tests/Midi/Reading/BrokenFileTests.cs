using Tunesmith.Midi;
using Tunesmith.Midi.Reading;

namespace Tunesmith.Tests.Midi.Reading;

/// <summary>One file for each <see cref="MidiWarningCode"/>: what is warned of, where, and what is read all the same.</summary>
public sealed class BrokenFileTests
{
    private const string Header = "4D546864 00000006 0000 0001 0060";
    private const string TwoTracks = "4D546864 00000006 0001 0002 0060";
    private const string EmptyTrack = "4D54726B 00000004 00FF2F00";
    private static readonly MidiReadOptions Strict = new() { Strict = true };

    [Theory]
    [InlineData(MidiWarningCode.HeaderLength, 4, "4D546864 00000005 0000 0001 0060 4D54726B 0000000C 00903C40 60803C00 00FF2F00")]
    [InlineData(MidiWarningCode.Format, 8, "4D546864 00000006 6D01 0001 0060 4D54726B 0000000C 00903C40 60803C00 00FF2F00")]
    [InlineData(MidiWarningCode.Format, 8, "4D546864 00000006 0000 0002 0060 4D54726B 0000000C 00903C40 60803C00 00FF2F00 " + EmptyTrack)]
    [InlineData(MidiWarningCode.Division, 12, "4D546864 00000006 0000 0001 0000 4D54726B 0000000C 00903C40 60803C00 00FF2F00")]
    [InlineData(MidiWarningCode.Division, 12, "4D546864 00000006 0000 0001 F060 4D54726B 0000000C 00903C40 60803C00 00FF2F00")]
    [InlineData(MidiWarningCode.TrackCount, 10, "4D546864 00000006 0000 0002 0060 4D54726B 0000000C 00903C40 60803C00 00FF2F00")]
    [InlineData(MidiWarningCode.NotAChunk, 14, Header + "0000 4D54726B 0000000C 00903C40 60803C00 00FF2F00")]
    [InlineData(MidiWarningCode.NotAChunk, 34, Header + "4D54726B 0000000C 00903C40 60803C00 00FF2F00 0D0A")]
    [InlineData(MidiWarningCode.ChunkCutOff, 18, Header + "4D54726B 00FFFFFF 00903C40 60803C00 00FF2F00")]
    [InlineData(MidiWarningCode.EventCutOff, 30, Header + "4D54726B 0000000A 00903C40 60803C00 00FF", MidiWarningCode.MissingEndOfTrack)]
    [InlineData(MidiWarningCode.MissingEndOfTrack, 30, Header + "4D54726B 00000008 00903C40 60803C00")]
    [InlineData(MidiWarningCode.DataAfterEndOfTrack, 34, Header + "4D54726B 0000000E 00903C40 60803C00 00FF2F00 0000")]
    [InlineData(MidiWarningCode.DataAfterEndOfTrack, 30, Header + "4D54726B 00000010 00903C40 00FF2F00 60803C00 00FF2F00")]
    [InlineData(MidiWarningCode.ChunkTooShort, 18, TwoTracks + "4D54726B 00000004 00903C40 60803C00 00FF2F00 " + EmptyTrack)]
    [InlineData(MidiWarningCode.ChunkTooShort, 18, TwoTracks + "4D54726B 00000006 00903C40 60803C00 00FF2F00 " + EmptyTrack)]
    [InlineData(MidiWarningCode.ChunkTooLong, 34, TwoTracks + "4D54726B 00000018 00903C40 60803C00 00FF2F00 " + EmptyTrack)]
    [InlineData(MidiWarningCode.MissingStatus, 23, Header + "4D54726B 0000000E 004040 903C40 60803C00 00FF2F00")]
    [InlineData(MidiWarningCode.RunningStatus, 31, Header + "4D54726B 0000000F 00903C40 00FF0100 603C00 00FF2F00")]
    [InlineData(MidiWarningCode.DataByte, 25, Header + "4D54726B 0000000C 00903C80 60803C00 00FF2F00")]
    [InlineData(MidiWarningCode.VariableLength, 26, Header + "4D54726B 00000010 00903C40 8080808060 803C00 00FF2F00")]
    [InlineData(MidiWarningCode.SystemMessage, 27, Header + "4D54726B 0000000E 00903C40 00F8 60803C00 00FF2F00")]
    [InlineData(MidiWarningCode.MetaLength, 29, Header + "4D54726B 00000010 00903C40 00FF5100 60803C00 00FF2F00")]
    [InlineData(MidiWarningCode.MetaValue, 27, Header + "4D54726B 00000013 00903C40 00FF5103000000 60803C00 00FF2F00")]
    [InlineData(MidiWarningCode.MetaValue, 27, Header + "4D54726B 00000014 00903C40 00FF580400021808 60803C00 00FF2F00")]
    [InlineData(MidiWarningCode.MetaValue, 27, Header + "4D54726B 00000012 00903C40 00FF59020800 60803C00 00FF2F00")]
    [InlineData(MidiWarningCode.MetaValue, 27, Header + "4D54726B 00000012 00903C40 00FF59020002 60803C00 00FF2F00")]
    [InlineData(MidiWarningCode.MetaValue, 27, Header + "4D54726B 00000011 00903C40 00FF200110 60803C00 00FF2F00")]
    [InlineData(MidiWarningCode.MetaType, 28, Header + "4D54726B 00000010 00903C40 00FF8000 60803C00 00FF2F00")]
    public void A_broken_file_is_read_with_a_warning_that_says_where(
        MidiWarningCode code, int offset, string hexadecimal, MidiWarningCode? second = null)
    {
        byte[] bytes = Bytes(hexadecimal);
        MidiFile file = MidiFile.FromBytes(bytes);

        Assert.Equal(second is { } also ? [code, also] : [code], file.Warnings.Select(warning => warning.Code));
        Assert.Equal(offset, file.Warnings[0].Offset);
        Assert.Contains($" at byte {offset}, found ", file.Warnings[0].Message, StringComparison.Ordinal);
        IEnumerable<MidiEvent> notes = file.Tracks[0].Events.Where(e => e.Kind <= MidiEventKind.NoteOn);
        Assert.Equal([(0, true), (96, false)], notes.Select(e => ((int)e.Tick, e.IsPress)));

        MidiFormatException exception = Assert.Throws<MidiFormatException>(() => MidiFile.FromBytes(bytes, Strict));
        Assert.Equal(offset, exception.Offset);
        string start = $"expected {exception.Expected} at byte {offset}, found {exception.Found}. ";
        Assert.StartsWith(start, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Theory]
    [InlineData("", 0, "the end of the file")]
    [InlineData("48656C6C6F", 0, "'Hell'")]
    [InlineData("00010203", 0, "the bytes 00010203")]
    [InlineData("4D546864 00000006 0000", 10, "the end of the file after 10")]
    [InlineData("52494646 00000000 524D4944", 0, "'RIFF'")]
    public void What_is_no_MIDI_file_is_refused_in_both_modes(string hexadecimal, int offset, string found)
    {
        byte[] bytes = Bytes(hexadecimal);
        MidiFormatException exception = Assert.Throws<MidiFormatException>(() => MidiFile.FromBytes(bytes));
        Assert.Equal((offset, found), (exception.Offset, exception.Found));
        Assert.Throws<MidiFormatException>(() => MidiFile.FromBytes(bytes, Strict));
    }

    [Fact]
    public void Warnings_are_counted_when_there_are_too_many_to_keep()
    {
        byte[] bytes = [.. Bytes(Header), .. "MTrk"u8, 0, 0, 0x13, 0x8C, .. Repeat(0x00, 0xF8, 2_500), 0x00, 0xFF, 0x2F, 0x00];
        MidiFile file = MidiFile.FromBytes(bytes);
        Assert.Equal(WarningLog.Most + 1, file.Warnings.Count);
        Assert.Equal((MidiWarningCode.More, "2400 more from byte 223 on"), (file.Warnings[^1].Code, file.Warnings[^1].Message));
    }

    private static byte[] Bytes(string hexadecimal) => Convert.FromHexString(hexadecimal.Replace(" ", "", StringComparison.Ordinal));

    private static IEnumerable<byte> Repeat(byte first, byte second, int count) =>
        Enumerable.Repeat<byte[]>([first, second], count).SelectMany(bytes => bytes);
}
