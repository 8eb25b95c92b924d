using Tunesmith.Music;

namespace Tunesmith.Encoding;

/// <summary>One thing a network is shown at each step, as one of a fixed number of rows.</summary>
public abstract class RowGroup
{
    /// <summary>The name by which recipes and model files call the group.</summary>
    public abstract string Name { get; }

    /// <summary>How many rows the group has.</summary>
    public abstract int RowCount { get; }

    /// <summary>The row of the step that ends a history.</summary>
    /// <param name="history">The tokens so far, the current one last; at least one.</param>
    /// <param name="nextPosition">Where the step to be predicted stands in its bar.</param>
    /// <returns>0 to <see cref="RowCount"/> - 1, or -1 for no row.</returns>
    public abstract int Row(ReadOnlySpan<int> history, BarPosition nextPosition);
}

/// <summary>The current token: row k for token k.</summary>
/// <param name="tokenCount">How many tokens have a row; a token beyond them has none.</param>
public sealed class TokenRows(int tokenCount) : RowGroup
{
    /// <summary>The group's name.</summary>
    public const string GroupName = "token";

    /// <inheritdoc/>
    public override string Name => GroupName;

    /// <inheritdoc/>
    public override int RowCount => tokenCount;

    /// <inheritdoc/>
    public override int Row(ReadOnlySpan<int> history, BarPosition nextPosition) => history[^1] < tokenCount ? history[^1] : -1;
}
