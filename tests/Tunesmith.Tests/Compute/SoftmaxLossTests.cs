using CsCheck;
using Tunesmith.Compute;
using static Tunesmith.Tests.Compute.SoftmaxFormula;

namespace Tunesmith.Tests.Compute;

/// <summary>The loss of a softmax against the scalar formula with its 16 chains, bit for bit, and against the formula in double.</summary>
public sealed class SoftmaxLossTests
{
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
                    expectedLoss += SoftmaxFormula.Loss(
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
}
