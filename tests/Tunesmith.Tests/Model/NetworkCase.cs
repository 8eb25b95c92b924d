using CsCheck;
using Tunesmith.Compute;
using Tunesmith.Model;

namespace Tunesmith.Tests.Model;

/// <summary>A small network with a batch for it, both made from a seed.</summary>
internal sealed record NetworkCase(NetworkShape Shape, int Windows, int Steps, int ScoreFrom, int OutcomesPerTarget, int Seed)
{
    /// <summary>How many of the outcomes may be missing.</summary>
    public int OptionalOutcomes { get; init; }

    /// <summary>What every row is multiplied by.</summary>
    public float RowScale { get; init; } = 1;

    /// <summary>Which share of the top layer's outputs is dropped.</summary>
    public float OutputDropout { get; init; }

    /// <summary>How many rows of evidence each of them has; they are drawn from the shape's.</summary>
    public int EvidencePerOutcome { get; init; }

    /// <summary>
    /// A case of everything at once: two layers, two blocks, rows that feed the logits, missing outcomes, evidence, dropout.
    /// </summary>
    public static NetworkCase Everything { get; } = WithoutEvidence with
    {
        Shape = WithoutEvidence.Shape with { Copies = 5, EvidenceRows = 40 },
        EvidencePerOutcome = 3,
    };

    /// <summary>The same, but that what may be missing has no evidence.</summary>
    public static NetworkCase WithoutEvidence =>
        new(new NetworkShape(9, 3, [3, 33], 37) { Skip = true }, Windows: 10, Steps: 3, ScoreFrom: 1, OutcomesPerTarget: 3, Seed: 11)
        {
            OptionalOutcomes = 5,
            RowScale = 1.5f,
            OutputDropout = 0.4f,
        };

    /// <summary>
    /// Networks of 1 to 3 layers of any small size and batches of 1 to 40 windows, which makes up to three blocks.
    /// </summary>
    public static Gen<NetworkCase> All { get; } =
        from hidden in Gen.Int[1, 7].Array[1, 3]
        from inputRows in Gen.Int[1, 6]
        from rowsPerStep in Gen.Int[1, 3]
        from outputs in Gen.Int[1, 6]
        from windows in Gen.Int[1, 40]
        from steps in Gen.Int[1, 5]
        from scoreFrom in Gen.Int[0, steps - 1]
        from skip in Gen.Bool
        from outcomesPerTarget in Gen.Int[1, 3]
        from optionalOutcomes in Gen.Int[0, outputs - 1]
        from evidencePerOutcome in Gen.Int[0, optionalOutcomes == 0 ? 0 : 3]
        from evidenceRows in Gen.Int[1, 40]
        from rowScale in Gen.Bool.Select(scaled => scaled ? 1.6f : 1)
        from outputDropout in Gen.Int[0, 2].Select(third => third / 3f)
        from seed in Gen.Int[0, 1_000_000]
        select new NetworkCase(
            new NetworkShape(inputRows, rowsPerStep, hidden, outputs)
            {
                Skip = skip,
                Copies = optionalOutcomes,
                EvidenceRows = evidencePerOutcome == 0 ? 0 : evidenceRows,
            },
            windows,
            steps,
            scoreFrom,
            outcomesPerTarget,
            seed)
        {
            EvidencePerOutcome = evidencePerOutcome,
            OptionalOutcomes = optionalOutcomes,
            RowScale = rowScale,
            OutputDropout = outputDropout,
        };

    /// <summary>Weights of the normal distribution times <paramref name="scale"/>.</summary>
    public Parameters Weights(double scale = 0.7)
    {
        RandomSource random = new((ulong)Seed, RandomPurpose.Weights);
        Parameters parameters = new(Shape);
        foreach (string name in parameters.Names)
        {
            parameters.Set(name, [.. parameters.Get(name).Select(_ => (float)(scale * random.NextGaussian()))]);
        }

        return parameters;
    }

    /// <summary>
    /// Steps with some rows absent and some repeated; targets of several outcomes, of one and of none, missing ones among them; evidence of
    /// missing ones too, some absent and some repeated; weights from 0 to 2, the first 1.
    /// </summary>
    public WindowBatch Batch()
    {
        RandomSource random = new((ulong)Seed, RandomPurpose.Batches);
        WindowBatch batch = new(Windows, Steps, Shape.RowsPerStep, ScoreFrom, OutcomesPerTarget, OptionalOutcomes, EvidencePerOutcome)
        {
            RowScale = RowScale,
            OutputDropout = OutputDropout,
            DropoutSeed = (ulong)Seed,
        };
        foreach (ref int row in batch.Rows.AsSpan())
        {
            row = random.NextInt(Shape.InputRows + 1) - 1;
        }

        for (int target = 0; target < batch.Weights.Length; target++)
        {
            batch.Weights[target] = target == 0 ? 1 : Math.Max(0, (float)((2.5 * random.NextDouble()) - 0.5));
            Span<int> outcomes = batch.Outcomes.AsSpan(target * OutcomesPerTarget, OutcomesPerTarget);
            foreach (ref int slot in outcomes)
            {
                int outcome = random.NextInt(Shape.Outputs + 1) - 1;
                slot = outcomes.Contains(outcome) ? -1 : outcome;
            }
        }

        foreach (ref int token in batch.PointsTo.AsSpan())
        {
            token = random.NextInt(Shape.Outputs - OptionalOutcomes + 1) - 1;
        }

        foreach (ref int row in batch.Evidence.AsSpan())
        {
            row = random.NextInt(Shape.EvidenceRows + 1) - 1;
        }

        return batch;
    }

    /// <summary>A network over the weights with just enough room for the batch.</summary>
    public Network Network(Parameters weights, WorkerPool pool, int? bits = null) =>
        new(weights, Windows, Steps, Steps - ScoreFrom, pool, bits ?? VectorWidth.Bits);
}
