namespace Tunesmith.Encoding.Inputs;

/// <summary>Row groups whose row k stands for token k.</summary>
/// <param name="tokenCount">How many tokens have a row; a token beyond them has none.</param>
internal abstract class TokenRowGroup(int tokenCount) : RowGroup
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
