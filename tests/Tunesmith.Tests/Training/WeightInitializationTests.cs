using Tunesmith.Compute;
using Tunesmith.Model;
using Tunesmith.Training;

namespace Tunesmith.Tests.Training;

public sealed class WeightInitializationTests
{
    private static readonly NetworkShape Shape = new(78, 1, [40, 24], 78);

    [Fact]
    public void Kernels_are_uniform_over_the_Glorot_range_of_inputs_and_state_together()
    {
        Parameters weights = Draw(seed: 1);
        AssertUniform([.. weights.Get("layer0.Wx"), .. weights.Get("layer0.Wh")], Math.Sqrt(6.0 / (78 + 40 + 160)));
        AssertUniform([.. weights.Get("layer1.Wx"), .. weights.Get("layer1.Wh")], Math.Sqrt(6.0 / (40 + 24 + 96)));
    }

    [Fact]
    public void Biases_are_0_and_1_for_the_forget_gates()
    {
        float[] expected = new float[4 * 24];
        expected.AsSpan(24, 24).Fill(1);
        Assert.Equal(expected, Draw(seed: 1).Get("layer1.b"));
    }

    [Fact]
    public void Output_weights_and_biases_are_normal_with_variance_1()
    {
        Parameters weights = Draw(seed: 1);
        double[] values = [.. weights.Get("out.Wo").Concat(weights.Get("out.bo")).Select(value => (double)value)];
        AssertMoments(values, variance: 1, fourth: 3);
        Assert.InRange(values.Max(Math.Abs), 3, 6);
        Assert.Contains(weights.Get("out.bo"), value => value != 0);
    }

    [Fact]
    public void Small_weights_are_uniform_each_over_its_own_Glorot_range()
    {
        Parameters weights = new(new NetworkShape(200, 9, [40, 24], 78));
        weights.Buffer.Span.Fill(7);
        WeightInitialization.Fill(weights, new RandomSource(1, RandomPurpose.Weights), InitialWeights.Small);
        AssertUniform(weights.Get("layer0.Wx"), Math.Sqrt(6.0 / (9 + 160))); // of 200 rows a step has 9
        AssertUniform(weights.Get("layer0.Wh"), Math.Sqrt(6.0 / (40 + 160)));
        AssertUniform(weights.Get("layer1.Wx"), Math.Sqrt(6.0 / (40 + 96)));
        AssertUniform(weights.Get("layer1.Wh"), Math.Sqrt(6.0 / (24 + 96)));
        AssertUniform(weights.Get("out.Wo"), Math.Sqrt(6.0 / (24 + 78)));
        Assert.All(weights.Get("out.bo"), value => Assert.Equal(0, value));
        Assert.Equal([.. new float[24], .. Enumerable.Repeat(1f, 24), .. new float[48]], weights.Get("layer1.b"));
    }

    [Fact]
    public void A_seed_fixes_every_weight_and_another_gives_others()
    {
        Assert.Equal(Draw(seed: 5).Buffer.Span.ToArray(), Draw(seed: 5).Buffer.Span.ToArray());
        Assert.NotEqual(Draw(seed: 5).Get("out.Wo"), Draw(seed: 6).Get("out.Wo"));
        Assert.NotEqual(Draw(seed: 5).Get("layer0.Wx"), Draw(seed: 6).Get("layer0.Wx"));
    }

    [Fact]
    public void What_rows_add_to_the_logits_is_0_and_draws_nothing()
    {
        Parameters with = new(Shape with { Skip = true, Copies = 1, EvidenceRows = 5 });
        with.Buffer.Span.Fill(7);
        WeightInitialization.Fill(with, new RandomSource(5, RandomPurpose.Weights));
        Assert.All([.. with.Get("out.Ws"), .. with.Get("out.e")], value => Assert.Equal(0, value));
        Parameters without = Draw(seed: 5);
        Assert.All(without.Names, name => Assert.Equal(without.Get(name), with.Get(name)));
    }

    [Fact]
    public void The_padding_between_rows_is_left_alone()
    {
        Parameters weights = new(Shape);
        weights.Buffer.Span.Fill(7);
        WeightInitialization.Fill(weights, new RandomSource(1, RandomPurpose.Weights));
        foreach (string name in weights.Names)
        {
            weights.Set(name, new float[weights.Get(name).Length]);
        }

        float[] padding = [.. weights.Buffer.Span.ToArray().Where(value => value != 0)];
        Assert.Equal(weights.Layout.Length - Shape.ParameterCount, padding.Length);
        Assert.All(padding, value => Assert.Equal(7, value));
    }

    private static Parameters Draw(ulong seed)
    {
        Parameters weights = new(Shape);
        WeightInitialization.Fill(weights, new RandomSource(seed, RandomPurpose.Weights));
        return weights;
    }

    private static void AssertUniform(float[] values, double limit)
    {
        Assert.All(values, value => Assert.InRange(value, -limit, limit));
        Assert.InRange(values.Max(), 0.99 * limit, limit);
        Assert.InRange(values.Min(), -limit, -0.99 * limit);
        AssertMoments([.. values.Select(value => value / limit)], variance: 1.0 / 3, fourth: 1.0 / 5);
    }

    /// <summary>Mean and variance within five standard errors.</summary>
    private static void AssertMoments(double[] values, double variance, double fourth)
    {
        Assert.InRange(values.Average() * Math.Sqrt(values.Length / variance), -5, 5);
        double error = Math.Sqrt((fourth - (variance * variance)) / values.Length);
        Assert.InRange((values.Average(value => value * value) - variance) / error, -5, 5);
    }
}
