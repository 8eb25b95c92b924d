using Tunesmith.Compute;
using Tunesmith.Model;
using Tunesmith.Tests.Compute;
using Tunesmith.Training;

namespace Tunesmith.Tests.Training;

/// <summary>Clipping of the gradient and decay of the weights.</summary>
public sealed class AdamOptimizerTests
{
    // Large enough that the tensors are cut into chunks.
    private static readonly NetworkShape Shape = new(70, 1, [40], 79) { Skip = true };

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_gradient_beyond_the_clip_is_scaled_down_to_it(int threads)
    {
        Parameters gradients = Filled(seed: 1);
        double norm = Math.Sqrt(gradients.Buffer.Span.ToArray().Sum(value => (double)value * value));
        const double Clip = 0.5;
        Parameters scaled = new(Shape);
        for (int j = 0; j < scaled.Buffer.Length; j++)
        {
            scaled.Buffer.Span[j] = (float)(Clip / norm * gradients.Buffer.Span[j]);
        }

        using WorkerPool pool = new(threads);
        AdamOptimizer clipped = new(Filled(seed: 2));
        AdamOptimizer plain = new(Filled(seed: 2));
        clipped.Step(gradients, 0.01, pool, clip: Clip);
        plain.Step(scaled, 0.01, pool);
        Numbers.Close(Doubles(plain.Mean), clipped.Mean.Buffer.Span, 1e-7, "m");
        Numbers.Close(Doubles(plain.Square), clipped.Square.Buffer.Span, 1e-9, "v");
    }

    [Fact]
    public void A_gradient_within_the_clip_and_no_decay_change_no_bit()
    {
        using WorkerPool pool = new(2);
        Parameters plain = Filled(seed: 2);
        Parameters clipped = Filled(seed: 2);
        new AdamOptimizer(plain).Step(Filled(seed: 1), 0.01, pool);
        new AdamOptimizer(clipped).Step(Filled(seed: 1), 0.01, pool, clip: 1e6, decay: 0);
        Numbers.SameBits(plain.Buffer.Span, clipped.Buffer.Span, "w");
    }

    [Fact]
    public void A_gradient_of_zeros_can_be_clipped()
    {
        using WorkerPool pool = new(1);
        Parameters weights = Filled(seed: 2);
        new AdamOptimizer(weights).Step(new Parameters(Shape), 0.01, pool, clip: 1);
        Numbers.SameBits(Filled(seed: 2).Buffer.Span, weights.Buffer.Span, "w");
    }

    [Fact]
    public void Matrices_decay_beside_the_step_and_biases_do_not()
    {
        using WorkerPool pool = new(2);
        Parameters weights = Filled(seed: 2);
        Parameters before = Filled(seed: 2);
        new AdamOptimizer(weights).Step(new Parameters(Shape), 0.01, pool, decay: 0.1);
        foreach (string name in weights.Names)
        {
            float keep = weights.ShapeOf(name).Count == 1 ? 1 : (float)(1 - (0.01 * 0.1));
            Numbers.SameBits([.. before.Get(name).Select(value => keep * value)], weights.Get(name), name);
        }

        Assert.Equal(["layer0.b", "out.bo"], weights.Names.Where(name => weights.Get(name).SequenceEqual(before.Get(name))));
    }

    private static Parameters Filled(int seed)
    {
        Parameters parameters = new(Shape);
        foreach (string name in parameters.Names)
        {
            parameters.Set(name, Numbers.Floats(seed++, parameters.Get(name).Length));
        }

        return parameters;
    }

    private static double[] Doubles(Parameters parameters) => [.. parameters.Buffer.Span.ToArray().Select(value => (double)value)];
}
