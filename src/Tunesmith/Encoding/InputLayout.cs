using Tunesmith.Music;

namespace Tunesmith.Encoding;

/// <summary>
/// What a network is shown at a step: one row of its input table from each of several row groups, added together. The groups
/// stand one after another in the table. Training and composing ask the same code, so that they cannot differ.
/// </summary>
public sealed class InputLayout
{
    private readonly RowGroup[] _groups;
    private readonly int[] _firstRows;

    /// <summary>Makes a layout of row groups.</summary>
    /// <param name="groups">At least one.</param>
    public InputLayout(IEnumerable<RowGroup> groups)
    {
        _groups = [.. groups];
        if (_groups.Length == 0)
        {
            throw new ArgumentException("An input layout needs at least one row group.", nameof(groups));
        }

        _firstRows = new int[_groups.Length];
        foreach (int index in Enumerable.Range(0, _groups.Length))
        {
            _firstRows[index] = RowCount;
            RowCount += _groups[index].RowCount;
        }
    }

    /// <summary>How many rows the input table has.</summary>
    public int RowCount { get; }

    /// <summary>How many rows a step may have: one for each group.</summary>
    public int RowsPerStep => _groups.Length;

    /// <summary>The row groups.</summary>
    public IReadOnlyList<RowGroup> Groups => _groups;

    /// <summary>The rows of the step that ends a history.</summary>
    /// <param name="history">The tokens so far, the current one last; at least one.</param>
    /// <param name="nextPosition">Where the step to be predicted stands in its bar.</param>
    /// <param name="rows">Receives <see cref="RowsPerStep"/> row numbers, 0 to <see cref="RowCount"/> - 1, or -1 for no row.</param>
    public void Rows(ReadOnlySpan<int> history, BarPosition nextPosition, Span<int> rows)
    {
        for (int index = 0; index < _groups.Length; index++)
        {
            int row = _groups[index].Row(history, nextPosition);
            rows[index] = row < 0 ? -1 : _firstRows[index] + row;
        }
    }
}
