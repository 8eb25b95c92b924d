using Tunesmith.Encoding;
using Tunesmith.Encoding.Inputs;
using Tunesmith.Model;
using Tunesmith.Music;

namespace Tunesmith.Training;

/// <summary>
/// A song as a network is trained on it: at each step but its last, the input rows, what may be copied, and the token that follows, each
/// with the song's whole past. It is kept at one pitch; what it is at another is worked out as a window is filled.
/// </summary>
internal sealed class SongSteps
{
    private readonly InputLayout _layout;
    private readonly int _outcomes;
    private readonly int[] _tokens;
    private readonly BarPosition[] _positions;
    private readonly int[] _rows;
    private readonly Proposal[] _proposals;

    /// <summary>Reads a song.</summary>
    /// <param name="song">The song; at least one step.</param>
    /// <param name="definition">What the network means.</param>
    /// <param name="layout">The definition's layout.</param>
    /// <param name="widest">The most semitones it may be moved by, up or down; 0 or more.</param>
    public SongSteps(TokenSequence song, ModelDefinition definition, InputLayout layout, int widest)
    {
        _layout = layout;
        _outcomes = definition.OutcomeCount;
        _tokens = song.Tokens.ToArray();
        _positions = song.Positions.ToArray();
        int[] distinct = [.. _tokens.Distinct()];
        Shifts = [.. Enumerable.Range(-widest, (2 * widest) + 1)
            .Where(shift => shift == 0 || Array.TrueForAll(distinct, token => layout.Encoding.Transpose(token, shift) >= 0))];
        _rows = new int[Count * layout.RowsPerStep];
        _proposals = new Proposal[Count * layout.Copies.Count];
        InputReader reader = layout.CreateReader(song.Length);
        for (int step = 0; step < Count; step++)
        {
            reader.Hear(_tokens[step], _positions[step + 1]);
            reader.Rows.CopyTo(_rows.AsSpan(step * layout.RowsPerStep));
            reader.Proposals.CopyTo(_proposals.AsSpan(step * layout.Copies.Count));
        }
    }

    /// <summary>By how many semitones it can be moved without leaving the encoding's pitches, ascending; 0 is among them.</summary>
    public IReadOnlyList<int> Shifts { get; }

    /// <summary>How many steps there are to predict from: one less than the song has.</summary>
    public int Count => _tokens.Length - 1;

    /// <summary>Copies a step into a window.</summary>
    /// <param name="from">The song's step, 0 to <see cref="Count"/> - 1.</param>
    /// <param name="semitones">How far the song is moved; one of <see cref="Shifts"/>.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="step">The window's step.</param>
    /// <param name="window">The window.</param>
    public void CopyTo(int from, int semitones, WindowBatch batch, int step, int window)
    {
        Span<int> rows = batch.RowsOf(step, window);
        _rows.AsSpan(from * rows.Length, rows.Length).CopyTo(rows);
        if (semitones != 0)
        {
            _layout.Transpose(rows, semitones);
        }

        if (step >= batch.ScoreFrom)
        {
            Target(from, semitones, batch.TargetOf(step, window));
        }
    }

    private void Target(int from, int semitones, BatchTarget target)
    {
        int token = _tokens[from + 1];
        target.Weight = 1;
        target.Outcomes[0] = token < _outcomes ? Moved(token, semitones) : -1;
        int copies = _layout.Copies.Count;
        ReadOnlySpan<Proposal> proposals = _proposals.AsSpan(from * copies, copies);
        for (int copy = 0; copy < copies; copy++)
        {
            Proposal proposal = proposals[copy];
            target.Outcomes[copy + 1] = proposal.Token == token ? _outcomes + copy : -1;
            target.PointsTo[copy] = proposal.Exists ? Moved(proposal.Token, semitones) : -1;
        }

        // Evidence is of who agrees with whom, which no transposition changes.
        int continuation = _layout.Encoding.Continuation(_tokens[from]);
        CopyEvidence.Rows(proposals, continuation, _positions[from + 1], _layout.Encoding.StepsPerQuarter, target.Evidence);
    }

    private int Moved(int token, int semitones) => semitones == 0 ? token : _layout.Encoding.Transpose(token, semitones);
}
