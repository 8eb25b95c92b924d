namespace Tunesmith.Encoding.Inputs;

/// <summary>The token that the current event began with: the note that sounds, or the rest.</summary>
/// <param name="tokenCount">How many tokens have a row; a token beyond them has none.</param>
internal sealed class SoundingRows(int tokenCount) : TokenRowGroup(tokenCount)
{
    /// <summary>The group's name.</summary>
    public const string GroupName = "sounding";

    /// <inheritdoc/>
    public override string Name => GroupName;

    /// <inheritdoc/>
    private protected override int Token(Past past) => past.TokenOf(past.Events - 1);
}
