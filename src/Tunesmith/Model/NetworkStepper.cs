using Tunesmith.Compute;

namespace Tunesmith.Model;

/// <summary>
/// Runs a network forward, one step at a time, for some songs side by side: what composing and scoring need. It does the same
/// operations in the same order as <see cref="Network"/>, so a window gives the same bits here and there.
/// </summary>
internal sealed class NetworkStepper
{
    private readonly PackedWeights _weights;
    private readonly NetworkShape _shape;
    private readonly int _songs;
    private readonly FloatBuffer[] _outputs;
    private readonly FloatBuffer[] _cells;
    private readonly FloatBuffer _gates;
    private readonly FloatBuffer _squashed;
    private readonly FloatBuffer _logits;
    private readonly int _logitStride;

    /// <summary>Starts from nothing heard.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="songs">How many songs are stepped together.</param>
    public NetworkStepper(PackedWeights weights, int songs = 1)
    {
        _weights = weights;
        _songs = songs;
        _shape = weights.Parameters.Shape;
        int[] widths = [.. Enumerable.Range(0, _shape.Hidden.Count).Select(_shape.PaddedHidden)];
        _outputs = [.. widths.Select(width => new FloatBuffer(songs * width))];
        _cells = [.. widths.Select(width => new FloatBuffer(songs * width))];
        _gates = new FloatBuffer(songs * 4 * widths.Max());
        _squashed = new FloatBuffer(songs * widths.Max());
        _logitStride = weights.Parameters.Layout.OutputWeights.Stride;
        _logits = new FloatBuffer(songs * _logitStride);
    }

    /// <summary>Forgets what was heard.</summary>
    public void Reset()
    {
        Array.ForEach(_outputs, buffer => buffer.Span.Clear());
        Array.ForEach(_cells, buffer => buffer.Span.Clear());
    }

    /// <summary>Hears a step.</summary>
    /// <param name="rows">(songs, rowsPerStep): each song's active rows, -1 for none.</param>
    public void Advance(ReadOnlySpan<int> rows)
    {
        ParameterLayout layout = _weights.Parameters.Layout;
        FloatBuffer buffer = _weights.Parameters.Buffer;
        for (int layer = 0; layer < _outputs.Length; layer++)
        {
            int width = _shape.PaddedHidden(layer);
            Span<float> gates = _gates.Slice(0, _songs * 4 * width);
            ReadOnlySpan<float> bias = layout.Layers[layer].Bias.In(buffer);
            LayerWeights matrices = _weights.Layers[layer];
            if (layer == 0)
            {
                RowTable.Gather(bias, layout.Layers[0].InputWeights.In(buffer), rows, _shape.RowsPerStep, gates, 4 * width, _weights.Bits);
            }
            else
            {
                RowTable.Gather(bias, [], [], 0, gates, 4 * width, _weights.Bits);
                MatrixProduct.Accumulate(_outputs[layer - 1].Span, _shape.PaddedHidden(layer - 1), matrices.Input!, gates, 4 * width, _songs);
            }

            MatrixProduct.Accumulate(_outputs[layer].Span, width, matrices.Recurrent, gates, 4 * width, _songs);
            LstmCell.Forward(
                gates, _cells[layer].Span, _cells[layer].Span, _squashed.Slice(0, _songs * width), _outputs[layer].Span, _songs, width, _weights.Bits);
        }
    }

    /// <summary>Computes the logits of what follows, for every song.</summary>
    public void Predict()
    {
        ParameterLayout layout = _weights.Parameters.Layout;
        int width = _shape.PaddedHidden(_outputs.Length - 1);
        RowTable.Gather(layout.OutputBias.In(_weights.Parameters.Buffer), [], [], 0, _logits.Span, _logitStride, _weights.Bits);
        MatrixProduct.Accumulate(_outputs[^1].Span, width, _weights.Output, _logits.Span, _logitStride, _songs);
    }

    /// <summary>The logits of one song, one for each outcome, that <see cref="Predict"/> has computed; free to be changed.</summary>
    public Span<float> Logits(int song) => _logits.Slice(song * _logitStride, _shape.Outputs);
}
