namespace Tunesmith.Music;

/// <summary>A key going down or coming up, just as a file says it, paired with nothing.</summary>
/// <param name="Tick">When, in ticks from the start.</param>
/// <param name="Pitch">Which key.</param>
/// <param name="Velocity">1 to 127 for a press; 0 for a release.</param>
/// <param name="Channel">The MIDI channel, 0 to 15.</param>
public readonly record struct KeyEvent(long Tick, Pitch Pitch, int Velocity, int Channel)
{
    /// <summary>Whether the key goes down.</summary>
    public bool IsPress => Velocity > 0;
}
