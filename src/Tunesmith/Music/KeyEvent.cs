namespace Tunesmith.Music;

/// <summary>A key going down or coming up, just as a file says it, paired with nothing.</summary>
/// <param name="Tick">When, in ticks from the start; 0 or more.</param>
/// <param name="Pitch">Which key.</param>
/// <param name="Velocity">1 to 127 for a press; 0 for a release.</param>
/// <param name="Channel">The MIDI channel, 0 to 15.</param>
/// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
public readonly record struct KeyEvent(long Tick, Pitch Pitch, int Velocity, int Channel)
{
    /// <summary>When, in ticks from the start; 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public long Tick { get; init => field = NoteRange.CheckTicks(value, nameof(Tick)); } = NoteRange.CheckTicks(Tick, nameof(Tick));

    /// <summary>1 to 127 for a press; 0 for a release.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public int Velocity { get; init => field = NoteRange.CheckVelocity(value, least: 0); } = NoteRange.CheckVelocity(Velocity, least: 0);

    /// <summary>The MIDI channel, 0 to 15.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public int Channel { get; init => field = NoteRange.CheckChannel(value); } = NoteRange.CheckChannel(Channel);

    /// <summary>Whether the key goes down.</summary>
    public bool IsPress => Velocity > 0;
}
