using Tunesmith.Compute;

namespace Tunesmith.Model;

/// <summary>
/// Runs a network forward, one step at a time: what composing and scoring need. Some streams run side by side, each with a state of
/// its own, and take less time than one after another, for the weights are read once for all. The operations and their order are those
/// of <see cref="Network"/>, so a window gives the same bits here and there.
/// </summary>
internal sealed class NetworkStepper
{
    /// <summary>Streams that one thread steps at a time.</summary>
    private const int Piece = 32;

    private readonly PackedWeights _weights;
    private readonly NetworkShape _shape;
    private readonly WorkerPool? _pool;
    private readonly Action<int, int> _advancePiece;
    private readonly int[] _rows;
    private readonly int[] _chosenRows;
    private readonly int _widest;
    private readonly FloatBuffer[] _outputs;
    private readonly FloatBuffer[] _cells;
    private readonly FloatBuffer _gates;
    private readonly FloatBuffer _chosen;
    private readonly FloatBuffer _logits;
    private readonly int _logitStride;
    private int _streams;

    /// <summary>Starts from nothing heard.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="streams">How many streams are stepped together.</param>
    /// <param name="pool">The threads that share out many streams; null for the calling one alone.</param>
    public NetworkStepper(PackedWeights weights, int streams = 1, WorkerPool? pool = null)
    {
        _weights = weights;
        _pool = pool;
        _advancePiece = (_, piece) => Advance(piece * Piece, Math.Min(Piece, _streams - (piece * Piece)));
        _shape = weights.Parameters.Shape;
        _rows = new int[streams * _shape.RowsPerStep];
        _chosenRows = new int[_shape.Skip ? _rows.Length : 0];
        Array.Fill(_rows, -1);
        int[] widths = [.. Enumerable.Range(0, _shape.Hidden.Count).Select(_shape.PaddedHidden)];
        _outputs = [.. widths.Select(width => new FloatBuffer(streams * width))];
        _cells = [.. widths.Select(width => new FloatBuffer(streams * width))];
        _widest = widths.Max();
        _gates = new FloatBuffer(checked(streams * 4 * _widest));
        _chosen = new FloatBuffer(streams * widths[^1]);
        _logitStride = weights.Parameters.Layout.OutputWeights.Stride;
        _logits = new FloatBuffer(streams * _logitStride);
    }

    /// <summary>Lets one stream forget what it heard.</summary>
    public void Reset(int stream)
    {
        for (int layer = 0; layer < _outputs.Length; layer++)
        {
            int width = _shape.PaddedHidden(layer);
            _outputs[layer].Slice(stream * width, width).Clear();
            _cells[layer].Slice(stream * width, width).Clear();
        }

        RowsOf(stream).Fill(-1);
    }

    /// <summary>Hears a step.</summary>
    /// <param name="rows">
    /// (streams, rowsPerStep): each stream's active rows, -1 for none. Where there are fewer, the last streams are left as they are.
    /// </param>
    public void Advance(ReadOnlySpan<int> rows)
    {
        rows.CopyTo(_rows);
        _streams = rows.Length / _shape.RowsPerStep;
        if (_pool is null)
        {
            Advance(0, _streams);
        }
        else
        {
            _pool.Run((_streams + Piece - 1) / Piece, _advancePiece);
        }
    }

    /// <summary>Computes the logits of what follows; rows that feed them directly are those that a stream heard last.</summary>
    /// <param name="streams">The streams for which they are wanted; no more than there are.</param>
    /// <param name="evidence">(streams given, copies, any): the copies' rows of evidence, -1 for none; empty without copies.</param>
    public void Predict(ReadOnlySpan<int> streams, ReadOnlySpan<int> evidence = default)
    {
        ParameterLayout layout = _weights.Parameters.Layout;
        int width = _shape.PaddedHidden(_outputs.Length - 1);
        Span<float> chosen = _chosen.Slice(0, streams.Length * width);
        for (int index = 0; index < streams.Length; index++)
        {
            _outputs[^1].Slice(streams[index] * width, width).CopyTo(chosen[(index * width)..]);
        }

        Span<float> logits = _logits.Slice(0, streams.Length * _logitStride);
        ReadOnlySpan<float> bias = layout.OutputBias.In(_weights.Parameters.Buffer);
        if (layout.SkipWeights is { } skip)
        {
            Span<int> rows = _chosenRows.AsSpan(0, streams.Length * _shape.RowsPerStep);
            for (int index = 0; index < streams.Length; index++)
            {
                RowsOf(streams[index]).CopyTo(rows[(index * _shape.RowsPerStep)..]);
            }

            RowTable.Gather(bias, skip.In(_weights.Parameters.Buffer), rows, _shape.RowsPerStep, logits, _logitStride, _weights.Bits);
        }
        else
        {
            RowTable.Repeat(bias, logits, _weights.Bits);
        }

        if (layout.EvidenceScores is { } scores)
        {
            CopyScores.Add(scores.In(_weights.Parameters.Buffer), evidence, logits, _shape, streams.Length);
        }

        MatrixProduct.Accumulate(chosen, width, _weights.Output, logits, _logitStride, streams.Length);
    }

    /// <summary>The logits, one for each outcome, that <see cref="Predict"/> has computed; free to be changed.</summary>
    /// <param name="index">Which of the streams that it was given, counted from 0.</param>
    public Span<float> Logits(int index) => _logits.Slice(index * _logitStride, _shape.Outputs);

    /// <summary>
    /// The probabilities of the tokens alone, what optional outcomes add to them included, from the logits that <see cref="Predict"/>
    /// has computed; they take the place of <see cref="Logits"/>, so ask once.
    /// </summary>
    /// <param name="index">Which of the streams that it was given, counted from 0.</param>
    /// <param name="pointsTo">The token of each optional outcome, the last of the network's; negative where it is missing.</param>
    public Span<float> Probabilities(int index, ReadOnlySpan<int> pointsTo)
    {
        Span<float> row = _logits.Slice(index * _logitStride, _logitStride);
        Softmax.Fold(row, _shape.Outputs, pointsTo, _weights.Bits);
        return row[..(_shape.Outputs - pointsTo.Length)];
    }

    /// <summary>The rows that a stream heard last.</summary>
    private Span<int> RowsOf(int stream) => _rows.AsSpan(stream * _shape.RowsPerStep, _shape.RowsPerStep);

    /// <summary>Lets some of the streams hear the step.</summary>
    private void Advance(int first, int streams)
    {
        ParameterLayout layout = _weights.Parameters.Layout;
        FloatBuffer buffer = _weights.Parameters.Buffer;
        ReadOnlySpan<int> rows = _rows.AsSpan(first * _shape.RowsPerStep, streams * _shape.RowsPerStep);
        for (int layer = 0; layer < _outputs.Length; layer++)
        {
            int width = _shape.PaddedHidden(layer);
            Span<float> gates = _gates.Slice(first * 4 * _widest, streams * 4 * width);
            Span<float> output = _outputs[layer].Slice(first * width, streams * width);
            Span<float> cell = _cells[layer].Slice(first * width, streams * width);
            ReadOnlySpan<float> bias = layout.Layers[layer].Bias.In(buffer);
            LayerWeights matrices = _weights.Layers[layer];
            if (layer == 0)
            {
                RowTable.Gather(bias, layout.Layers[0].InputWeights.In(buffer), rows, _shape.RowsPerStep, gates, 4 * width, _weights.Bits);
            }
            else
            {
                int below = _shape.PaddedHidden(layer - 1);
                RowTable.Repeat(bias, gates, _weights.Bits);
                MatrixProduct.Accumulate(
                    _outputs[layer - 1].Slice(first * below, streams * below), below, matrices.Input!, gates, 4 * width, streams);
            }

            MatrixProduct.Accumulate(output, width, matrices.Recurrent, gates, 4 * width, streams);
            LstmCell.Advance(gates, cell, output, streams, width, _weights.Bits);
        }
    }
}
