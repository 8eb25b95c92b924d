using CsCheck;
using Tunesmith.Composing.Samplers;
using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Tests.Composing.Samplers;

/// <summary>Sampler steps on distributions made by hand, and what all of them promise.</summary>
public sealed class SamplerStepTests
{
    private const float No = float.NegativeInfinity;

    [Theory]
    [InlineData(1, new[] { 1 })]
    [InlineData(2, new[] { 1, 3 })] // of the two equal the lower
    [InlineData(3, new[] { 1, 3, 5 })]
    [InlineData(4, new[] { 0, 1, 3, 5 })]
    [InlineData(1000, new[] { 0, 1, 3, 4, 5 })]
    public void Top_k_keeps_the_likeliest_and_of_equals_the_lower(int count, int[] kept) =>
        Assert.Equal(kept, Kept(new TopKStep(count), [0, 3, No, 2, -1, 2]));

    [Theory]
    [InlineData(1e-9, new[] { 2 })]
    [InlineData(0.39, new[] { 2 })]
    [InlineData(0.41, new[] { 0, 2 })] // 0.4 + 0.25
    [InlineData(0.66, new[] { 0, 2, 3 })] // of the two of 0.25 the lower came first
    [InlineData(0.91, new[] { 0, 1, 2, 3 })]
    [InlineData(1, new[] { 0, 1, 2, 3 })]
    public void Top_p_keeps_the_fewest_that_have_the_share(double share, int[] kept) =>
        Assert.Equal(kept, Kept(new TopPStep(share), Logarithms(0.25, 0.1, 0.4, 0.25, 0)));

    [Theory]
    [InlineData(0, new[] { 0, 1, 2, 3 })]
    [InlineData(0.24, new[] { 0, 1, 2, 3 })]
    [InlineData(0.26, new[] { 0, 2, 3 })]
    [InlineData(0.63, new[] { 2 })]
    [InlineData(1, new[] { 2 })]
    public void Min_p_leaves_out_what_is_less_than_a_share_of_the_likeliest(double share, int[] kept) =>
        Assert.Equal(kept, Kept(new MinPStep(share), Logarithms(0.25, 0.1, 0.4, 0.25, 0)));

    [Fact]
    public void Min_p_of_1_keeps_all_that_are_as_likely() => Assert.Equal([0, 2], Kept(new MinPStep(1), [5, 4, 5]));

    [Fact]
    public void Odds_of_pitches_are_multiplied_and_nothing_else_changes()
    {
        MelodyEncoding encoding = Encodings.Melody();
        float[] logits = new float[encoding.TokenCount];
        Assert.True(PitchSet.TryParse("Eb", out PitchSet flat));
        new PitchOddsStep(encoding, flat, 3).Apply(logits);
        for (int token = 0; token < logits.Length; token++)
        {
            Assert.Equal(encoding.PitchOf(token)?.Class == 3 ? Math.Log(3) : 0, logits[token], 1e-6);
        }
    }

    [Fact]
    public void No_step_rules_out_everything_or_changes_its_mind() => Gen.Select(
        Gen.OneOf(Gen.Float[-50, 50], Gen.Const(No), Gen.Const(1f), Gen.Float[-3e38f, 3e38f]).Array[78],
        Gen.Int[0, 77],
        Gen.Int[1, 90],
        Gen.Double[0.001, 1]).Sample(
        (logits, possible, count, share) =>
        {
            logits[possible] = 2;
            PitchOddsStep odds = new(Encodings.Lab, PitchSet.OfClasses([0, 5]), 1000 * share);
            foreach (ISamplerStep step in (ISamplerStep[])[new TopKStep(count), new TopPStep(share), new MinPStep(share), odds])
            {
                float[] once = [.. logits];
                step.Apply(once);
                Assert.Contains(once, logit => logit > No);
                Assert.All(Enumerable.Range(0, 78), token => Assert.True(logits[token] > No || once[token] == No));
                if (step is TopKStep)
                {
                    Assert.Equal(Math.Min(count, logits.Count(logit => logit > No)), once.Count(logit => logit > No));
                }
            }
        },
        iter: 500);

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TopKStep(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TopPStep(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TopPStep(1.01));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TopPStep(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MinPStep(-0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MinPStep(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PitchOddsStep(Encodings.Lab, PitchSet.All, 0));
    }

    private static int[] Kept(ISamplerStep step, float[] logits)
    {
        float[] changed = [.. logits];
        step.Apply(changed);
        int[] kept = [.. Enumerable.Range(0, logits.Length).Where(outcome => changed[outcome] > No)];
        Assert.All(kept, outcome => Assert.Equal(logits[outcome], changed[outcome]));
        return kept;
    }

    private static float[] Logarithms(params double[] shares) => [.. shares.Select(share => (float)Math.Log(share))];
}
