using Tunesmith.Compute;

namespace Tunesmith.Model;

/// <summary>
/// One LSTM layer over the windows of a block: what it remembers of the forward pass, and the backward pass that uses it.
/// </summary>
/// <remarks>
/// <code>
/// z[t] = input[t] + h[t] Wh             input[t]: b + the rows of the step, or b + (output of the layer below) Wx
/// c[t+1], h[t+1] = LstmCell(z[t], c[t])
/// </code>
/// Shapes, for R windows of T steps: gates (T,R,4H), h and c (T+1,R,H), step 0 of both being zeros.
/// </remarks>
internal sealed class LstmLayer
{
    private readonly PackedWeights _weights;
    private readonly LayerWeights _matrices;
    private readonly LayerSlots _slots;
    private readonly int _layer;
    private readonly int _width;
    private readonly int _bits;

    private readonly FloatBuffer _gates;
    private readonly FloatBuffer _cells;
    private readonly FloatBuffer _squashed;
    private readonly FloatBuffer _outputs;
    private readonly FloatBuffer _outputGradient;
    private readonly FloatBuffer _cellGradient;
    private int _windows;
    private int _steps;

    /// <summary>Makes room for a block.</summary>
    /// <param name="weights">The network's weights.</param>
    /// <param name="layer">Which layer, 0 being the lowest.</param>
    /// <param name="windows">The most windows a block has.</param>
    /// <param name="steps">The most steps a window has.</param>
    public LstmLayer(PackedWeights weights, int layer, int windows, int steps)
    {
        _weights = weights;
        _layer = layer;
        _matrices = weights.Layers[layer];
        _slots = weights.Parameters.Layout.Layers[layer];
        _width = weights.Parameters.Shape.PaddedHidden(layer);
        _bits = weights.Bits;
        int size = checked(windows * steps * _width);
        _gates = new FloatBuffer(checked(4 * size));
        _cells = new FloatBuffer(size + (windows * _width));
        _squashed = new FloatBuffer(size);
        _outputs = new FloatBuffer(size + (windows * _width));
        _outputGradient = new FloatBuffer(windows * _width);
        _cellGradient = new FloatBuffer(windows * _width);
    }

    /// <summary>The layer's outputs of steps <paramref name="from"/> to the last: (T - from, R, H).</summary>
    public ReadOnlySpan<float> Outputs(int from) => _outputs.Slice((from + 1) * Step, (_steps - from) * Step);

    private int Step => _windows * _width;

    /// <summary>The forward pass over all steps.</summary>
    /// <param name="batch">The batch whose windows are read.</param>
    /// <param name="firstWindow">The block's first window.</param>
    /// <param name="windows">How many windows the block has.</param>
    /// <param name="below">The layer below, or null for the lowest.</param>
    public void Forward(WindowBatch batch, int firstWindow, int windows, LstmLayer? below)
    {
        _windows = windows;
        _steps = batch.Steps;
        _outputs.Slice(0, Step).Clear();
        _cells.Slice(0, Step).Clear();
        ReadOnlySpan<float> bias = _slots.Bias.In(_weights.Parameters.Buffer);
        if (below is not null)
        {
            Span<float> gates = _gates.Slice(0, 4 * _steps * Step);
            RowTable.Repeat(bias, gates, _bits);
            MatrixProduct.Accumulate(below.Outputs(0), below._width, _matrices.Input!, gates, 4 * _width, _steps * windows);
        }

        for (int t = 0; t < _steps; t++)
        {
            Span<float> gates = Gates(t);
            if (below is null)
            {
                ReadOnlySpan<float> table = _slots.InputWeights.In(_weights.Parameters.Buffer);
                ReadOnlySpan<int> rows = batch.RowsAt(t, firstWindow, windows);
                RowTable.Gather(bias, table, rows, batch.RowsPerStep, gates, 4 * _width, _bits, batch.RowScale);
            }

            if (t > 0)
            {
                MatrixProduct.Accumulate(State(_outputs, t), _width, _matrices.Recurrent, gates, 4 * _width, windows);
            }

            LstmCell.Forward(
                gates, State(_cells, t), State(_cells, t + 1), State(_squashed, t), State(_outputs, t + 1), windows, _width, _bits);
        }
    }

    /// <summary>
    /// The backward pass over all steps, after <see cref="Forward"/> on the same windows; the gates become gradients of z.
    /// </summary>
    /// <param name="batch">The same batch.</param>
    /// <param name="firstWindow">The same first window.</param>
    /// <param name="fromAbove">
    /// The gradients of the outputs of steps <paramref name="aboveFrom"/> to the last: (T - aboveFrom, R, H).
    /// </param>
    /// <param name="aboveFrom">The first step whose output was used above.</param>
    /// <param name="gradients">This block's gradients; the layer's are added.</param>
    public void Backward(WindowBatch batch, int firstWindow, ReadOnlySpan<float> fromAbove, int aboveFrom, FloatBuffer gradients)
    {
        Span<float> outputGradient = _outputGradient.Slice(0, Step);
        Span<float> cellGradient = _cellGradient.Slice(0, Step);
        Span<float> biasGradient = _slots.Bias.In(gradients);
        cellGradient.Clear();
        for (int t = _steps - 1; t >= 0; t--)
        {
            if (t >= aboveFrom)
            {
                fromAbove.Slice((t - aboveFrom) * Step, Step).CopyTo(outputGradient);
            }
            else
            {
                outputGradient.Clear();
            }

            if (t < _steps - 1)
            {
                MatrixProduct.Accumulate(Gates(t + 1), 4 * _width, _matrices.RecurrentTransposed!, outputGradient, _width, _windows);
            }

            LstmCell.Backward(
                Gates(t), State(_cells, t), State(_squashed, t), outputGradient, cellGradient, biasGradient, _windows, _width, _bits);
            if (_layer == 0)
            {
                ReadOnlySpan<int> rows = batch.RowsAt(t, firstWindow, _windows);
                RowTable.ScatterAdd(
                    Gates(t), rows, batch.RowsPerStep, _slots.InputWeights.In(gradients), 4 * _width, _bits, batch.RowScale);
            }
        }

        // Step 0 starts from zeros and adds nothing to the gradient of Wh.
        if (_steps > 1)
        {
            int depth = (_steps - 1) * _windows;
            ReadOnlySpan<float> inputs = _outputs.Slice(Step, depth * _width);
            ReadOnlySpan<float> gates = _gates.Slice(4 * Step, 4 * depth * _width);
            AddWeightGradient(inputs, _width, gates, _slots.RecurrentWeights, depth, gradients);
        }
    }

    /// <summary>What <see cref="Backward"/> leaves for the layer below: the gradients of its weights and of its outputs.</summary>
    /// <param name="below">The layer below.</param>
    /// <param name="outputGradient">Receives the gradients of its outputs of all steps: (T, R, H below).</param>
    /// <param name="gradients">This block's gradients; that of Wx is added.</param>
    public void BackwardBelow(LstmLayer below, Span<float> outputGradient, FloatBuffer gradients)
    {
        int depth = _steps * _windows;
        ReadOnlySpan<float> gates = _gates.Slice(0, 4 * depth * _width);
        AddWeightGradient(below.Outputs(0), below._width, gates, _slots.InputWeights, depth, gradients);
        outputGradient.Clear();
        MatrixProduct.Accumulate(gates, 4 * _width, _matrices.InputTransposed!, outputGradient, below._width, depth);
    }

    private Span<float> Gates(int step) => _gates.Slice(4 * step * Step, 4 * Step);

    private Span<float> State(FloatBuffer buffer, int step) => buffer.Slice(step * Step, Step);

    private void AddWeightGradient(
        ReadOnlySpan<float> inputs, int inputWidth, ReadOnlySpan<float> gates, ParameterSlot slot, int depth, FloatBuffer gradients) =>
        MatrixProduct.AccumulateTransposed(
            inputs, inputWidth, gates, 4 * _width, slot.In(gradients), slot.Stride, slot.Rows, slot.Stride, depth, _bits);
}
