namespace Tunesmith.Encoding.Inputs;

/// <summary>
/// What a network is shown at a step: one row of its input table from each of several row groups, added together, and what it may copy from
/// the song's own past. The groups stand one after another in the table. Training and composing ask the same <see cref="InputReader"/>, so
/// that they cannot differ.
/// </summary>
internal sealed class InputLayout
{
    private readonly RowGroup[] _groups;
    private readonly CopySource[] _copies;
    private readonly int[] _firstRows;

    /// <summary>Makes a layout.</summary>
    /// <param name="encoding">What tokens mean.</param>
    /// <param name="groups">The row groups; at least one.</param>
    /// <param name="copies">The sources that the next token may be copied from; none where null.</param>
    public InputLayout(MelodyEncoding encoding, IEnumerable<RowGroup> groups, IEnumerable<CopySource>? copies = null)
    {
        Encoding = encoding;
        _groups = [.. groups];
        _copies = [.. copies ?? []];
        if (_groups.Length == 0)
        {
            throw new ArgumentException("An input layout needs at least one row group.", nameof(groups));
        }

        _firstRows = new int[_groups.Length];
        for (int index = 0; index < _groups.Length; index++)
        {
            _firstRows[index] = RowCount;
            RowCount += _groups[index].RowCount;
        }
    }

    /// <summary>What tokens mean.</summary>
    public MelodyEncoding Encoding { get; }

    /// <summary>How many rows the input table has.</summary>
    public int RowCount { get; }

    /// <summary>How many rows a step may have: one for each group.</summary>
    public int RowsPerStep => _groups.Length;

    /// <summary>The row groups.</summary>
    public IReadOnlyList<RowGroup> Groups => _groups;

    /// <summary>The sources that the next token may be copied from.</summary>
    public IReadOnlyList<CopySource> Copies => _copies;

    /// <summary>How many rows the table of the copies' scores has; 0 without copies.</summary>
    public int EvidenceRowCount => _copies.Length == 0 ? 0 : CopyEvidence.RowCount(_copies.Length);

    /// <summary>Begins to read a song.</summary>
    /// <param name="capacity">For how many steps room is made at once: reading them allocates nothing. Longer songs make more.</param>
    public InputReader CreateReader(int capacity = 0) => new(this, capacity);

    /// <summary>The rows of a song so far.</summary>
    /// <param name="past">The song so far; at least one step.</param>
    /// <param name="rows">Receives <see cref="RowsPerStep"/> row numbers, 0 to <see cref="RowCount"/> - 1, or -1 for no row.</param>
    public void Rows(Past past, Span<int> rows)
    {
        for (int index = 0; index < _groups.Length; index++)
        {
            int row = _groups[index].Row(past);
            rows[index] = row < 0 ? -1 : _firstRows[index] + row;
        }
    }

    /// <summary>What each source proposes.</summary>
    /// <param name="past">The song so far; at least one step.</param>
    /// <param name="proposals">Receives one proposal of each source.</param>
    public void Propose(Past past, Span<Proposal> proposals)
    {
        for (int index = 0; index < _copies.Length; index++)
        {
            proposals[index] = _copies[index].Propose(past);
        }
    }

    /// <summary>Turns the rows of a step into those it would have, were the song moved up within the encoding's range.</summary>
    /// <param name="rows">The rows of a step, as <see cref="Rows"/> gives them.</param>
    /// <param name="semitones">How far up; negative for down.</param>
    public void Transpose(Span<int> rows, int semitones)
    {
        for (int index = 0; index < rows.Length; index++)
        {
            if (rows[index] >= 0)
            {
                int row = _groups[index].Transposed(rows[index] - _firstRows[index], Encoding, semitones);
                rows[index] = row < 0 ? -1 : _firstRows[index] + row;
            }
        }
    }
}
