using Tunesmith.Music;

namespace Tunesmith.Composing.Constraints;

/// <summary>
/// Every composed step that sounds has a pitch from one to another, both allowed. A note of the primer outside ends at once.
/// </summary>
public sealed record InRange : Constraint
{
    /// <summary>Makes the constraint.</summary>
    /// <param name="lowest">The lowest pitch.</param>
    /// <param name="highest">The highest pitch; not below the lowest.</param>
    /// <exception cref="ArgumentException">The highest is below the lowest.</exception>
    public InRange(Pitch lowest, Pitch highest)
    {
        if (highest < lowest)
        {
            throw new ArgumentException($"Expected a highest pitch of {lowest} or above, found {highest}.", nameof(highest));
        }

        Lowest = lowest;
        Highest = highest;
    }

    /// <summary>The lowest pitch.</summary>
    public Pitch Lowest { get; }

    /// <summary>The highest pitch.</summary>
    public Pitch Highest { get; }

    private protected override string Describe() => $"range {Lowest}..{Highest}";
}
