namespace Tunesmith.Music;

/// <summary>A note: a key pressed at a time, held for a while.</summary>
/// <param name="Onset">When the key is pressed, in ticks from the start; 0 or more.</param>
/// <param name="Length">How long it is held, in ticks; 0 or more.</param>
/// <param name="Pitch">The key.</param>
/// <param name="Velocity">How hard it is struck, 1 to 127.</param>
/// <param name="Channel">The MIDI channel, 0 to 15; 9 is percussion.</param>
/// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
public readonly record struct Note(long Onset, long Length, Pitch Pitch, int Velocity = 80, int Channel = 0)
{
    /// <summary>When the key is pressed, in ticks from the start; 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public long Onset { get; init => field = NoteRange.CheckTicks(value, nameof(Onset)); } = NoteRange.CheckTicks(Onset, nameof(Onset));

    /// <summary>How long it is held, in ticks; 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public long Length { get; init => field = NoteRange.CheckTicks(value, nameof(Length)); } = NoteRange.CheckTicks(Length, nameof(Length));

    /// <summary>How hard it is struck, 1 to 127.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public int Velocity { get; init => field = NoteRange.CheckVelocity(value, least: 1); } = NoteRange.CheckVelocity(Velocity, least: 1);

    /// <summary>The MIDI channel, 0 to 15; 9 is percussion.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public int Channel { get; init => field = NoteRange.CheckChannel(value); } = NoteRange.CheckChannel(Channel);

    /// <summary>When the key is let go, in ticks from the start.</summary>
    public long End => Onset + Length;
}
