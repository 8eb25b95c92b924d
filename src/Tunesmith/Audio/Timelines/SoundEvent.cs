namespace Tunesmith.Audio.Timelines;

/// <summary>What happens to the sound.</summary>
internal enum SoundEventKind
{
    /// <summary>A note begins: First is the key, Second the velocity.</summary>
    Press,

    /// <summary>The note ends.</summary>
    Release,

    /// <summary>A channel changes its instrument: First is the program.</summary>
    Program,

    /// <summary>A controller moves: First is the controller, Second its value.</summary>
    Control,

    /// <summary>The pitch wheel moves: First is -8192 to 8191.</summary>
    Bend,

    /// <summary>The song is over: what sounds is let go.</summary>
    End,
}

/// <summary>Something that happens to the sound at a sample.</summary>
/// <param name="Frame">When, in samples from the start.</param>
/// <param name="Kind">What.</param>
/// <param name="Channel">The MIDI channel, 0 to 15.</param>
/// <param name="First">See <see cref="SoundEventKind"/>.</param>
/// <param name="Second">See <see cref="SoundEventKind"/>.</param>
/// <param name="Note">The number of the note that begins or ends; each has its own.</param>
internal readonly record struct SoundEvent(long Frame, SoundEventKind Kind, int Channel, int First = 0, int Second = 0, int Note = 0);
