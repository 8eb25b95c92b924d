using Tunesmith.Composing.Samplers;
using Tunesmith.Compute;

namespace Tunesmith.Tests.Composing.Samplers;

public sealed class SamplerTests
{
    private static readonly float[] Logits = [0, 1.5f, -2, float.NegativeInfinity, 0.3f, 1.5f, -0.7f, 2.2f, float.NegativeInfinity, -4];

    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    [InlineData(3)]
    public void Outcomes_are_drawn_as_often_as_their_softmax_says(double temperature)
    {
        const int Draws = 20_000;
        int[] counts = new int[Logits.Length];
        Sampler sampler = new([new TemperatureStep(temperature)], Logits.Length, seed: 3);
        for (int draw = 0; draw < Draws; draw++)
        {
            counts[sampler.Draw([.. Logits])]++;
        }

        double[] weights = [.. Logits.Select(logit => Math.Exp(logit / temperature))];
        double chiSquare = 0;
        for (int outcome = 0; outcome < Logits.Length; outcome++)
        {
            double expected = Draws * weights[outcome] / weights.Sum();
            if (expected == 0)
            {
                Assert.Equal(0, counts[outcome]); // ruled out
            }
            else
            {
                chiSquare += (counts[outcome] - expected) * (counts[outcome] - expected) / expected;
            }
        }

        Assert.InRange(chiSquare, 0, 24.3); // 7 degrees of freedom: 1 in 1000
    }

    [Fact]
    public void An_outcome_that_is_alone_is_always_drawn()
    {
        float[] logits = new float[78];
        Array.Fill(logits, float.NegativeInfinity);
        logits[^1] = -1e30f;
        Sampler sampler = new([], logits.Length, seed: 1);
        Assert.All(Enumerable.Range(0, 200), _ => Assert.Equal(77, sampler.Draw([.. logits])));
    }

    [Fact]
    public void Steps_are_applied_in_their_order()
    {
        // Argmax first leaves outcome 7; forbidding it first leaves outcome 1.
        Assert.Equal(7, new Sampler([new TemperatureStep(0), new Forbid(1)], Logits.Length, seed: 1).Draw([.. Logits]));
        Assert.Equal(1, new Sampler([new Forbid(7), new TemperatureStep(0)], Logits.Length, seed: 1).Draw([.. Logits]));
    }

    [Fact]
    public void A_seed_fixes_the_draws()
    {
        Assert.Equal(Draws(1), Draws(1));
        Assert.NotEqual(Draws(1), Draws(2));

        static int[] Draws(ulong seed)
        {
            Sampler sampler = new([], Logits.Length, seed);
            return [.. Enumerable.Range(0, 50).Select(_ => sampler.Draw([.. Logits]))];
        }
    }

    [Fact]
    public void Probabilities_are_the_softmax_before_any_step()
    {
        float[] probabilities = new float[Logits.Length];
        new Sampler([new TemperatureStep(0)], Logits.Length, seed: 1).Probabilities(Logits, probabilities);
        double sum = Logits.Sum(logit => Math.Exp(logit));
        for (int outcome = 0; outcome < Logits.Length; outcome++)
        {
            Assert.Equal(Math.Exp(Logits[outcome]) / sum, probabilities[outcome], 1e-6);
        }
    }

    [Fact]
    public void The_first_of_the_largest_is_found()
    {
        Assert.Equal(1, Softmax.Likeliest([1, 3, 2, 3]));
        Assert.Equal(0, Softmax.Likeliest([float.NegativeInfinity, float.NegativeInfinity]));
    }

    private sealed class Forbid(int outcome) : ISamplerStep
    {
        public void Apply(Span<float> logits) => logits[outcome] = float.NegativeInfinity;
    }
}
