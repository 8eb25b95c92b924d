using System.Globalization;

namespace Tunesmith.Composing.Constraints;

/// <summary>
/// A whole bar that has stood in the song, be it of the primer, comes again at most a number of times. Two bars are the same where
/// every step of them is: each rests, strikes the same pitch, or holds the same. So a bar that begins by holding a note over the bar
/// line is another than one that strikes it. Silent bars count like others; bars that a change of meter or the song's end cuts short do
/// not count.
/// </summary>
/// <remarks>
/// A bar that begins in the primer and ends in what is composed counts. What the primer repeats more often stays; it may not come again.
/// </remarks>
public sealed record MaxBarRepeats : Constraint
{
    /// <summary>Makes the constraint.</summary>
    /// <param name="times">0 to 1,000,000; 0 makes every composed bar a new one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public MaxBarRepeats(int times)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(times);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(times, CompositionOptions.MostSteps);
        Times = times;
    }

    /// <summary>How often a bar may come again; 0 to 1,000,000.</summary>
    public int Times { get; }

    private protected override string Describe() =>
        string.Create(CultureInfo.InvariantCulture, $"bars that come again at most {Times} times");
}
