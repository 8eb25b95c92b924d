namespace Tunesmith.Music;

/// <summary>What notes and key events may hold. Each check gives back what is in its range.</summary>
/// <remarks>A file's every key goes through them, so they are a comparison or two.</remarks>
internal static class NoteRange
{
    /// <summary>How many channels MIDI has.</summary>
    public const int Channels = 16;

    private const int HighestVelocity = 127;

    /// <summary>A time or a length: 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 0.</exception>
    public static long CheckTicks(long ticks, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ticks, name);
        return ticks;
    }

    /// <summary>A velocity, up to 127.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below the least or above 127.</exception>
    public static int CheckVelocity(int velocity, int least)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(velocity, least, nameof(Note.Velocity));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(velocity, HighestVelocity, nameof(Note.Velocity));
        return velocity;
    }

    /// <summary>A channel, 0 to 15.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of these.</exception>
    public static int CheckChannel(int channel)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(channel, nameof(Note.Channel));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(channel, Channels, nameof(Note.Channel));
        return channel;
    }
}
