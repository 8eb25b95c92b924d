namespace Tunesmith.Midi;

/// <summary>The ways in which a file may break the format and still be read. docs/midi.md says what is done at each.</summary>
public enum MidiWarningCode
{
    /// <summary>The file is wrapped in a RIFF file.</summary>
    Wrapped,

    /// <summary>Bytes that do not belong to the file stand before its header.</summary>
    LeadingBytes,

    /// <summary>The header says it is not 6 bytes long.</summary>
    HeaderLength,

    /// <summary>The header names a format other than 0, 1 and 2, or format 0 with several tracks.</summary>
    Format,

    /// <summary>The header names a division that is no length of a tick, or no SMPTE frame rate.</summary>
    Division,

    /// <summary>There are more or fewer tracks than the header says.</summary>
    TrackCount,

    /// <summary>Bytes between chunks are no chunk.</summary>
    NotAChunk,

    /// <summary>A chunk says it goes on beyond the end of the file.</summary>
    ChunkCutOff,

    /// <summary>A chunk says it ends in the midst of its track, where no other chunk begins.</summary>
    ChunkTooShort,

    /// <summary>A chunk says it goes on over the track that follows.</summary>
    ChunkTooLong,

    /// <summary>An event goes on beyond the end of its track.</summary>
    EventCutOff,

    /// <summary>A track has no end of track event.</summary>
    MissingEndOfTrack,

    /// <summary>A track has bytes after its end of track event.</summary>
    DataAfterEndOfTrack,

    /// <summary>A data byte stands where a status byte must.</summary>
    MissingStatus,

    /// <summary>Running status goes on across a system or meta event.</summary>
    RunningStatus,

    /// <summary>A data byte is over 127.</summary>
    DataByte,

    /// <summary>A number of variable length has more than 4 bytes.</summary>
    VariableLength,

    /// <summary>A system message of the wire stands in a track.</summary>
    SystemMessage,

    /// <summary>A meta event has a length that its type does not allow.</summary>
    MetaLength,

    /// <summary>A meta event has a value that its type does not allow, such as a key of 8 sharps.</summary>
    MetaValue,

    /// <summary>The type of a meta event is over 127.</summary>
    MetaType,

    /// <summary>There were more warnings than are kept.</summary>
    More,
}
