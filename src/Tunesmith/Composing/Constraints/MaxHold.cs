using System.Globalization;

namespace Tunesmith.Composing.Constraints;

/// <summary>
/// No note and no rest, once composed, is longer than a number of steps; rests side by side are one rest. A note or rest of the primer
/// that goes on counts with its steps there, and ends at once where it is that long already.
/// </summary>
public sealed record MaxHold : Constraint
{
    /// <summary>Makes the constraint.</summary>
    /// <param name="steps">1 to 1,000,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public MaxHold(int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(steps, CompositionOptions.MostSteps);
        Steps = steps;
    }

    /// <summary>The most steps of a note or rest; 1 to 1,000,000.</summary>
    public int Steps { get; }

    private protected override string Describe() =>
        string.Create(CultureInfo.InvariantCulture, $"notes and rests of at most {Steps} steps");
}
