using CsCheck;
using Tunesmith.Compute;
using Tunesmith.Model;

namespace Tunesmith.Tests.Model;

/// <summary>Losses and gradients against a plain network in double and its central differences.</summary>
public sealed class GradientTests
{
    /// <summary>The most weights of a tensor that are looked at; of larger tensors, so many are picked.</summary>
    private const int LookedAt = 60;

    /// <summary>The same for every width: computed once.</summary>
    private static readonly Lazy<PlainResult> EverythingPlain = new(() => Plain(NetworkCase.Everything, NetworkCase.Everything.Weights()));

    [Theory]
    [InlineData(512)]
    [InlineData(256)]
    [InlineData(128)]
    [InlineData(32)]
    public void Everything_at_once_has_the_gradients_of_the_plain_network_at_every_width(int bits)
    {
        NetworkCase entry = NetworkCase.Everything;
        using WorkerPool pool = new(2);
        Check(entry.Network(entry.Weights(), pool, bits), entry.Batch(), EverythingPlain.Value);
    }

    [Fact]
    public void Losses_gradients_and_accuracy_are_those_of_the_plain_network() =>
        NetworkCase.All.Sample(Check, iter: 25);

    [Fact]
    public void Layers_wider_than_their_padding_have_the_same_gradients() =>
        Check(new NetworkCase(new NetworkShape(5, 2, [33, 40], 34), Windows: 3, Steps: 3, ScoreFrom: 1, OutcomesPerTarget: 2, Seed: 1));

    [Fact]
    public void A_batch_smaller_than_the_room_made_for_it_has_the_same_gradients()
    {
        NetworkCase small = new(new NetworkShape(4, 1, [5], 3), Windows: 10, Steps: 3, ScoreFrom: 2, OutcomesPerTarget: 1, Seed: 2);
        Parameters weights = small.Weights();
        using WorkerPool pool = new(2);
        Network network = new(weights, windows: 40, steps: 6, scoredSteps: 4, pool, VectorWidth.Bits);
        network.LossAndGradients((small with { Windows = 40, Steps = 6, ScoreFrom = 2, Seed = 3 }).Batch());
        Check(network, small.Batch(), Plain(small, weights, windows: 40));
    }

    private static void Check(NetworkCase entry)
    {
        Parameters weights = entry.Weights();
        using WorkerPool pool = new(2);
        Check(entry.Network(weights, pool), entry.Batch(), Plain(entry, weights));
    }

    private static void Check(Network network, WindowBatch batch, PlainResult plain)
    {
        Assert.Equal(plain.TrainingLoss, network.LossAndGradients(batch), tolerance: 2e-6);
        foreach ((string name, int index, double exact) in plain.Slopes)
        {
            float found = network.Gradients.Get(name)[index];
            if (!(Math.Abs(exact - found) <= 1e-6 * Math.Max(1, Math.Abs(exact))))
            {
                Assert.Fail($"Gradient of {name}[{index}]: expected {exact:G9}, found {found:G9}.");
            }
        }

        (double loss, double accuracy) = network.Score(batch);
        Assert.Equal(plain.Loss, loss, tolerance: 2e-6);
        Assert.Equal(plain.Accuracy, accuracy, tolerance: 1e-9);
    }

    /// <summary>
    /// What the plain network makes of a case, its masks cut into blocks as a network with room for so many windows cuts them.
    /// </summary>
    private static PlainResult Plain(NetworkCase entry, Parameters weights, int? windows = null)
    {
        DoubleNetwork plain = new(weights);
        WindowBatch batch = entry.Batch();
        int width = weights.Shape.PaddedHidden(weights.Shape.Hidden.Count - 1);
        Func<int, int, int, double> masks = Masks(batch, Network.BlockWindows(windows ?? entry.Windows), width);
        List<(string, int, double)> slopes = [];
        foreach (string name in weights.Names)
        {
            int length = weights.Get(name).Length;
            for (int pick = 0; pick < Math.Min(length, LookedAt); pick++)
            {
                int index = length <= LookedAt ? pick : (int)((long)pick * 7919 % length);
                slopes.Add((name, index, plain.Slope(batch, name, index, masks)));
            }
        }

        return new(plain.Loss(batch, masks), slopes, plain.Loss(batch), plain.Accuracy(batch));
    }

    /// <summary>What dropout makes of ones, block by block: the factor of each scored step, window and unit.</summary>
    private static Func<int, int, int, double> Masks(WindowBatch batch, int blockWindows, int width)
    {
        float[][] blocks = [.. Enumerable.Range(0, (batch.Windows + blockWindows - 1) / blockWindows).Select(block =>
        {
            int first = block * blockWindows;
            int size = Math.Min(blockWindows, batch.Windows - first) * width;
            float[] mask = new float[(batch.Steps - batch.ScoreFrom) * size];
            Array.Fill(mask, 1);
            Dropout.Apply(mask, mask, batch.OutputDropout, batch.DropoutSeed, first);
            return mask;
        })];
        return (step, window, unit) =>
        {
            int windows = Math.Min(blockWindows, batch.Windows - (window / blockWindows * blockWindows));
            return blocks[window / blockWindows][(((step * windows) + (window % blockWindows)) * width) + unit];
        };
    }

    /// <summary>What the plain network says of a batch.</summary>
    /// <param name="TrainingLoss">Its loss where outputs are dropped.</param>
    /// <param name="Slopes">The slopes of that loss along the weights that are looked at.</param>
    /// <param name="Loss">Its loss where nothing is dropped.</param>
    /// <param name="Accuracy">Its accuracy then.</param>
    private sealed record PlainResult(
        double TrainingLoss, IReadOnlyList<(string Name, int Index, double Slope)> Slopes, double Loss, double Accuracy);
}
