namespace Tunesmith.Encoding.Lab;

/// <summary>
/// The lab's grid of sixteenths: row k is what sounds after all events at ticks before <c>PPQ/8 + k*PPQ/4</c>, so an event falls in the
/// row whose start is nearest. Multiplied out, the comparison is exact for every PPQ; where 8 divides it, this is the lab's grid to the
/// tick.
/// </summary>
internal static class LabGrid
{
    /// <summary>Rows in a quarter note.</summary>
    public const int StepsPerQuarter = 4;

    /// <summary>The first row that shows an event: <c>floor((8 * tick + PPQ) / (2 * PPQ))</c>.</summary>
    public static long RowOf(long tick, int ticksPerQuarter) => new StepGrid(StepsPerQuarter).StepOf(tick, ticksPerQuarter);
}
