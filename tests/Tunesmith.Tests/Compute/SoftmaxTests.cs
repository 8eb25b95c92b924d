using CsCheck;
using Tunesmith.Compute;

namespace Tunesmith.Tests.Compute;

/// <summary>Softmax and its loss against the scalar formula with its 16 chains, bit for bit, and against the formula in double.</summary>
public sealed class SoftmaxTests
{
    private static readonly Gen<(int Columns, int Optional, int Rows, int PerTarget, int Seed)> Shapes =
        from columns in Gen.Int[1, 100]
        from optional in Gen.Int[0, Math.Min(columns - 1, 9)]
        from rows in Gen.Int[0, 4]
        from perTarget in Gen.Int[1, 3]
        from seed in Gen.Int[0, 1000]
        select (columns, optional, rows, perTarget, seed);

    [Fact]
    public void Probabilities_are_their_scalar_formula_at_every_width() =>
        Shapes.Sample(
            (columns, optional, rows, _, seed) =>
            {
                int stride = VectorWidth.Pad(columns);
                float[] logits = Numbers.Floats(seed, rows * stride, scale: 6);
                int[] pointsTo = Pointers(rows, optional, columns, seed);
                float[] expected = [.. logits];
                double[] exact = new double[expected.Length];
                for (int r = 0; r < rows; r++)
                {
                    ReadOnlySpan<int> tokens = pointsTo.AsSpan(r * optional, optional);
                    Probabilities(logits.AsSpan(r * stride, columns), tokens).CopyTo(exact, r * stride);
                    Span<float> row = expected.AsSpan(r * stride, stride);
                    float factor = 1 / Exponentials(row, columns, tokens);
                    foreach (ref float value in row)
                    {
                        value *= factor;
                    }
                }

                foreach (int bits in Numbers.AllBits)
                {
                    float[] found = [.. logits];
                    Softmax.Normalize(found, columns, stride, bits, pointsTo);
                    Numbers.SameBits(expected, found, $"p at {bits} bits");
                    Numbers.Close(exact, found, 1e-6, "p");
                }
            },
            iter: 100);

    [Fact]
    public void Tokens_alone_have_their_own_probability_and_that_of_all_that_points_to_them() =>
        Shapes.Sample(
            (columns, optional, _, _, seed) =>
            {
                int stride = VectorWidth.Pad(columns);
                int tokens = columns - optional;
                float[] logits = Numbers.Floats(seed, stride, scale: 6);
                int[] pointsTo = Pointers(1, optional, columns, seed);
                float[] expected = [.. logits];
                Softmax.Normalize(expected, columns, stride, bits: 32, pointsTo);
                for (int index = 0; index < optional; index++)
                {
                    expected[Math.Max(0, pointsTo[index])] += expected[tokens + index];
                    expected[tokens + index] = 0;
                }

                foreach (int bits in Numbers.AllBits)
                {
                    float[] found = [.. logits];
                    Softmax.Fold(found, columns, pointsTo, bits);
                    Numbers.SameBits(expected, found, $"p at {bits} bits");
                    Assert.Equal(1, found.Sum(), tolerance: 1e-5f);
                }
            },
            iter: 100);

    [Fact]
    public void A_missing_outcome_has_no_probability_however_large_its_logit()
    {
        float[] logits = new float[32];
        logits[3] = 1e30f;
        Softmax.Normalize(logits, columns: 4, stride: 32, VectorWidth.Bits, pointsTo: [1, -1]);
        Assert.Equal([1f / 3, 1f / 3, 1f / 3, 0], logits[..4]);

        logits[3] = 1e30f;
        double loss = Softmax.LossAndGradient(logits, 4, 32, [3, 0], [1], scale: 1, VectorWidth.Bits, pointsTo: [1, -1]);
        Assert.Equal(Math.Log(3), loss, tolerance: 1e-6);
        Assert.Equal(0, logits[3]);
        Assert.Equal(0, Softmax.LossAndGradient(logits, 4, 32, [3], [1], scale: 1, VectorWidth.Bits, pointsTo: [1, -1]));
        Assert.All(logits, value => Assert.Equal(0, value));
    }

    [Fact]
    public void Pointers_beyond_the_tokens_and_rows_of_nothing_else_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Softmax.Normalize(new float[32], 4, 32, VectorWidth.Bits, pointsTo: [0, 2]));
        Assert.Throws<ArgumentException>(() => Softmax.Normalize(new float[32], 2, 32, VectorWidth.Bits, pointsTo: [-1, -1]));
        Assert.Throws<ArgumentException>(() => Softmax.Normalize(new float[64], 4, 32, VectorWidth.Bits, pointsTo: [0, 0, 0]));
        Assert.Throws<ArgumentException>(() => Softmax.Normalize([], 4, 32, VectorWidth.Bits, pointsTo: [0]));
    }

    [Fact]
    public void Logits_far_apart_and_ruled_out_have_the_same_bits_at_every_width() =>
        Gen.Select(Gen.Int[1, 70], Gen.Int[0, 1000]).Sample(
            (columns, seed) =>
            {
                int stride = VectorWidth.Pad(columns);
                float[] logits = Numbers.Floats(seed, stride, scale: 300);
                for (int j = seed % 3; j < columns - 1; j += 3)
                {
                    logits[j] = float.NegativeInfinity;
                }

                float[] expected = [.. logits];
                Softmax.Normalize(expected, columns, stride, bits: 32);
                foreach (int bits in Numbers.AllBits)
                {
                    float[] found = [.. logits];
                    Softmax.Normalize(found, columns, stride, bits);
                    Numbers.SameBits(expected, found, $"p at {bits} bits");
                }
            },
            iter: 100);

    [Fact]
    public void Loss_and_gradient_are_their_scalar_formula_at_every_width() =>
        Shapes.Sample(
            (columns, optional, rows, perTarget, seed) =>
            {
                int stride = VectorWidth.Pad(columns);
                float[] logits = Numbers.Floats(seed, rows * stride, scale: 6);
                int[] outcomes = Targets(rows, perTarget, columns, seed);
                int[] pointsTo = Pointers(rows, optional, columns, seed);
                float[] weights = [.. Numbers.Floats(seed + 1, rows).Select(value => Math.Max(0, value))];
                float[] expected = [.. logits];
                double expectedLoss = 0;
                for (int r = 0; r < rows; r++)
                {
                    expectedLoss += LossTwin(
                        expected.AsSpan(r * stride, stride),
                        columns,
                        outcomes.AsSpan(r * perTarget, perTarget),
                        pointsTo.AsSpan(r * optional, optional),
                        weights[r],
                        scale: 0.25f);
                }

                foreach (int bits in Numbers.AllBits)
                {
                    float[] found = [.. logits];
                    double loss = Softmax.LossAndGradient(found, columns, stride, outcomes, weights, scale: 0.25f, bits, pointsTo);
                    Numbers.SameBits(expected, found, $"gradient at {bits} bits");
                    Assert.Equal(BitConverter.DoubleToInt64Bits(expectedLoss), BitConverter.DoubleToInt64Bits(loss));
                }
            },
            iter: 100);

    [Fact]
    public void Loss_and_gradient_agree_with_the_formula_in_double() =>
        Shapes.Sample(
            (columns, optional, rows, perTarget, seed) =>
            {
                int stride = VectorWidth.Pad(columns);
                float[] logits = Numbers.Floats(seed, rows * stride, scale: 6);
                int[] outcomes = Targets(rows, perTarget, columns, seed);
                int[] pointsTo = Pointers(rows, optional, columns, seed);
                float[] weights = [.. Numbers.Floats(seed + 1, rows).Select(value => Math.Max(0, value))];
                double exactLoss = 0;
                double[] exact = new double[rows * stride];
                for (int r = 0; r < rows; r++)
                {
                    double[] p = Probabilities(logits.AsSpan(r * stride, columns), pointsTo.AsSpan(r * optional, optional));
                    int[] target = [.. outcomes[(r * perTarget)..][..perTarget].Where(outcome => outcome >= 0 && p[outcome] > 0)];
                    double hit = target.Sum(outcome => p[outcome]);
                    for (int j = 0; j < columns && target.Length > 0; j++)
                    {
                        exact[(r * stride) + j] = weights[r] * 0.25 * (p[j] - (target.Contains(j) ? p[j] / hit : 0));
                    }

                    exactLoss -= target.Length == 0 ? 0 : weights[r] * Math.Log(hit);
                }

                double loss = Softmax.LossAndGradient(logits, columns, stride, outcomes, weights, scale: 0.25f, VectorWidth.Bits, pointsTo);
                Numbers.Close(exact, logits, 1e-6, "gradient");
                Assert.Equal(exactLoss, loss, tolerance: 1e-5);
            },
            iter: 100);

    [Fact]
    public void A_target_of_no_outcomes_costs_nothing_and_pulls_nowhere()
    {
        float[] logits = Numbers.Floats(1, 32);
        Assert.Equal(0, Softmax.LossAndGradient(logits, 30, 32, [-1, -1], [1], scale: 1, VectorWidth.Bits));
        Assert.All(logits, value => Assert.Equal(0, value));
    }

    [Fact]
    public void A_target_of_every_outcome_costs_nothing()
    {
        float[] logits = Numbers.Floats(1, 32);
        double loss = Softmax.LossAndGradient(logits, 3, 32, [0, 1, 2], [1], scale: 1, VectorWidth.Bits);
        Assert.Equal(0, loss, tolerance: 1e-6);
        Assert.All(logits, value => Assert.Equal(0, value, tolerance: 1e-6f));
    }

    [Fact]
    public void Logits_far_apart_cost_at_most_87_nats_and_nothing_overflows()
    {
        float[] logits = new float[32];
        logits[0] = 3e38f;
        logits[1] = -3e38f;
        double loss = Softmax.LossAndGradient(logits, 2, 32, [1], [1], scale: 1, VectorWidth.Bits);
        Assert.Equal(87, loss, tolerance: 1e-4);
        Assert.Equal([1f, -1f], logits[..2]);
    }

    [Fact]
    public void An_outcome_beyond_the_columns_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Softmax.LossAndGradient(new float[32], 5, 32, [5], [1], scale: 1, VectorWidth.Bits));

    /// <summary>Some targets of different outcomes each, and some of none.</summary>
    private static int[] Targets(int rows, int perTarget, int columns, int seed)
    {
        Random random = new(seed);
        int[] outcomes = new int[rows * perTarget];
        for (int n = 0; n < outcomes.Length; n++)
        {
            int outcome = random.Next(-1, columns);
            outcomes[n] = outcomes.AsSpan(n / perTarget * perTarget, n % perTarget).Contains(outcome) ? -1 : outcome;
        }

        return outcomes;
    }

    /// <summary>Some tokens to point to, and some -1 for missing outcomes.</summary>
    private static int[] Pointers(int rows, int optional, int columns, int seed)
    {
        Random random = new(seed + 2);
        return [.. Enumerable.Range(0, rows * optional).Select(_ => random.Next(-1, columns - optional))];
    }

    /// <summary>Sets those of the last elements whose pointer is missing.</summary>
    private static void SetMissing(Span<float> row, ReadOnlySpan<int> pointsTo, float value)
    {
        for (int index = 0; index < pointsTo.Length; index++)
        {
            ref float element = ref row[row.Length - pointsTo.Length + index];
            element = pointsTo[index] < 0 ? value : element;
        }
    }

    private static double[] Probabilities(ReadOnlySpan<float> logits, ReadOnlySpan<int> pointsTo)
    {
        float[] row = logits.ToArray();
        SetMissing(row, pointsTo, float.NegativeInfinity);
        double[] e = [.. row.Select(logit => Math.Exp(logit))];
        return [.. e.Select(value => value / e.Sum())];
    }

    /// <summary>Replaces a row of logits by <c>e^(l - max)</c>, zeros beyond the columns, and returns their sum by 16 chains.</summary>
    private static float Exponentials(Span<float> row, int columns, ReadOnlySpan<int> pointsTo)
    {
        SetMissing(row[..columns], pointsTo, float.NegativeInfinity);
        float max = row[..columns].ToArray().Max();
        for (int j = 0; j < row.Length; j++)
        {
            row[j] = j < columns ? Functions.Exp(row[j] - max) : 0;
        }

        SetMissing(row[..columns], pointsTo, 0);
        float[] chains = row[..16].ToArray();
        for (int j = 16; j < row.Length; j++)
        {
            chains[j % 16] += row[j];
        }

        for (int apart = 8; apart > 0; apart /= 2)
        {
            for (int chain = 0; chain < apart; chain++)
            {
                chains[chain] += chains[chain + apart];
            }
        }

        return chains[0];
    }

    private static double LossTwin(
        Span<float> row, int columns, ReadOnlySpan<int> target, ReadOnlySpan<int> pointsTo, float weight, float scale)
    {
        float sum = Exponentials(row, columns, pointsTo);
        float hit = 0;
        foreach (int outcome in target)
        {
            hit += outcome < 0 ? 0 : row[outcome];
        }

        if (hit == 0 || weight == 0)
        {
            row.Clear();
            return 0;
        }

        foreach (int outcome in target)
        {
            if (outcome >= 0)
            {
                row[outcome] -= row[outcome] / hit * sum;
            }
        }

        foreach (ref float value in row)
        {
            value *= weight * scale / sum;
        }

        return weight * (Functions.Log(sum) - Functions.Log(hit));
    }
}
