using TorchSharp;
using Tunesmith.Bench;
using Tunesmith.Model;
using static TorchSharp.torch;

namespace Tunesmith.Peers.Jobs;

/// <summary>
/// TorchSharp at a training job: one-hot input, cross-entropy, Adam. Its batches stand ready as one-hot tensors, so that a step is the
/// network's and the optimizer's work alone.
/// </summary>
internal sealed class TorchTraining : IDisposable
{
    private readonly TrainingJob _job;
    private readonly TorchMelodyNetwork _network;
    private readonly optim.Optimizer _optimizer;
    private readonly (Tensor Input, Tensor Target)[] _batches;
    private int _steps;

    /// <summary>Makes everything ready.</summary>
    /// <param name="job">What to train.</param>
    /// <param name="batches">The batches, used in turn.</param>
    /// <param name="weights">The weights to begin with.</param>
    public TorchTraining(TrainingJob job, WindowBatch[] batches, Parameters weights)
    {
        _job = job;
        _network = new TorchMelodyNetwork(weights);
        _optimizer = optim.Adam(_network.parameters(), lr: 0.001);
        _batches = Array.ConvertAll(batches, Convert);
    }

    /// <summary>One step: loss, gradient, update. Returns the loss before the update, in nats.</summary>
    public double Step()
    {
        using IDisposable scope = NewDisposeScope();
        (Tensor input, Tensor target) = _batches[_steps++ % _batches.Length];
        _optimizer.zero_grad();
        (Tensor hidden, _, _) = _network.Lstm.forward(input);
        Tensor scored = _job.EveryStep ? hidden.reshape(-1, hidden.shape[2]) : hidden.select(1, _job.Window - 1);
        Tensor loss = nn.functional.cross_entropy(_network.Output.forward(scored), target);
        loss.backward();
        _optimizer.step();
        return loss.item<float>();
    }

    /// <summary>The last step's gradient of Wh of the lowest layer, in our order: (H, 4H).</summary>
    public float[] RecurrentGradient()
    {
        using IDisposable scope = NewDisposeScope();
        return [.. _network.LstmParameter("weight_hh_l0").grad!.t().contiguous().data<float>()];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach ((Tensor input, Tensor target) in _batches)
        {
            input.Dispose();
            target.Dispose();
        }

        _optimizer.Dispose();
        _network.Dispose();
    }

    /// <summary>From (T, B) row numbers and outcomes to (B, T, 78) ones and zeros and (B) or (B T) tokens.</summary>
    private (Tensor Input, Tensor Target) Convert(WindowBatch batch)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor rows = tensor(batch.Rows, [batch.Steps, batch.Windows], ScalarType.Int64).t();
        Tensor input = nn.functional.one_hot(rows, TrainingJob.Vocabulary).to(ScalarType.Float32).contiguous();
        Tensor target = tensor(batch.Outcomes, [batch.Steps - batch.ScoreFrom, batch.Windows], ScalarType.Int64).t().reshape(-1);
        return (input.MoveToOuterDisposeScope(), target.MoveToOuterDisposeScope());
    }
}
