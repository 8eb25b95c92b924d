using CsCheck;
using Tunesmith.Midi;

namespace Tunesmith.Tests.Midi;

/// <summary>Random events and files of every kind.</summary>
internal static class MidiGenerator
{
    private static readonly Gen<byte[]> Payload = Gen.Byte.Array[0, 300];
    private static readonly Gen<int> Channel = Gen.Int[0, 15];
    private static readonly Gen<int> Data = Gen.Int[0, 127];

    /// <summary>An event at tick 0, of any kind but an end of track and a system message of the wire.</summary>
    public static readonly Gen<MidiEvent> Event = Gen.OneOf(
        Gen.Select(Channel, Data, Data, (channel, key, velocity) => MidiEvent.NoteOn(0, channel, key, velocity)),
        Gen.Select(Channel, Data, Data, (channel, key, velocity) => MidiEvent.NoteOff(0, channel, key, velocity)),
        Gen.Select(Channel, Data, Data, (channel, key, pressure) => MidiEvent.KeyPressure(0, channel, key, pressure)),
        Gen.Select(Channel, Data, Data, (channel, controller, value) => MidiEvent.ControlChange(0, channel, controller, value)),
        Gen.Select(Channel, Data, (channel, program) => MidiEvent.ProgramChange(0, channel, program)),
        Gen.Select(Channel, Data, (channel, pressure) => MidiEvent.ChannelPressure(0, channel, pressure)),
        Gen.Select(Channel, Gen.Int[-8192, 8191], (channel, bend) => MidiEvent.PitchBend(0, channel, bend)),
        Payload.Select(payload => MidiEvent.SystemExclusive(0, payload)),
        Payload.Select(payload => MidiEvent.Escape(0, payload)),
        Gen.Int[1, 0xFFFFFF].Select(microseconds => MidiEvent.Tempo(0, microseconds)),
        Gen.Select(Gen.Int[1, 255], Gen.Int[0, 30], (numerator, power) => MidiEvent.TimeSignature(0, numerator, 1 << power)),
        Gen.Select(Gen.Int[1, 7], Gen.String[0, 40], (type, text) => MidiEvent.OfText(0, (MidiMetaType)type, text)),
        Payload.Select(payload => MidiEvent.Meta(0, MidiMetaType.SequencerSpecific, payload)));

    /// <summary>Ticks from one event to the next: mostly few, sometimes as many as fit.</summary>
    public static readonly Gen<int> Delta = Gen.OneOf(Gen.Const(0), Gen.Int[0, 500], Gen.Int[0, VariableLength.Highest]);

    public static readonly Gen<MidiTrack> Track = Gen.Select(Delta, Event).Array[0, 40].Select(pairs =>
    {
        long tick = 0;
        return new MidiTrack(pairs.Select(pair => pair.Item2 with { Tick = tick += pair.Item1 }));
    });

    public static readonly Gen<MidiDivision> Division = Gen.OneOf(
        Gen.Int[1, 32_767].Select(MidiDivision.PerQuarter),
        Gen.Select(Gen.OneOf(Gen.Const(24), Gen.Const(25), Gen.Const(29), Gen.Const(30)), Gen.Int[1, 255], MidiDivision.Smpte));

    public static readonly Gen<MidiFile> File = Gen.OneOf(
        Gen.Select(Division, Track, (division, track) => new MidiFile(0, division, [track])),
        Gen.Select(Gen.Int[1, 2], Division, Track.Array[0, 5], (format, division, tracks) => new MidiFile(format, division, tracks)));
}
