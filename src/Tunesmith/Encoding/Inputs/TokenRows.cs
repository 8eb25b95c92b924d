namespace Tunesmith.Encoding.Inputs;

/// <summary>Row groups whose row k stands for token k.</summary>
/// <param name="tokenCount">How many tokens have a row; a token beyond them has none.</param>
public abstract class TokenRowGroup(int tokenCount) : RowGroup
{
    /// <inheritdoc/>
    public sealed override int RowCount => tokenCount;

    /// <inheritdoc/>
    public sealed override int Row(Past past)
    {
        int token = Token(past);
        return token < tokenCount ? token : -1;
    }

    /// <inheritdoc/>
    public sealed override int Transposed(int row, MelodyEncoding encoding, int semitones) => encoding.Transpose(row, semitones);

    /// <summary>The token that is shown, or -1 for none.</summary>
    private protected abstract int Token(Past past);
}

/// <summary>The current token.</summary>
/// <param name="tokenCount">How many tokens have a row; a token beyond them has none.</param>
public sealed class TokenRows(int tokenCount) : TokenRowGroup(tokenCount)
{
    /// <summary>The group's name.</summary>
    public const string GroupName = "token";

    /// <inheritdoc/>
    public override string Name => GroupName;

    /// <inheritdoc/>
    private protected override int Token(Past past) => past.Tokens[^1];
}

/// <summary>The token that the current event began with: the note that sounds, or the rest.</summary>
/// <param name="tokenCount">How many tokens have a row; a token beyond them has none.</param>
public sealed class SoundingRows(int tokenCount) : TokenRowGroup(tokenCount)
{
    /// <summary>The group's name.</summary>
    public const string GroupName = "sounding";

    /// <inheritdoc/>
    public override string Name => GroupName;

    /// <inheritdoc/>
    private protected override int Token(Past past) => past.TokenOf(past.Events - 1);
}

/// <summary>The token that the event before the current one began with.</summary>
/// <param name="tokenCount">How many tokens have a row; a token beyond them has none.</param>
public sealed class PreviousRows(int tokenCount) : TokenRowGroup(tokenCount)
{
    /// <summary>The group's name.</summary>
    public const string GroupName = "previous";

    /// <inheritdoc/>
    public override string Name => GroupName;

    /// <inheritdoc/>
    private protected override int Token(Past past) => past.Events > 1 ? past.TokenOf(past.Events - 2) : -1;
}
