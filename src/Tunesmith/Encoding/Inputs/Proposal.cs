namespace Tunesmith.Encoding.Inputs;

/// <summary>What a source proposes for the next step.</summary>
/// <param name="Token">The token; -1 where the source has nothing to propose.</param>
/// <param name="Agreement">For how long the past has agreed with the source so far; 0 to 64, each source says in what unit.</param>
internal readonly record struct Proposal(int Token, int Agreement)
{
    /// <summary>Nothing.</summary>
    public static Proposal None { get; } = new(-1, 0);

    /// <summary>Whether there is a token.</summary>
    public bool Exists => Token >= 0;
}
