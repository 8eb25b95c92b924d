using Tunesmith.Compute;
using Tunesmith.Encoding;
using Tunesmith.Encoding.Inputs;
using Tunesmith.Model;
using Tunesmith.Music;

namespace Tunesmith.Tests.Composing;

/// <summary>What a network predicts after some tokens, computed afresh by the network that trains.</summary>
internal sealed class NaivePrediction(MelodyModel model) : IDisposable
{
    private readonly WorkerPool _pool = new(1);
    private readonly MelodyEncoding _encoding = model.Definition.FindEncoding();
    private readonly InputLayout _layout = model.Definition.CreateLayout();

    /// <summary>The probabilities of what follows tokens heard from nothing, in 4/4.</summary>
    /// <param name="tokens">The song so far.</param>
    /// <param name="window">The steps that the network's own memory is of; all where null.</param>
    /// <param name="isRuledOut">Whether tokens that cannot follow are ruled out, as in composing with copies.</param>
    public float[] After(ReadOnlySpan<int> tokens, int? window = null, bool isRuledOut = true)
    {
        int steps = Math.Min(tokens.Length, window ?? tokens.Length);
        int copies = _layout.Copies.Count;
        int evidence = copies == 0 ? 0 : CopyEvidence.RowsPerCopy;
        WindowBatch batch = new(windows: 1, steps, _layout.RowsPerStep, steps - 1, copies + 1, copies, evidence);
        InputReader reader = _layout.CreateReader();
        for (int step = 0; step < tokens.Length; step++)
        {
            reader.Hear(tokens[step], MeterMap.Unstated.PositionAt(step + 1, _encoding.StepsPerQuarter));
            if (step >= tokens.Length - steps)
            {
                reader.Rows.CopyTo(batch.RowsOf(step - (tokens.Length - steps), 0));
            }
        }

        reader.Evidence.CopyTo(batch.Evidence);
        Network network = new(model.Parameters, 1, steps, 1, _pool, VectorWidth.Bits);
        float[] logits = network.Logits(batch);
        float[] row = Padded(logits);
        if (copies == 0)
        {
            Softmax.Normalize(row, logits.Length, row.Length, VectorWidth.Bits);
            return row[..logits.Length];
        }

        Softmax.Fold(row, logits.Length, reader.PointsTo, VectorWidth.Bits);
        float[] tokenProbabilities = row[..^(row.Length - logits.Length + copies)];
        if (!isRuledOut)
        {
            return tokenProbabilities;
        }

        int before = tokens[^1];
        float[] next = Padded([.. tokenProbabilities.Select((probability, token) =>
            _encoding.CanFollow(token, before) ? (float)Functions.Log(probability) : float.NegativeInfinity)]);
        Softmax.Normalize(next, tokenProbabilities.Length, next.Length, VectorWidth.Bits);
        return next[..tokenProbabilities.Length];
    }

    public void Dispose() => _pool.Dispose();

    private static float[] Padded(float[] values)
    {
        float[] row = new float[VectorWidth.Pad(values.Length)];
        values.CopyTo(row, 0);
        return row;
    }
}
