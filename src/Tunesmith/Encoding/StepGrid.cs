namespace Tunesmith.Encoding;

/// <summary>A grid of so many steps a quarter, on which what happens in a song moves to the nearest step; halfway it moves on.</summary>
/// <param name="StepsPerQuarter">1 to 48.</param>
internal readonly record struct StepGrid(int StepsPerQuarter)
{
    /// <summary>The finest grid.</summary>
    public const int Finest = 48;

    private const int LeastTicksPerQuarter = 480;

    /// <summary>Ticks in a step of a song written on the grid: the fewest that make a quarter of at least 480.</summary>
    public int TicksPerStep => (LeastTicksPerQuarter + StepsPerQuarter - 1) / StepsPerQuarter;

    /// <summary>Ticks in a quarter of a song written on the grid: 480, or the next multiple of the steps.</summary>
    public int TicksPerQuarter => TicksPerStep * StepsPerQuarter;

    /// <summary>The nearest step: <c>floor(tick * StepsPerQuarter / PPQ + 1/2)</c>, in whole numbers; a tick may be below 0.</summary>
    public long StepOf(long tick, int ticksPerQuarter)
    {
        (long step, long rest) = Math.DivRem((2 * tick * StepsPerQuarter) + ticksPerQuarter, 2L * ticksPerQuarter);
        return rest < 0 ? step - 1 : step;
    }
}
