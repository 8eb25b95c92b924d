namespace Tunesmith.Encoding.Inputs;

/// <summary>The token that the event before the current one began with.</summary>
/// <param name="tokenCount">How many tokens have a row; a token beyond them has none.</param>
internal sealed class PreviousRows(int tokenCount) : TokenRowGroup(tokenCount)
{
    /// <summary>The group's name.</summary>
    public const string GroupName = "previous";

    /// <inheritdoc/>
    public override string Name => GroupName;

    /// <inheritdoc/>
    private protected override int Token(Past past) => past.Events > 1 ? past.TokenOf(past.Events - 2) : -1;
}
