namespace Tunesmith.Training;

/// <summary>
/// How the learning rate goes over a training: up in a line from 0 in the first steps, then down in a line to a share of itself.
/// </summary>
public sealed record Schedule
{
    /// <summary>The longest warm-up, in steps.</summary>
    internal const int LongestWarmUp = 1_000_000;

    /// <summary>In how many steps the rate rises; 0 to 1,000,000. The default is 0: it begins at its full height.</summary>
    public int WarmUp { get; init; }

    /// <summary>The rate of the last step as a share of the full rate; 0 to 1. The default is 1: it does not fall.</summary>
    public double FinalShare { get; init; } = 1;

    /// <summary>
    /// The share of the full rate at a step: <c>(step + 1) / WarmUp</c> while it warms up, then
    /// <c>1 - (1 - FinalShare) (step + 1 - WarmUp) / (steps - WarmUp)</c>.
    /// </summary>
    /// <param name="step">The step, counted from 0.</param>
    /// <param name="steps">How many there will be.</param>
    internal double ShareAt(int step, int steps) => step < WarmUp
        ? (step + 1.0) / WarmUp
        : 1 - ((1 - FinalShare) * ((step + 1.0 - WarmUp) / (steps - WarmUp)));
}
