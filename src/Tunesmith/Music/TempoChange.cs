namespace Tunesmith.Music;

/// <summary>From when a tempo holds.</summary>
/// <param name="Tick">The first tick of the tempo.</param>
/// <param name="MicrosecondsPerQuarter">The length of a quarter note in microseconds; 500,000 is 120 quarters a minute.</param>
public readonly record struct TempoChange(long Tick, int MicrosecondsPerQuarter)
{
    /// <summary>Quarter notes a minute: <c>60,000,000 / MicrosecondsPerQuarter</c>.</summary>
    public double QuartersPerMinute => 60_000_000.0 / MicrosecondsPerQuarter;
}
