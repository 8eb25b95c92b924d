using CsCheck;
using Tunesmith.Compute;

namespace Tunesmith.Tests.Compute;

/// <summary>Softmax and its loss against the scalar formula with its 16 chains, bit for bit, and against the formula in double.</summary>
public sealed class SoftmaxTests
{
    private static readonly Gen<(int Columns, int Rows, int PerTarget, int Seed)> Shapes =
        Gen.Select(Gen.Int[1, 100], Gen.Int[0, 4], Gen.Int[1, 3], Gen.Int[0, 1000]);

    [Fact]
    public void Probabilities_are_their_scalar_formula_at_every_width() =>
        Shapes.Sample(
            (columns, rows, _, seed) =>
            {
                int stride = VectorWidth.Pad(columns);
                float[] logits = Numbers.Floats(seed, rows * stride, scale: 6);
                float[] expected = [.. logits];
                double[] exact = new double[expected.Length];
                for (int r = 0; r < rows; r++)
                {
                    Probabilities(logits.AsSpan(r * stride, columns)).CopyTo(exact, r * stride);
                    Span<float> row = expected.AsSpan(r * stride, stride);
                    float factor = 1 / Exponentials(row, columns);
                    foreach (ref float value in row)
                    {
                        value *= factor;
                    }
                }

                foreach (int bits in Numbers.AllBits)
                {
                    float[] found = [.. logits];
                    Softmax.Normalize(found, columns, stride, bits);
                    Numbers.SameBits(expected, found, $"p at {bits} bits");
                    Numbers.Close(exact, found, 1e-6, "p");
                }
            },
            iter: 100);

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
            (columns, rows, perTarget, seed) =>
            {
                int stride = VectorWidth.Pad(columns);
                float[] logits = Numbers.Floats(seed, rows * stride, scale: 6);
                int[] outcomes = Targets(rows, perTarget, columns, seed);
                float[] weights = [.. Numbers.Floats(seed + 1, rows).Select(value => Math.Max(0, value))];
                float[] expected = [.. logits];
                double expectedLoss = 0;
                for (int r = 0; r < rows; r++)
                {
                    expectedLoss += LossTwin(
                        expected.AsSpan(r * stride, stride), columns, outcomes.AsSpan(r * perTarget, perTarget), weights[r], scale: 0.25f);
                }

                foreach (int bits in Numbers.AllBits)
                {
                    float[] found = [.. logits];
                    double loss = Softmax.LossAndGradient(found, columns, stride, outcomes, weights, scale: 0.25f, bits);
                    Numbers.SameBits(expected, found, $"gradient at {bits} bits");
                    Assert.Equal(BitConverter.DoubleToInt64Bits(expectedLoss), BitConverter.DoubleToInt64Bits(loss));
                }
            },
            iter: 100);

    [Fact]
    public void Loss_and_gradient_agree_with_the_formula_in_double() =>
        Shapes.Sample(
            (columns, rows, perTarget, seed) =>
            {
                int stride = VectorWidth.Pad(columns);
                float[] logits = Numbers.Floats(seed, rows * stride, scale: 6);
                int[] outcomes = Targets(rows, perTarget, columns, seed);
                float[] weights = [.. Numbers.Floats(seed + 1, rows).Select(value => Math.Max(0, value))];
                double exactLoss = 0;
                double[] exact = new double[rows * stride];
                for (int r = 0; r < rows; r++)
                {
                    double[] p = Probabilities(logits.AsSpan(r * stride, columns));
                    int[] target = [.. outcomes.AsSpan(r * perTarget, perTarget).ToArray().Where(outcome => outcome >= 0)];
                    double hit = target.Sum(outcome => p[outcome]);
                    for (int j = 0; j < columns && target.Length > 0; j++)
                    {
                        exact[(r * stride) + j] = weights[r] * 0.25 * (p[j] - (target.Contains(j) ? p[j] / hit : 0));
                    }

                    exactLoss -= target.Length == 0 ? 0 : weights[r] * Math.Log(hit);
                }

                double loss = Softmax.LossAndGradient(logits, columns, stride, outcomes, weights, scale: 0.25f, VectorWidth.Bits);
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

    private static double[] Probabilities(ReadOnlySpan<float> logits)
    {
        double[] e = [.. logits.ToArray().Select(logit => Math.Exp(logit))];
        return [.. e.Select(value => value / e.Sum())];
    }

    /// <summary>Replaces a row of logits by <c>e^(l - max)</c>, zeros beyond the columns, and returns their sum by 16 chains.</summary>
    private static float Exponentials(Span<float> row, int columns)
    {
        float max = row[..columns].ToArray().Max();
        for (int j = 0; j < row.Length; j++)
        {
            row[j] = j < columns ? Functions.Exp(row[j] - max) : 0;
        }

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

    private static double LossTwin(Span<float> row, int columns, ReadOnlySpan<int> target, float weight, float scale)
    {
        float sum = Exponentials(row, columns);
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
