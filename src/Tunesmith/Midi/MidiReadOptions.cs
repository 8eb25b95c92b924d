namespace Tunesmith.Midi;

/// <summary>How a MIDI file is read.</summary>
public sealed record MidiReadOptions
{
    /// <summary>Tolerant: what breaks the format becomes a <see cref="MidiWarning"/>.</summary>
    public static MidiReadOptions Default { get; } = new();

    /// <summary>Whether the first thing that breaks the format is an error. Default false.</summary>
    public bool Strict { get; init; }
}
