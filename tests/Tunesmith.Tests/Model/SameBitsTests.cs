using CsCheck;
using Tunesmith.Compute;
using Tunesmith.Model;
using Tunesmith.Tests.Compute;
using Tunesmith.Training;

namespace Tunesmith.Tests.Model;

/// <summary>Losses, gradients and training give the same bits with any number of threads and at every vector width.</summary>
public sealed class SameBitsTests
{
    [Fact]
    public void Losses_and_gradients_have_the_same_bits_for_any_threads_and_width()
    {
        using WorkerPool one = new(1);
        using WorkerPool two = new(2);
        using WorkerPool five = new(5);
        NetworkCase.All.Sample(
            entry =>
            {
                Network reference = entry.Network(entry.Weights(), one, bits: 32);
                double loss = reference.LossAndGradients(entry.Batch());
                foreach (WorkerPool pool in new[] { one, two, five })
                {
                    foreach (int bits in Numbers.AllBits)
                    {
                        Network network = entry.Network(entry.Weights(), pool, bits);
                        double found = network.LossAndGradients(entry.Batch());
                        Assert.Equal(BitConverter.DoubleToInt64Bits(loss), BitConverter.DoubleToInt64Bits(found));
                        string where = $"gradients: {bits} bits, {pool.Threads} threads";
                        Numbers.SameBits(reference.Gradients.Buffer.Span, network.Gradients.Buffer.Span, where);
                    }
                }
            },
            iter: 10,
            threads: 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void A_training_run_has_the_bits_recorded_for_it(int threads)
    {
        NetworkCase entry = new(new NetworkShape(9, 2, [40, 7], 11), Windows: 40, Steps: 6, ScoreFrom: 2, OutcomesPerTarget: 2, Seed: 7);

        // Recorded at 512 bits. It changes only with the definition of the arithmetic, never with the machine.
        Assert.Equal("3FFDABA974122CE2 0771ADCE701E0CB4", DigestOfTraining(entry, threads, clip: 0, decay: 0));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void A_training_run_of_everything_but_evidence_has_the_bits_recorded_for_it(int threads) =>
        Assert.Equal("400491B4361526DA 6B20344DA9D2AFE4", DigestOfTraining(NetworkCase.WithoutEvidence, threads, clip: 0.1, decay: 0.2));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void A_training_run_of_everything_at_once_has_the_bits_recorded_for_it(int threads) =>
        Assert.Equal("40043E8474BA7396 54A1D7B5A301A19B", DigestOfTraining(NetworkCase.Everything, threads, clip: 0.1, decay: 0.2));

    [Fact]
    public void Stepping_gives_the_bits_of_the_window_as_a_whole() =>
        NetworkCase.All.Sample(
            entry =>
            {
                entry = entry with { Windows = Math.Min(entry.Windows, 8), ScoreFrom = 0, RowScale = 1 };
                Parameters weights = entry.Weights();
                WindowBatch batch = entry.Batch();
                using WorkerPool pool = new(1);
                float[] expected = entry.Network(weights, pool).Logits(batch);
                foreach (int bits in Numbers.AllBits)
                {
                    NetworkStepper stepper = new(new PackedWeights(weights, forTraining: false, pool, bits), entry.Windows);
                    float[] found = new float[expected.Length];
                    for (int t = 0; t < entry.Steps; t++)
                    {
                        stepper.Advance(batch.RowsAt(t, 0, entry.Windows));
                        stepper.Predict([.. Enumerable.Range(0, entry.Windows)], batch.EvidenceAt(t, 0, entry.Windows));
                        for (int window = 0; window < entry.Windows; window++)
                        {
                            int outputs = entry.Shape.Outputs;
                            stepper.Logits(window).CopyTo(found.AsSpan(((t * entry.Windows) + window) * outputs));
                        }
                    }

                    Numbers.SameBits(expected, found, $"logits at {bits} bits");
                }
            },
            iter: 20);

    /// <summary>The bits of the last loss and a digest of the weights after five steps.</summary>
    private static string DigestOfTraining(NetworkCase entry, int threads, double clip, double decay)
    {
        Parameters weights = entry.Weights(scale: 0.3);
        using WorkerPool pool = new(threads);
        Network network = entry.Network(weights, pool);
        AdamOptimizer optimizer = new(weights);
        double loss = 0;
        for (int step = 0; step < 5; step++)
        {
            loss = network.LossAndGradients((entry with { Seed = step }).Batch());
            optimizer.Step(network.Gradients, 0.01, pool, clip, decay);
            network.WeightsChanged();
        }

        return $"{BitConverter.DoubleToUInt64Bits(loss):X16} {Digest(weights):X16}";
    }

    /// <summary>FNV-1a over the bits of all weights.</summary>
    private static ulong Digest(Parameters parameters)
    {
        ulong digest = 14695981039346656037;
        foreach (float value in parameters.Buffer.Span)
        {
            digest = unchecked((digest ^ BitConverter.SingleToUInt32Bits(value)) * 1099511628211);
        }

        return digest;
    }
}
