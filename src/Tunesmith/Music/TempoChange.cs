namespace Tunesmith.Music;

/// <summary>From when a tempo holds. The default is 120 quarters a minute from tick 0.</summary>
/// <param name="Tick">The first tick of the tempo.</param>
/// <param name="MicrosecondsPerQuarter">
/// The length of a quarter note in microseconds, 1 to 16,777,215; 500,000 is 120 quarters a minute. A tempo in quarters a minute is made by
/// <see cref="OfQuartersPerMinute"/>.
/// </param>
/// <exception cref="ArgumentOutOfRangeException">The length of a quarter is out of its range.</exception>
public readonly record struct TempoChange(long Tick, int MicrosecondsPerQuarter)
{
    private const int MostMicroseconds = 0xFFFFFF; // 24 bits, as many as a MIDI file has for them
    private const double MicrosecondsPerMinute = 60_000_000;

    private readonly int _beyondDefault = Checked(MicrosecondsPerQuarter) - TempoMap.DefaultMicrosecondsPerQuarter;

    /// <summary>The length of a quarter note in microseconds, 1 to 16,777,215; 500,000 is 120 quarters a minute.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public int MicrosecondsPerQuarter
    {
        get => _beyondDefault + TempoMap.DefaultMicrosecondsPerQuarter;
        init => _beyondDefault = Checked(value) - TempoMap.DefaultMicrosecondsPerQuarter;
    }

    /// <summary>Quarter notes a minute: <c>60,000,000 / MicrosecondsPerQuarter</c>.</summary>
    public double QuartersPerMinute => MicrosecondsPerMinute / MicrosecondsPerQuarter;

    /// <summary>A tempo in quarter notes a minute; a quarter lasts the nearest whole number of microseconds.</summary>
    /// <param name="tick">The first tick of the tempo.</param>
    /// <param name="quartersPerMinute">3.58 to 60,000,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tempo is out of its range.</exception>
    public static TempoChange OfQuartersPerMinute(long tick, double quartersPerMinute)
    {
        double microseconds = Math.Round(MicrosecondsPerMinute / quartersPerMinute);
        return microseconds is >= 1 and <= MostMicroseconds
            ? new TempoChange(tick, (int)microseconds)
            : throw new ArgumentOutOfRangeException(
                nameof(quartersPerMinute), quartersPerMinute, "Expected 3.58 to 60,000,000 quarter notes a minute.");
    }

    private static int Checked(int value, string name = nameof(MicrosecondsPerQuarter)) => value is >= 1 and <= MostMicroseconds
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Expected 1 to 16,777,215 microseconds in a quarter note.");
}
