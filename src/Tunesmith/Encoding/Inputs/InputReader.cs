using Tunesmith.Music;

namespace Tunesmith.Encoding.Inputs;

/// <summary>
/// Reads one song step by step, and says what a network is shown at each. A step takes the same time, however long the song.
/// </summary>
internal sealed class InputReader
{
    private readonly InputLayout _layout;
    private readonly Past _past;
    private readonly int[] _rows;
    private readonly Proposal[] _proposals;
    private readonly int[] _pointsTo;
    private readonly int[] _evidence;

    internal InputReader(InputLayout layout, int capacity)
    {
        _layout = layout;
        _past = new Past(layout.Encoding, capacity);
        _rows = new int[layout.RowsPerStep];
        _proposals = new Proposal[layout.Copies.Count];
        _pointsTo = new int[_proposals.Length];
        _evidence = new int[_proposals.Length * CopyEvidence.RowsPerCopy];
    }

    /// <summary>The rows of the step heard last, -1 for none.</summary>
    public ReadOnlySpan<int> Rows => _rows;

    /// <summary>What each source proposes to follow.</summary>
    public ReadOnlySpan<Proposal> Proposals => _proposals;

    /// <summary>The token that each source proposes, -1 for none.</summary>
    public ReadOnlySpan<int> PointsTo => _pointsTo;

    /// <summary>(sources, 3): the rows of the table of the copies' scores, -1 for none; see <see cref="CopyEvidence"/>.</summary>
    public ReadOnlySpan<int> Evidence => _evidence;

    /// <summary>The token that would change nothing at the next step.</summary>
    public int Continuation => _past.Continuation;

    /// <summary>Hears a step.</summary>
    /// <param name="token">Its token.</param>
    /// <param name="nextPosition">Where the step after it stands in its bar.</param>
    /// <exception cref="ArgumentOutOfRangeException">The token is none of the encoding's, or the step is not in its bar.</exception>
    public void Hear(int token, BarPosition nextPosition)
    {
        _past.Hear(token, nextPosition);
        _layout.Rows(_past, _rows);
        _layout.Propose(_past, _proposals);
        for (int source = 0; source < _proposals.Length; source++)
        {
            _pointsTo[source] = _proposals[source].Token;
        }

        CopyEvidence.Rows(_proposals, _past.Continuation, nextPosition, _layout.Encoding.StepsPerQuarter, _evidence);
    }
}
