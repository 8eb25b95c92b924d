using Tunesmith.Compute;

namespace Tunesmith.Model;

/// <summary>
/// The layer that turns the top LSTM's outputs into a loss: <c>logits = h Wo + bo [+ sum of Ws[row]]</c>, softmax,
/// cross-entropy; forward and backward. The logit of each copy has <c>sum of e[row]</c> added over its own rows of evidence.
/// </summary>
internal sealed class OutputLayer
{
    private readonly PackedWeights _weights;
    private readonly ParameterLayout _layout;
    private readonly int _hidden;
    private readonly int _stride;
    private readonly FloatBuffer _logits;
    private readonly FloatBuffer _row;

    /// <summary>Makes room for a block.</summary>
    /// <param name="weights">The network's weights.</param>
    /// <param name="windows">The most windows a block has.</param>
    /// <param name="scoredSteps">The most scored steps a window has.</param>
    public OutputLayer(PackedWeights weights, int windows, int scoredSteps)
    {
        _weights = weights;
        _layout = weights.Parameters.Layout;
        _hidden = _layout.Shape.PaddedHidden(_layout.Layers.Count - 1);
        _stride = _layout.OutputWeights.Stride;
        _logits = new FloatBuffer(checked(windows * scoredSteps * _stride));
        _row = new FloatBuffer(_stride);
    }

    /// <summary>The logits of every scored step of the block: (T - scoreFrom, R, outputs), with padding.</summary>
    /// <param name="top">The top layer's outputs of the scored steps.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="firstWindow">The block's first window.</param>
    /// <param name="windows">How many windows the block has.</param>
    public Span<float> Forward(ReadOnlySpan<float> top, WindowBatch batch, int firstWindow, int windows)
    {
        int rows = top.Length / _hidden;
        Span<float> logits = _logits.Slice(0, rows * _stride);
        ReadOnlySpan<float> bias = _layout.OutputBias.In(_weights.Parameters.Buffer);
        if (_layout.SkipWeights is { } skip)
        {
            ReadOnlySpan<float> table = skip.In(_weights.Parameters.Buffer);
            for (int t = batch.ScoreFrom; t < batch.Steps; t++)
            {
                ReadOnlySpan<int> active = batch.RowsAt(t, firstWindow, windows);
                Span<float> step = StepOf(logits, batch, t, windows);
                RowTable.Gather(bias, table, active, batch.RowsPerStep, step, _stride, _weights.Bits, batch.RowScale);
            }
        }
        else
        {
            RowTable.Repeat(bias, logits, _weights.Bits);
        }

        for (int t = batch.ScoreFrom; t < batch.Steps && _layout.EvidenceScores is { } scores; t++)
        {
            ReadOnlySpan<int> evidence = batch.EvidenceAt(t, firstWindow, windows);
            CopyScores.Add(scores.In(_weights.Parameters.Buffer), evidence, StepOf(logits, batch, t, windows), _layout.Shape, windows);
        }

        MatrixProduct.Accumulate(top, _hidden, _weights.Output, logits, _stride, rows);
        return logits;
    }

    /// <summary>The block's summed loss; the logits become their gradients.</summary>
    /// <param name="logits">What <see cref="Forward"/> gave.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="firstWindow">The block's first window.</param>
    /// <param name="windows">How many windows the block has.</param>
    /// <param name="scale">One over the sum of all weights of the batch.</param>
    public double Loss(Span<float> logits, WindowBatch batch, int firstWindow, int windows, float scale)
    {
        double loss = 0;
        for (int t = batch.ScoreFrom; t < batch.Steps; t++)
        {
            loss += Softmax.LossAndGradient(
                StepOf(logits, batch, t, windows),
                _layout.Shape.Outputs,
                _stride,
                batch.OutcomesAt(t, firstWindow, windows),
                batch.WeightsAt(t, firstWindow, windows),
                scale,
                _weights.Bits,
                batch.PointsToAt(t, firstWindow, windows));
        }

        return loss;
    }

    /// <summary>
    /// How many of the block's targets of some weight hold the likeliest token, the first where several are, what optional outcomes add to
    /// it included; a target of no outcomes is taken for outcome 0, as an all-zero row is by the lab's argmax.
    /// </summary>
    public int CountHits(ReadOnlySpan<float> logits, WindowBatch batch, int firstWindow, int windows)
    {
        int hits = 0;
        int row = 0;
        for (int t = batch.ScoreFrom; t < batch.Steps; t++)
        {
            ReadOnlySpan<int> outcomes = batch.OutcomesAt(t, firstWindow, windows);
            ReadOnlySpan<int> pointsTo = batch.PointsToAt(t, firstWindow, windows);
            ReadOnlySpan<float> weights = batch.WeightsAt(t, firstWindow, windows);
            for (int window = 0; window < windows; window++, row++)
            {
                if (weights[window] == 0)
                {
                    continue;
                }

                int likeliest = LikeliestToken(
                    logits.Slice(row * _stride, _stride), pointsTo.Slice(window * batch.OptionalOutcomes, batch.OptionalOutcomes));
                ReadOnlySpan<int> target = outcomes.Slice(window * batch.OutcomesPerTarget, batch.OutcomesPerTarget);
                hits += target.Contains(likeliest) || (likeliest == 0 && !target.ContainsAnyExcept(-1)) ? 1 : 0;
            }
        }

        return hits;
    }

    /// <summary>The backward pass: from the gradients of the logits to those of the weights and of the top layer's outputs.</summary>
    /// <param name="logitGradients">(T - scoreFrom, R, outputs), with padding.</param>
    /// <param name="top">The top layer's outputs of the scored steps.</param>
    /// <param name="topGradient">Receives their gradients.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="firstWindow">The block's first window.</param>
    /// <param name="windows">How many windows the block has.</param>
    /// <param name="gradients">This block's gradients; the layer's are added.</param>
    public void Backward(
        Span<float> logitGradients,
        ReadOnlySpan<float> top,
        Span<float> topGradient,
        WindowBatch batch,
        int firstWindow,
        int windows,
        FloatBuffer gradients)
    {
        int rows = top.Length / _hidden;
        ParameterSlot weights = _layout.OutputWeights;
        Span<float> biasGradient = _layout.OutputBias.In(gradients);
        for (int row = 0; row < rows; row++)
        {
            Sums.Add(logitGradients.Slice(row * _stride, _stride), biasGradient, _weights.Bits);
        }

        MatrixProduct.AccumulateTransposed(
            top, _hidden, logitGradients, _stride, weights.In(gradients), _stride, weights.Rows, _stride, rows, _weights.Bits);
        for (int t = batch.ScoreFrom; t < batch.Steps && _layout.SkipWeights is { } skip; t++)
        {
            ReadOnlySpan<int> active = batch.RowsAt(t, firstWindow, windows);
            Span<float> step = StepOf(logitGradients, batch, t, windows);
            RowTable.ScatterAdd(step, active, batch.RowsPerStep, skip.In(gradients), _stride, _weights.Bits, batch.RowScale);
        }

        for (int t = batch.ScoreFrom; t < batch.Steps && _layout.EvidenceScores is { } scores; t++)
        {
            ReadOnlySpan<int> evidence = batch.EvidenceAt(t, firstWindow, windows);
            CopyScores.AddGradient(StepOf(logitGradients, batch, t, windows), evidence, scores.In(gradients), _layout.Shape, windows);
        }

        topGradient.Clear();
        MatrixProduct.Accumulate(logitGradients, _stride, _weights.OutputTransposed!, topGradient, _hidden, rows);
    }

    private int LikeliestToken(ReadOnlySpan<float> logits, ReadOnlySpan<int> pointsTo)
    {
        int outputs = _layout.Shape.Outputs;
        if (pointsTo.IsEmpty)
        {
            return Softmax.Likeliest(logits[..outputs]);
        }

        logits.CopyTo(_row.Span);
        Softmax.Fold(_row.Span, outputs, pointsTo, _weights.Bits);
        return Softmax.Likeliest(_row.Span[..(outputs - pointsTo.Length)]);
    }

    /// <summary>One step's part of the logits of a block.</summary>
    private Span<float> StepOf(Span<float> logits, WindowBatch batch, int step, int windows) =>
        logits.Slice((step - batch.ScoreFrom) * windows * _stride, windows * _stride);
}
