using CsCheck;
using Tunesmith.Compute;
using static Tunesmith.Tests.Compute.SoftmaxFormula;

namespace Tunesmith.Tests.Compute;

/// <summary>Probabilities of a softmax against the scalar formula with its 16 chains, bit for bit, and against that in double.</summary>
public sealed class SoftmaxTests
{
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
}
