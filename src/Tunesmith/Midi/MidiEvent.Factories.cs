using System.Numerics;

namespace Tunesmith.Midi;

public readonly partial struct MidiEvent
{
    /// <summary>A key is let go.</summary>
    /// <param name="tick">0 or more.</param>
    /// <param name="channel">0 to 15.</param>
    /// <param name="key">0 to 127.</param>
    /// <param name="velocity">How fast it is let go, 0 to 127.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public static MidiEvent NoteOff(long tick, int channel, int key, int velocity = 0) => OfChannel(tick, 0x80, channel, key, velocity);

    /// <summary>A key is struck.</summary>
    /// <param name="tick">0 or more.</param>
    /// <param name="channel">0 to 15.</param>
    /// <param name="key">0 to 127.</param>
    /// <param name="velocity">1 to 127; 0 lets the key go.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public static MidiEvent NoteOn(long tick, int channel, int key, int velocity) => OfChannel(tick, 0x90, channel, key, velocity);

    /// <summary>How hard one key is held down.</summary>
    /// <param name="tick">0 or more.</param>
    /// <param name="channel">0 to 15.</param>
    /// <param name="key">0 to 127.</param>
    /// <param name="pressure">0 to 127.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public static MidiEvent KeyPressure(long tick, int channel, int key, int pressure) => OfChannel(tick, 0xA0, channel, key, pressure);

    /// <summary>A controller moves.</summary>
    /// <param name="tick">0 or more.</param>
    /// <param name="channel">0 to 15.</param>
    /// <param name="controller">0 to 127; 7 is the volume, 64 the pedal.</param>
    /// <param name="value">0 to 127.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public static MidiEvent ControlChange(long tick, int channel, int controller, int value) =>
        OfChannel(tick, 0xB0, channel, controller, value);

    /// <summary>An instrument is chosen.</summary>
    /// <param name="tick">0 or more.</param>
    /// <param name="channel">0 to 15.</param>
    /// <param name="program">0 to 127.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public static MidiEvent ProgramChange(long tick, int channel, int program) => OfChannel(tick, 0xC0, channel, program, 0);

    /// <summary>How hard the keys of a channel are held down.</summary>
    /// <param name="tick">0 or more.</param>
    /// <param name="channel">0 to 15.</param>
    /// <param name="pressure">0 to 127.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public static MidiEvent ChannelPressure(long tick, int channel, int pressure) => OfChannel(tick, 0xD0, channel, pressure, 0);

    /// <summary>The pitch wheel moves.</summary>
    /// <param name="tick">0 or more.</param>
    /// <param name="channel">0 to 15.</param>
    /// <param name="bend">-8192 to 8191; 0 is the middle.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public static MidiEvent PitchBend(long tick, int channel, int bend)
    {
        CheckRange(bend, -8192, 8191, nameof(bend));
        return OfChannel(tick, 0xE0, channel, (bend + 8192) & 0x7F, (bend + 8192) >> 7);
    }

    /// <summary>A system exclusive message, or the first packet of one.</summary>
    /// <param name="tick">0 or more.</param>
    /// <param name="payload">The bytes after F0 and the length, with the closing F7 if there is one. They are copied.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tick is below 0.</exception>
    public static MidiEvent SystemExclusive(long tick, ReadOnlySpan<byte> payload) => new(CheckTick(tick), 0xF0, 0, 0, payload.ToArray());

    /// <summary>A later packet of a system exclusive message, or bytes to be sent as they are.</summary>
    /// <param name="tick">0 or more.</param>
    /// <param name="payload">The bytes after F7 and the length. They are copied.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tick is below 0.</exception>
    public static MidiEvent Escape(long tick, ReadOnlySpan<byte> payload) => new(CheckTick(tick), 0xF7, 0, 0, payload.ToArray());

    /// <summary>A meta event of any type.</summary>
    /// <param name="tick">0 or more.</param>
    /// <param name="type">The type, by name or number.</param>
    /// <param name="payload">The bytes after the length. They are copied.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tick is below 0.</exception>
    public static MidiEvent Meta(long tick, MidiMetaType type, ReadOnlySpan<byte> payload) =>
        new(CheckTick(tick), 0xFF, (byte)type, 0, payload.ToArray());

    /// <summary>A meta event that holds text, written as UTF-8.</summary>
    /// <param name="tick">0 or more.</param>
    /// <param name="type">Which text it is; <see cref="MidiMetaType.Text"/> to <see cref="MidiMetaType.DeviceName"/>.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tick is below 0.</exception>
    public static MidiEvent OfText(long tick, MidiMetaType type, string text) =>
        new(CheckTick(tick), 0xFF, (byte)type, 0, System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>The name of the track, written as UTF-8.</summary>
    /// <param name="tick">0 or more.</param>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tick is below 0.</exception>
    public static MidiEvent TrackName(long tick, string name) => OfText(tick, MidiMetaType.TrackName, name);

    /// <summary>A tempo.</summary>
    /// <param name="tick">0 or more.</param>
    /// <param name="microsecondsPerQuarter">Microseconds in a quarter note; 1 to 16,777,215.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public static MidiEvent Tempo(long tick, int microsecondsPerQuarter)
    {
        CheckRange(microsecondsPerQuarter, 1, 0xFFFFFF, nameof(microsecondsPerQuarter));
        byte[] payload = [(byte)(microsecondsPerQuarter >> 16), (byte)(microsecondsPerQuarter >> 8), (byte)microsecondsPerQuarter];
        return new MidiEvent(CheckTick(tick), 0xFF, (byte)MidiMetaType.Tempo, 0, payload);
    }

    /// <summary>A time signature, with a click each quarter note and eight thirty-seconds to a quarter.</summary>
    /// <param name="tick">0 or more.</param>
    /// <param name="numerator">Beats in a bar; 1 to 255.</param>
    /// <param name="denominator">The note value of a beat: a power of two, 1 to 2^30.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    /// <exception cref="ArgumentException">The denominator is no power of two.</exception>
    public static MidiEvent TimeSignature(long tick, int numerator, int denominator)
    {
        CheckRange(numerator, 1, 255, nameof(numerator));
        if (!BitOperations.IsPow2(denominator))
        {
            throw new ArgumentException(
                $"Expected a power of two from 1 to 2^30 as denominator, found {denominator}.",
                nameof(denominator));
        }

        return Meta(tick, MidiMetaType.TimeSignature, [(byte)numerator, (byte)BitOperations.Log2((uint)denominator), 24, 8]);
    }

    /// <summary>The end of a track.</summary>
    /// <param name="tick">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tick is below 0.</exception>
    public static MidiEvent EndOfTrack(long tick) => new(CheckTick(tick), 0xFF, (byte)MidiMetaType.EndOfTrack, 0);

    private static MidiEvent OfChannel(long tick, int status, int channel, int data1, int data2)
    {
        CheckRange(channel, 0, 15, nameof(channel));
        CheckRange(data1, 0, 127, nameof(data1));
        CheckRange(data2, 0, 127, nameof(data2));
        return new MidiEvent(CheckTick(tick), (byte)(status | channel), (byte)data1, (byte)data2);
    }

    private static long CheckTick(long tick)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tick);
        return tick;
    }

    private static void CheckRange(int value, int lowest, int highest, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, lowest, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, highest, name);
    }
}
