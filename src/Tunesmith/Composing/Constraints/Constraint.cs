namespace Tunesmith.Composing.Constraints;

/// <summary>
/// What a composed song must keep to, whatever the network would like. A constraint rules tokens out before any sampler step, and never
/// leads into a dead end: at each step exactly those tokens are left with which the rest of the song can still be composed.
/// </summary>
/// <remarks>
/// Constraints bind what is composed; the primer stays as it is, but counts where a constraint looks back. The family is closed: what all
/// of them ask for is compiled together, so that no two of them can lead each other into a dead end.
/// </remarks>
public abstract record Constraint
{
    private protected Constraint()
    {
    }

    /// <summary>The constraint in a few words, such as <c>key D minor</c>.</summary>
    public sealed override string ToString() => Describe();

    private protected abstract string Describe();
}
