using Tunesmith.Compute;

namespace Tunesmith.Model;

/// <summary>
/// One thread's room for passing a block of windows through the network, forward and backward. It is used for one block after
/// another, so that what it works on stays in that thread's cache.
/// </summary>
internal sealed class BlockPass
{
    private readonly LstmLayer[] _layers;
    private readonly OutputLayer _output;
    private readonly FloatBuffer _outputGradient;
    private readonly NetworkShape _shape;
    private FloatBuffer? _dropped;

    /// <summary>Makes room.</summary>
    /// <param name="weights">The network's weights.</param>
    /// <param name="windows">The most windows a block has.</param>
    /// <param name="steps">The most steps a window has.</param>
    /// <param name="scoredSteps">The most scored steps a window has.</param>
    public BlockPass(PackedWeights weights, int windows, int steps, int scoredSteps)
    {
        _shape = weights.Parameters.Shape;
        _layers = [.. Enumerable.Range(0, _shape.Hidden.Count).Select(layer => new LstmLayer(weights, layer, windows, steps))];
        _output = new OutputLayer(weights, windows, scoredSteps);
        int top = _shape.PaddedHidden(_layers.Length - 1);
        int widestBelow = Enumerable.Range(0, _layers.Length - 1).Select(_shape.PaddedHidden).DefaultIfEmpty(0).Max();
        _outputGradient = new FloatBuffer(checked(windows * Math.Max(scoredSteps * top, steps * widestBelow)));
    }

    /// <summary>The forward pass: the block's logits, (T - scoreFrom, R, outputs), with padding.</summary>
    public Span<float> Forward(WindowBatch batch, int firstWindow, int windows)
    {
        ForwardLayers(batch, firstWindow, windows);
        return _output.Forward(_layers[^1].Outputs(batch.ScoreFrom), batch, firstWindow, windows);
    }

    /// <summary>The summed loss of a block, and its gradients.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="firstWindow">The block's first window.</param>
    /// <param name="windows">How many windows the block has.</param>
    /// <param name="scale">One over the sum of all weights of the batch.</param>
    /// <param name="gradients">Receives the block's gradients.</param>
    public double LossAndGradients(WindowBatch batch, int firstWindow, int windows, float scale, FloatBuffer gradients)
    {
        gradients.Span.Clear();
        ForwardLayers(batch, firstWindow, windows);
        ReadOnlySpan<float> top = _layers[^1].Outputs(batch.ScoreFrom);
        if (batch.OutputDropout != 0)
        {
            _dropped ??= new FloatBuffer(_outputGradient.Length);
            Span<float> dropped = _dropped.Slice(0, top.Length);
            Drop(top, dropped, batch, firstWindow);
            top = dropped;
        }

        Span<float> logits = _output.Forward(top, batch, firstWindow, windows);
        double loss = _output.Loss(logits, batch, firstWindow, windows, scale);
        Span<float> fromAbove = _outputGradient.Slice(0, top.Length);
        _output.Backward(logits, top, fromAbove, batch, firstWindow, windows, gradients);
        if (batch.OutputDropout != 0)
        {
            Drop(fromAbove, fromAbove, batch, firstWindow);
        }

        int aboveFrom = batch.ScoreFrom;
        for (int layer = _layers.Length - 1; layer >= 0; layer--)
        {
            _layers[layer].Backward(batch, firstWindow, fromAbove, aboveFrom, gradients);
            if (layer > 0)
            {
                // What came from above has been used up: its buffer receives what goes below.
                fromAbove = _outputGradient.Slice(0, batch.Steps * windows * _shape.PaddedHidden(layer - 1));
                _layers[layer].BackwardBelow(_layers[layer - 1], fromAbove, gradients);
                aboveFrom = 0;
            }
        }

        return loss;
    }

    /// <summary>The summed loss of a block, and how many targets hold the likeliest token.</summary>
    public (double Loss, int Hits) Score(WindowBatch batch, int firstWindow, int windows)
    {
        Span<float> logits = Forward(batch, firstWindow, windows);
        int hits = _output.CountHits(logits, batch, firstWindow, windows);
        return (_output.Loss(logits, batch, firstWindow, windows, scale: 0), hits);
    }

    private void ForwardLayers(WindowBatch batch, int firstWindow, int windows)
    {
        for (int layer = 0; layer < _layers.Length; layer++)
        {
            _layers[layer].Forward(batch, firstWindow, windows, layer == 0 ? null : _layers[layer - 1]);
        }
    }

    /// <summary>Applies the block's mask to the top layer's outputs of the scored steps, or to their gradients.</summary>
    private static void Drop(ReadOnlySpan<float> source, Span<float> destination, WindowBatch batch, int firstWindow) =>
        Dropout.Apply(source, destination, batch.OutputDropout, batch.DropoutSeed, part: firstWindow);
}
