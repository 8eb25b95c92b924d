namespace Tunesmith.Encoding.Inputs;

/// <summary>For how many steps the current event has lasted: row k - 1 for k steps, the last row for 17 or more.</summary>
internal sealed class HeldRows : RowGroup
{
    /// <summary>The group's name.</summary>
    public const string GroupName = "held";

    /// <inheritdoc/>
    public override string Name => GroupName;

    /// <summary>17.</summary>
    public override int RowCount => 17;

    /// <inheritdoc/>
    public override int Row(Past past) => Math.Min(past.LengthOf(past.Events - 1), RowCount) - 1;
}
