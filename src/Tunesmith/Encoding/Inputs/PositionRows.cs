using Tunesmith.Music;

namespace Tunesmith.Encoding.Inputs;

/// <summary>
/// Where the step to be predicted stands in its bar: row <c>n (n - 1) / 2 + k</c> for step k of a bar of n steps; bars of more than 48
/// steps show the step k mod 48 of 48.
/// </summary>
internal sealed class PositionRows : RowGroup
{
    /// <summary>The group's name.</summary>
    public const string GroupName = "position";

    private const int LongestBar = 48;

    /// <inheritdoc/>
    public override string Name => GroupName;

    /// <summary>1,176: every step of every bar of up to 48 steps.</summary>
    public override int RowCount => LongestBar * (LongestBar + 1) / 2;

    /// <inheritdoc/>
    public override int Row(Past past)
    {
        BarPosition position = past.NextPosition;
        int length = Math.Min(position.Length, LongestBar);
        return (length * (length - 1) / 2) + (position.Offset % length);
    }
}
