namespace Tunesmith.Midi;

/// <summary>What sort of event a <see cref="MidiEvent"/> is.</summary>
public enum MidiEventKind
{
    /// <summary>A key is let go: status 80 to 8F. See also <see cref="MidiEvent.IsRelease"/>.</summary>
    NoteOff,

    /// <summary>A key is struck: status 90 to 9F. With velocity 0 it is let go. See also <see cref="MidiEvent.IsPress"/>.</summary>
    NoteOn,

    /// <summary>How hard one key is held down: status A0 to AF.</summary>
    KeyPressure,

    /// <summary>A controller such as volume or the pedal: status B0 to BF.</summary>
    ControlChange,

    /// <summary>A choice of instrument: status C0 to CF.</summary>
    ProgramChange,

    /// <summary>How hard the keys of a channel are held down: status D0 to DF.</summary>
    ChannelPressure,

    /// <summary>The pitch wheel: status E0 to EF.</summary>
    PitchBend,

    /// <summary>A system exclusive message, or the first packet of one: status F0 with a length and a payload.</summary>
    SystemExclusive,

    /// <summary>A later packet of a system exclusive message, or bytes to be sent as they are: status F7, a length, a payload.</summary>
    Escape,

    /// <summary>A system message of the wire, which has no place in a sound file: status F1 to F6 and F8 to FE.</summary>
    System,

    /// <summary>What is not sent but said about the music: status FF with a <see cref="MidiMetaType"/>, a length and a payload.</summary>
    Meta,
}
