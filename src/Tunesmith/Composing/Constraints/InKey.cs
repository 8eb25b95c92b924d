using Tunesmith.Music;

namespace Tunesmith.Composing.Constraints;

/// <summary>
/// Every composed step that sounds has a pitch of a key's scale, in any octave. A note of the primer that is not of the key ends at once.
/// </summary>
/// <param name="Key">The key.</param>
public sealed record InKey(Key Key) : Constraint
{
    private protected override string Describe() => $"key {Key}";
}
