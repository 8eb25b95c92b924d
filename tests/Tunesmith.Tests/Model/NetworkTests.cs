using CsCheck;
using Tunesmith.Compute;
using Tunesmith.Model;
using Tunesmith.Tests.Compute;
using Tunesmith.Training;

namespace Tunesmith.Tests.Model;

/// <summary>What holds of every network while it trains. Not beside other tests: it counts what the process allocates.</summary>
[Collection(nameof(NotBesideOthers))]
public sealed class NetworkTests
{
    private static readonly NetworkShape Shape = new(6, 2, [5, 33], 4) { Skip = true, Copies = 1, EvidenceRows = 7 };

    private static readonly NetworkCase Example =
        new(Shape, Windows: 20, Steps: 4, ScoreFrom: 1, OutcomesPerTarget: 2, Seed: 1)
        {
            OptionalOutcomes = 1,
            EvidencePerOutcome = 2,
            OutputDropout = 0.5f,
        };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_training_step_and_a_score_allocate_nothing(int threads)
    {
        Parameters weights = Example.Weights();
        WindowBatch batch = Example.Batch();
        using WorkerPool pool = new(threads);
        Network network = Example.Network(weights, pool);
        AdamOptimizer optimizer = new(weights);
        void Step()
        {
            network.LossAndGradients(batch);
            optimizer.Step(network.Gradients, 0.001, pool, clip: 1, decay: 0.1);
            network.WeightsChanged();
            network.Score(batch);
        }

        Step();
        Assert.Equal(0, NotBesideOthers.LeastAllocated(() =>
        {
            for (int step = 0; step < 20; step++)
            {
                Step();
            }
        }));
    }

    [Fact]
    public void A_step_of_the_stepper_allocates_nothing()
    {
        using WorkerPool pool = new(1);
        NetworkStepper stepper = new(new PackedWeights(Example.Weights(), forTraining: false, pool, VectorWidth.Bits));
        int[] rows = [1, -1];
        int[] streams = [0];
        int[] evidence = [3, -1];
        stepper.Advance(rows);
        stepper.Predict(streams, evidence);
        Assert.Equal(0, NotBesideOthers.LeastAllocated(() =>
        {
            for (int step = 0; step < 100; step++)
            {
                stepper.Advance(rows);
                stepper.Predict(streams, evidence);
            }
        }));
    }

    [Fact]
    public void A_stream_predicts_from_the_rows_it_heard_last_whatever_other_streams_heard_since()
    {
        using WorkerPool pool = new(1);
        PackedWeights weights = new(Example.Weights(), forTraining: false, pool, VectorWidth.Bits);
        float[] After(params int[][] steps)
        {
            NetworkStepper alone = new(weights);
            foreach (int[] step in steps)
            {
                alone.Advance(step);
            }

            alone.Predict([0]);
            return alone.Logits(0).ToArray();
        }

        NetworkStepper stepper = new(weights, streams: 3);
        stepper.Advance([0, 1, 2, 3, 4, 5]);
        stepper.Advance([5, -1]);
        stepper.Predict([2, 0]);
        Numbers.SameBits(After([4, 5]), stepper.Logits(0), "the stream that heard no more");
        Numbers.SameBits(After([0, 1], [5, -1]), stepper.Logits(1), "the stream that heard two steps");
        stepper.Reset(1);
        stepper.Predict([1]);
        Numbers.SameBits(After(), stepper.Logits(0), "the stream that forgot");
    }

    [Fact]
    public void Padding_stays_zero_while_training() =>
        NetworkCase.All.Sample(
            entry =>
            {
                Parameters weights = entry.Weights();
                using WorkerPool pool = new(2);
                Network network = entry.Network(weights, pool);
                AdamOptimizer optimizer = new(weights);
                for (int step = 0; step < 3; step++)
                {
                    network.LossAndGradients(entry.Batch());
                    optimizer.Step(network.Gradients, 0.1, pool, clip: 1, decay: 0.1);
                    network.WeightsChanged();
                }

                foreach (Parameters each in new[] { weights, network.Gradients, optimizer.Mean, optimizer.Square })
                {
                    Assert.Equal(0, PaddingOf(each));
                }
            },
            iter: 10);

    [Fact]
    public void Training_on_one_batch_brings_its_loss_down()
    {
        // One outcome a target and none absent: a loss that can come near to 0.
        NetworkCase entry = Example with
        {
            OutcomesPerTarget = 1,
            OptionalOutcomes = 0,
            EvidencePerOutcome = 0,
            OutputDropout = 0,
            Windows = 3,
        };
        Parameters weights = entry.Weights(scale: 0.2);
        WindowBatch batch = entry.Batch();
        using WorkerPool pool = new(2);
        Network network = entry.Network(weights, pool);
        AdamOptimizer optimizer = new(weights);
        double first = network.LossAndGradients(batch);
        for (int step = 0; step < 200; step++)
        {
            network.LossAndGradients(batch);
            optimizer.Step(network.Gradients, 0.02, pool);
            network.WeightsChanged();
        }

        Assert.InRange(network.Score(batch).Loss, 0, first / 3);
    }

    [Fact]
    public void A_target_of_no_outcomes_counts_as_outcome_0_for_accuracy_and_costs_nothing()
    {
        NetworkCase entry = new(new NetworkShape(1, 1, [3], 3), Windows: 2, Steps: 1, ScoreFrom: 0, OutcomesPerTarget: 2, Seed: 1);
        using WorkerPool pool = new(1);
        Parameters weights = new(entry.Shape);
        WindowBatch batch = new(2, 1, 1, 0, 2);
        batch.Outcomes[0] = 1;
        batch.Outcomes[1] = 2;
        batch.Weights.AsSpan().Fill(1);

        // The first target is 1 or 2, the second none.
        foreach ((int likeliest, double accuracy) in new[] { (0, 0.5), (1, 0.5), (2, 0.5) })
        {
            float[] bias = new float[3];
            bias[likeliest] = 50;
            weights.Set("out.bo", bias);
            (double loss, double found) = entry.Network(weights, pool).Score(batch);
            Assert.Equal(accuracy, found);
            Assert.Equal(likeliest == 0 ? (50 - Math.Log(2)) / 2 : 0, loss, tolerance: 1e-5);
        }

        // Where all are as likely, the first is taken: it hits the second target only.
        weights.Set("out.bo", [0, 0, 0]);
        Assert.Equal(0.5, entry.Network(weights, pool).Score(batch).Accuracy);
        batch.Outcomes[2] = 1;
        Assert.Equal(0, entry.Network(weights, pool).Score(batch).Accuracy);

        // A target of weight 0 is not there; how much the others weigh makes no difference.
        batch.Outcomes[2] = -1;
        batch.Weights[1] = 0;
        Assert.Equal(0, entry.Network(weights, pool).Score(batch).Accuracy);
        (batch.Weights[0], batch.Weights[1]) = (0, 0.25f);
        Assert.Equal(1, entry.Network(weights, pool).Score(batch).Accuracy);
    }

    [Fact]
    public void The_likeliest_token_is_found_with_what_points_to_it()
    {
        // Token 0 is likelier than token 1, but not than token 1 with one outcome that points to it.
        NetworkCase entry = new(new NetworkShape(1, 1, [3], 4), Windows: 1, Steps: 1, ScoreFrom: 0, OutcomesPerTarget: 3, Seed: 1);
        using WorkerPool pool = new(1);
        Parameters weights = new(entry.Shape);
        weights.Set("out.bo", [0.4f, 0, 0, 0]);
        WindowBatch batch = new(1, 1, 1, 0, 3, optionalOutcomes: 2);
        batch.Weights[0] = 1;
        batch.Outcomes[0] = 1;
        (int[], double)[] cases = [([1, 1], 1), ([1, -1], 1), ([1, 0], 0), ([-1, 1], 1), ([-1, -1], 0)];
        foreach ((int[] pointsTo, double accuracy) in cases)
        {
            pointsTo.CopyTo(batch.PointsTo, 0);
            Assert.Equal(accuracy, entry.Network(weights, pool).Score(batch).Accuracy);
        }
    }

    [Fact]
    public void The_stepper_gives_the_probabilities_of_tokens_that_score_adds_up()
    {
        NetworkCase entry = Example with
        {
            Shape = Example.Shape with { Copies = 2 },
            Windows = 1,
            Steps = 1,
            ScoreFrom = 0,
            OutcomesPerTarget = 3,
            OptionalOutcomes = 2,
        };
        Parameters weights = entry.Weights();
        WindowBatch batch = entry.Batch();
        ((int[])[1, 1]).CopyTo(batch.PointsTo, 0);
        ((int[])[1, 2, 3]).CopyTo(batch.Outcomes, 0);
        using WorkerPool pool = new(1);
        NetworkStepper stepper = new(new PackedWeights(weights, forTraining: false, pool, VectorWidth.Bits));
        stepper.Advance(batch.Rows);
        stepper.Predict([0], batch.Evidence);
        float[] probabilities = stepper.Probabilities(0, batch.PointsTo).ToArray();
        Assert.Equal(2, probabilities.Length);
        Assert.Equal(1, probabilities.Sum(), tolerance: 1e-6f);
        Assert.Equal(entry.Network(weights, pool).Score(batch).Loss, -Math.Log(probabilities[1]), tolerance: 1e-6);
    }

    [Fact]
    public void Bad_batches_are_refused()
    {
        using WorkerPool pool = new(2);
        Network network = Example.Network(Example.Weights(), pool);
        WindowBatch weightless = new(2, 4, 2, 1, 2);
        Assert.Throws<ArgumentException>(() => network.LossAndGradients(weightless));
        Assert.Throws<ArgumentException>(() => network.LossAndGradients((Example with { Windows = 25 }).Batch()));
        Assert.Throws<ArgumentException>(() => network.LossAndGradients((Example with { Steps = 5, ScoreFrom = 2 }).Batch()));
        Assert.Throws<ArgumentException>(() => network.LossAndGradients((Example with { ScoreFrom = 0 }).Batch()));

        WindowBatch beyond = Example.Batch();
        beyond.Rows[^1] = 6;
        Assert.Throws<ArgumentOutOfRangeException>(() => network.LossAndGradients(beyond));
        beyond = Example.Batch();
        beyond.Outcomes[^1] = 4;
        Assert.Throws<ArgumentOutOfRangeException>(() => network.LossAndGradients(beyond));

        beyond = Example.Batch();
        beyond.Evidence[^1] = 7;
        Assert.Throws<ArgumentOutOfRangeException>(() => network.LossAndGradients(beyond));
        Assert.Throws<ArgumentException>(() => new Parameters(Example.Shape with { Copies = 0 }));

        beyond = (Example with { OptionalOutcomes = 2 }).Batch();
        beyond.PointsTo[^1] = 2;
        Assert.Throws<ArgumentOutOfRangeException>(() => network.LossAndGradients(beyond));
        Assert.Throws<ArgumentException>(() => network.LossAndGradients((Example with { OptionalOutcomes = 4 }).Batch()));

        // And none of it spoils what comes after.
        network.LossAndGradients(Example.Batch());
    }

    [Theory]
    [InlineData(0, 1, 1, 0, 1, 0)]
    [InlineData(1, 0, 1, 0, 1, 0)]
    [InlineData(1, 1, 0, 0, 1, 0)]
    [InlineData(1, 1, 1, 1, 1, 0)]
    [InlineData(1, 1, 1, -1, 1, 0)]
    [InlineData(1, 1, 1, 0, 0, 0)]
    [InlineData(1, 1, 1, 0, 1, -1)]
    public void A_batch_of_impossible_size_is_refused(int windows, int steps, int rowsPerStep, int scoreFrom, int outcomes, int optional) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new WindowBatch(windows, steps, rowsPerStep, scoreFrom, outcomes, optional));

    /// <summary>How many floats between the parts of the tensors are not 0.</summary>
    private static int PaddingOf(Parameters parameters)
    {
        Parameters copy = new(parameters.Shape);
        foreach (string name in parameters.Names)
        {
            copy.Set(name, parameters.Get(name));
        }

        int different = 0;
        for (int index = 0; index < copy.Buffer.Length; index++)
        {
            different += copy.Buffer.Span[index] == parameters.Buffer.Span[index] ? 0 : 1;
        }

        return different;
    }
}
