using System.Buffers.Binary;

namespace Tunesmith.Midi;

/// <summary>
/// One event of a track: when it happens, a status byte, up to two data bytes, and for system exclusive and meta events a payload.
/// Two events are equal where all of these are, payloads byte by byte. Make one with the factories such as <see cref="NoteOn"/>.
/// </summary>
public readonly partial struct MidiEvent : IEquatable<MidiEvent>
{
    private const byte HighestDenominatorPower = 30;

    internal MidiEvent(
        long tick, byte status, byte data1, byte data2, ReadOnlyMemory<byte> payload = default, MidiTextEncoding textEncoding = default)
    {
        Tick = tick;
        Status = status;
        Data1 = data1;
        Data2 = data2;
        Payload = payload;
        TextEncoding = textEncoding;
    }

    /// <summary>When it happens, in ticks from the start of the track; 0 or more.</summary>
    public long Tick { get; init; }

    /// <summary>The status byte: 80 to EF for channel events, F0 and F7 for system exclusive ones, FF for meta events.</summary>
    public byte Status { get; }

    /// <summary>
    /// The first data byte, 0 to 127: the key, controller or program. Of a meta event, its type. 0 where there is none. Over 127 only
    /// where a file breaks the format so (<see cref="MidiWarningCode.DataByte"/>).
    /// </summary>
    public byte Data1 { get; }

    /// <summary>The second data byte, 0 to 127: the velocity or value. 0 where there is none. Over 127 as the first.</summary>
    public byte Data2 { get; }

    /// <summary>The bytes of a system exclusive or meta event after its length; else empty.</summary>
    public ReadOnlyMemory<byte> Payload { get; }

    /// <summary>What sort of event it is.</summary>
    public MidiEventKind Kind => Status switch
    {
        < 0x90 => MidiEventKind.NoteOff,
        < 0xA0 => MidiEventKind.NoteOn,
        < 0xB0 => MidiEventKind.KeyPressure,
        < 0xC0 => MidiEventKind.ControlChange,
        < 0xD0 => MidiEventKind.ProgramChange,
        < 0xE0 => MidiEventKind.ChannelPressure,
        < 0xF0 => MidiEventKind.PitchBend,
        0xF0 => MidiEventKind.SystemExclusive,
        0xF7 => MidiEventKind.Escape,
        0xFF => MidiEventKind.Meta,
        _ => MidiEventKind.System,
    };

    /// <summary>The channel of a channel event, 0 to 15; -1 of any other.</summary>
    public int Channel => Status < 0xF0 ? Status & 0x0F : -1;

    /// <summary>Whether a key is struck: a note-on with a velocity over 0.</summary>
    public bool IsPress => Kind == MidiEventKind.NoteOn && Data2 > 0;

    /// <summary>Whether a key is let go: a note-off, or a note-on with velocity 0.</summary>
    public bool IsRelease => Kind == MidiEventKind.NoteOff || (Kind == MidiEventKind.NoteOn && Data2 == 0);

    /// <summary>The type of a meta event; null of any other.</summary>
    public MidiMetaType? MetaType => Status == 0xFF ? (MidiMetaType)Data1 : null;

    /// <summary>Where the pitch wheel of a <see cref="MidiEventKind.PitchBend"/> stands: -8192 to 8191, 0 in the middle.</summary>
    public int Bend => (Data2 << 7) + Data1 - 8192;

    /// <summary>
    /// The payload as text. An event of a file is read in the encoding that is guessed from all texts of the file
    /// (<see cref="MidiFile.TextEncoding"/>); any other as UTF-8 where it is valid UTF-8, else as Windows-1252. Every payload is some text.
    /// </summary>
    public string Text => MidiText.Decode(Payload.Span, TextEncoding);

    /// <summary>Whether the event ends its track.</summary>
    public bool IsEndOfTrack => MetaType == MidiMetaType.EndOfTrack;

    /// <summary>Reads a tempo event: the first three bytes of its payload, most significant first.</summary>
    /// <param name="microsecondsPerQuarter">Microseconds in a quarter note; 0 to 16,777,215.</param>
    /// <returns>Whether the event is a tempo with at least three bytes.</returns>
    public bool TryGetTempo(out int microsecondsPerQuarter)
    {
        ReadOnlySpan<byte> payload = Payload.Span;
        bool found = MetaType == MidiMetaType.Tempo && payload.Length >= 3;
        microsecondsPerQuarter = found ? (payload[0] << 16) | BinaryPrimitives.ReadUInt16BigEndian(payload[1..]) : 0;
        return found;
    }

    /// <summary>Reads a time signature event: the first two bytes of its payload.</summary>
    /// <param name="numerator">Beats in a bar; 0 to 255.</param>
    /// <param name="denominator">
    /// The note value of a beat: two to the power that the second byte is. A byte over 30 breaks the format, and is read as 30.
    /// </param>
    /// <returns>Whether the event is a time signature with at least two bytes.</returns>
    public bool TryGetTimeSignature(out int numerator, out int denominator)
    {
        ReadOnlySpan<byte> payload = Payload.Span;
        bool found = MetaType == MidiMetaType.TimeSignature && payload.Length >= 2;
        (numerator, denominator) = found ? (payload[0], 1 << Math.Min(payload[1], HighestDenominatorPower)) : (0, 0);
        return found;
    }

    /// <inheritdoc/>
    public bool Equals(MidiEvent other) =>
        Tick == other.Tick && Status == other.Status && Data1 == other.Data1 && Data2 == other.Data2
        && Payload.Span.SequenceEqual(other.Payload.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is MidiEvent other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(Tick);
        hash.Add((Status << 16) | (Data1 << 8) | Data2);
        hash.AddBytes(Payload.Span);
        return hash.ToHashCode();
    }

    /// <summary>The tick, the kind and the bytes in hexadecimal, such as <c>96 NoteOn 90 3C 40</c>.</summary>
    public override string ToString() => Kind switch
    {
        MidiEventKind.Meta => $"{Tick} {MetaType} FF {Data1:X2} [{Convert.ToHexString(Payload.Span)}]",
        MidiEventKind.SystemExclusive or MidiEventKind.Escape => $"{Tick} {Kind} {Status:X2} [{Convert.ToHexString(Payload.Span)}]",
        _ => $"{Tick} {Kind} {Status:X2} {Data1:X2} {Data2:X2}",
    };

    /// <summary>Whether two events are equal.</summary>
    public static bool operator ==(MidiEvent left, MidiEvent right) => left.Equals(right);

    /// <summary>Whether two events differ.</summary>
    public static bool operator !=(MidiEvent left, MidiEvent right) => !left.Equals(right);

    /// <summary>How the texts of the file that it was read from are encoded.</summary>
    internal MidiTextEncoding TextEncoding { get; }

    /// <summary>The status byte in the lowest 8 bits, then the data bytes.</summary>
    internal uint Message => Status | ((uint)Data1 << 8) | ((uint)Data2 << 16);

    /// <summary>How many data bytes follow a status byte from 80 to EF or F1 to F6 and F8 to FE.</summary>
    internal static int DataLength(byte status) => status switch
    {
        >= 0xC0 and < 0xE0 => 1,
        < 0xF0 => 2,
        0xF2 => 2,
        0xF1 or 0xF3 => 1,
        _ => 0,
    };
}
