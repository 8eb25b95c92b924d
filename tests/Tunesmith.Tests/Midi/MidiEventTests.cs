using System.Runtime.CompilerServices;
using Tunesmith.Midi;

namespace Tunesmith.Tests.Midi;

public sealed class MidiEventTests
{
    [Fact]
    public void An_event_takes_32_bytes() => Assert.Equal(32, Unsafe.SizeOf<MidiEvent>());

    [Fact]
    public void Events_are_equal_by_content()
    {
        MidiEvent first = MidiEvent.TrackName(3, "Tune");
        Assert.Equal(first, MidiEvent.Meta(3, MidiMetaType.TrackName, "Tune"u8));
        Assert.Equal(first.GetHashCode(), MidiEvent.Meta(3, MidiMetaType.TrackName, "Tune"u8).GetHashCode());
        Assert.True(first != MidiEvent.TrackName(3, "Tuna"));
        Assert.True(first != first with { Tick = 4 });
        Assert.True(MidiEvent.NoteOn(0, 1, 60, 64) != MidiEvent.NoteOn(0, 2, 60, 64));
    }

    [Fact]
    public void A_note_on_with_velocity_0_lets_the_key_go()
    {
        Assert.True(MidiEvent.NoteOn(0, 0, 60, 0).IsRelease);
        Assert.False(MidiEvent.NoteOn(0, 0, 60, 0).IsPress);
        Assert.True(MidiEvent.NoteOff(0, 0, 60, 64).IsRelease);
        Assert.True(MidiEvent.NoteOn(0, 0, 60, 1).IsPress);
    }

    [Fact]
    public void Each_event_knows_its_kind_and_channel()
    {
        Assert.Equal((MidiEventKind.KeyPressure, 5), KindAndChannel(MidiEvent.KeyPressure(0, 5, 1, 2)));
        Assert.Equal((MidiEventKind.ControlChange, 15), KindAndChannel(MidiEvent.ControlChange(0, 15, 7, 100)));
        Assert.Equal((MidiEventKind.ProgramChange, 9), KindAndChannel(MidiEvent.ProgramChange(0, 9, 3)));
        Assert.Equal((MidiEventKind.ChannelPressure, 0), KindAndChannel(MidiEvent.ChannelPressure(0, 0, 3)));
        Assert.Equal((MidiEventKind.PitchBend, 0), KindAndChannel(MidiEvent.PitchBend(0, 0, 3)));
        Assert.Equal((MidiEventKind.SystemExclusive, -1), KindAndChannel(MidiEvent.SystemExclusive(0, [0x7E])));
        Assert.Equal((MidiEventKind.Escape, -1), KindAndChannel(MidiEvent.Escape(0, [0xF8])));
        Assert.Equal((MidiEventKind.Meta, -1), KindAndChannel(MidiEvent.EndOfTrack(0)));

        static (MidiEventKind Kind, int Channel) KindAndChannel(MidiEvent midiEvent) => (midiEvent.Kind, midiEvent.Channel);
    }

    [Theory]
    [InlineData(-8192, 0x00, 0x00)]
    [InlineData(0, 0x00, 0x40)]
    [InlineData(8191, 0x7F, 0x7F)]
    public void A_bend_is_14_bits_around_the_middle(int bend, byte low, byte high)
    {
        MidiEvent midiEvent = MidiEvent.PitchBend(0, 0, bend);
        Assert.Equal((low, high), (midiEvent.Data1, midiEvent.Data2));
        Assert.Equal(bend, midiEvent.Bend);
    }

    [Fact]
    public void Tempo_and_time_signature_give_back_what_they_were_made_of()
    {
        Assert.True(MidiEvent.Tempo(0, 461_538).TryGetTempo(out int microseconds));
        Assert.Equal(461_538, microseconds);
        Assert.True(MidiEvent.TimeSignature(0, 6, 8).TryGetTimeSignature(out int numerator, out int denominator));
        Assert.Equal((6, 8), (numerator, denominator));
        Assert.False(MidiEvent.Meta(0, MidiMetaType.Tempo, [1, 2]).TryGetTempo(out _));
        Assert.False(MidiEvent.Meta(0, MidiMetaType.TimeSignature, [4]).TryGetTimeSignature(out _, out _));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(30, 1 << 30)]
    [InlineData(31, 1 << 30)]
    [InlineData(255, 1 << 30)]
    public void A_denominator_beyond_all_numbers_is_read_as_the_greatest(byte power, int expected)
    {
        Assert.True(MidiEvent.Meta(0, MidiMetaType.TimeSignature, [4, power]).TryGetTimeSignature(out _, out int denominator));
        Assert.Equal(expected, denominator);
    }

    [Fact]
    public void Text_is_UTF_8_where_it_can_be_and_Latin_1_where_not()
    {
        Assert.Equal("Töne 音", MidiEvent.TrackName(0, "Töne 音").Text);
        Assert.Equal("Töne", MidiEvent.Meta(0, MidiMetaType.Text, [0x54, 0xF6, 0x6E, 0x65]).Text);
    }

    [Fact]
    public void A_payload_is_not_the_callers_memory()
    {
        byte[] payload = [1, 2, 3];
        MidiEvent midiEvent = MidiEvent.SystemExclusive(0, payload);
        payload[0] = 9;
        Assert.Equal([1, 2, 3], midiEvent.Payload.ToArray());
    }

    [Fact]
    public void Values_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => MidiEvent.NoteOn(-1, 0, 60, 64));
        Assert.Throws<ArgumentOutOfRangeException>(() => MidiEvent.NoteOn(0, 16, 60, 64));
        Assert.Throws<ArgumentOutOfRangeException>(() => MidiEvent.NoteOn(0, 0, 128, 64));
        Assert.Throws<ArgumentOutOfRangeException>(() => MidiEvent.NoteOff(0, 0, 60, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => MidiEvent.PitchBend(0, 0, 8192));
        Assert.Throws<ArgumentOutOfRangeException>(() => MidiEvent.Tempo(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => MidiEvent.TimeSignature(0, 0, 4));
        Assert.Throws<ArgumentException>(() => MidiEvent.TimeSignature(0, 4, 6));
    }

    [Fact]
    public void A_track_is_in_order_and_ends_once()
    {
        Assert.Equal(96, new MidiTrack([MidiEvent.NoteOn(96, 0, 60, 64)]).EndTick);
        Assert.Equal([MidiEvent.EndOfTrack(0)], new MidiTrack([]).Events);
        Assert.Throws<ArgumentException>(() => new MidiTrack([MidiEvent.NoteOn(2, 0, 60, 64), MidiEvent.NoteOff(1, 0, 60)]));
        Assert.Throws<ArgumentException>(() => new MidiTrack([MidiEvent.EndOfTrack(0), MidiEvent.NoteOff(1, 0, 60)]));
        Assert.Throws<ArgumentException>(() => new MidiTrack([default]));
    }
}
