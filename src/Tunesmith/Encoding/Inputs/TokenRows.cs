namespace Tunesmith.Encoding.Inputs;

/// <summary>The current token.</summary>
/// <param name="tokenCount">How many tokens have a row; a token beyond them has none.</param>
internal sealed class TokenRows(int tokenCount) : TokenRowGroup(tokenCount)
{
    /// <summary>The group's name.</summary>
    public const string GroupName = "token";

    /// <inheritdoc/>
    public override string Name => GroupName;

    /// <inheritdoc/>
    private protected override int Token(Past past) => past.Tokens[^1];
}
