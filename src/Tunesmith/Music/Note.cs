namespace Tunesmith.Music;

/// <summary>A note: a key pressed at a time, held for a while.</summary>
/// <param name="Onset">When the key is pressed, in ticks from the start.</param>
/// <param name="Length">How long it is held, in ticks; 0 or more.</param>
/// <param name="Pitch">The key.</param>
/// <param name="Velocity">How hard it is struck, 1 to 127.</param>
/// <param name="Channel">The MIDI channel, 0 to 15; 9 is percussion.</param>
public readonly record struct Note(long Onset, long Length, Pitch Pitch, int Velocity, int Channel)
{
    /// <summary>When the key is let go, in ticks from the start.</summary>
    public long End => Onset + Length;
}
