namespace Tunesmith.Midi;

/// <summary>The types of meta events that the Standard MIDI Files specification names. Others are kept by their number.</summary>
public enum MidiMetaType : byte
{
    /// <summary>The number of a pattern or sequence: 2 bytes, or none.</summary>
    SequenceNumber = 0x00,

    /// <summary>Any text.</summary>
    Text = 0x01,

    /// <summary>A copyright notice.</summary>
    Copyright = 0x02,

    /// <summary>The name of a track, or in the first track the name of the piece.</summary>
    TrackName = 0x03,

    /// <summary>The name of an instrument.</summary>
    InstrumentName = 0x04,

    /// <summary>A syllable to sing.</summary>
    Lyric = 0x05,

    /// <summary>A point in the piece, such as "Verse 1".</summary>
    Marker = 0x06,

    /// <summary>Something that happens beside the music.</summary>
    CuePoint = 0x07,

    /// <summary>The name of a program.</summary>
    ProgramName = 0x08,

    /// <summary>The name of the device that plays the track.</summary>
    DeviceName = 0x09,

    /// <summary>The channel that the next meta and system exclusive events belong to: 1 byte.</summary>
    ChannelPrefix = 0x20,

    /// <summary>The port that plays the track: 1 byte.</summary>
    Port = 0x21,

    /// <summary>The end of a track; always its last event. No payload.</summary>
    EndOfTrack = 0x2F,

    /// <summary>Microseconds in a quarter note: 3 bytes.</summary>
    Tempo = 0x51,

    /// <summary>The SMPTE time at which the track starts: 5 bytes.</summary>
    SmpteOffset = 0x54,

    /// <summary>Numerator, power of two of the denominator, clocks a click, thirty-seconds a quarter: 4 bytes.</summary>
    TimeSignature = 0x58,

    /// <summary>Sharps (or minus flats), and 1 for minor: 2 bytes.</summary>
    KeySignature = 0x59,

    /// <summary>A sequencer's own data.</summary>
    SequencerSpecific = 0x7F,
}
