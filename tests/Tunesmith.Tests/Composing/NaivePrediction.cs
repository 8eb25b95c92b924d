using Tunesmith.Compute;
using Tunesmith.Model;

namespace Tunesmith.Tests.Composing;

/// <summary>What a network predicts after some tokens, computed afresh by the network that trains.</summary>
internal sealed class NaivePrediction(MelodyModel model) : IDisposable
{
    private readonly WorkerPool _pool = new(1);

    /// <summary>The probabilities of what follows tokens heard from nothing.</summary>
    public float[] After(ReadOnlySpan<int> tokens)
    {
        WindowBatch batch = new(windows: 1, tokens.Length, rowsPerStep: 1, scoreFrom: tokens.Length - 1);
        for (int step = 0; step < tokens.Length; step++)
        {
            batch.Rows[step] = tokens[step] < model.Parameters.Shape.InputRows ? tokens[step] : -1;
        }

        Network network = new(model.Parameters, 1, tokens.Length, 1, _pool, VectorWidth.Bits);
        float[] logits = network.Logits(batch);
        float[] row = new float[VectorWidth.Pad(logits.Length)];
        logits.CopyTo(row, 0);
        Softmax.Normalize(row, logits.Length, row.Length, VectorWidth.Bits);
        return row[..logits.Length];
    }

    public void Dispose() => _pool.Dispose();
}
