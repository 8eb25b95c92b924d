using TorchSharp;
using Tunesmith.Bench;
using Tunesmith.Model;
using static TorchSharp.torch;

namespace Tunesmith.Peers.Jobs;

/// <summary>TorchSharp at composing: one-hot input, LSTM, linear layer, softmax, and a draw from it; no gradients.</summary>
internal sealed class TorchComposing : IDisposable
{
    private readonly TorchMelodyNetwork _network;
    private readonly Tensor _primer;

    /// <summary>Makes the network.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="primerToken">The token of which the primer is made.</param>
    /// <param name="primerSteps">How long the primer is.</param>
    /// <param name="songs">How many songs are composed side by side.</param>
    public TorchComposing(Parameters weights, int primerToken, int primerSteps, int songs)
    {
        _network = new TorchMelodyNetwork(weights);
        _network.eval();
        using IDisposable scope = NewDisposeScope();
        _primer = OneHot(full(songs, primerSteps, primerToken, ScalarType.Int64)).MoveToOuterDisposeScope();
    }

    /// <summary>What is predicted to follow the primer.</summary>
    public float[] FirstPrediction()
    {
        using IDisposable scope = NewDisposeScope();
        using IDisposable noGradient = no_grad();
        (Tensor hidden, _, _) = _network.Lstm.forward(_primer);
        return [.. Predict(hidden).data<float>()];
    }

    /// <summary>
    /// Composes some steps, the network's state carried on from one to the next. Returns the tokens, song after song at each step.
    /// </summary>
    public List<long> ComposeStream(int steps)
    {
        using IDisposable scope = NewDisposeScope();
        using IDisposable noGradient = no_grad();
        List<long> tokens = [];
        (Tensor hidden, Tensor h, Tensor c) = _network.Lstm.forward(_primer);
        for (int step = 0; step < steps; step++)
        {
            using DisposeScope inner = NewDisposeScope();
            Tensor token = multinomial(Predict(hidden), 1);
            tokens.AddRange(token.data<long>());
            (Tensor nextHidden, Tensor nextH, Tensor nextC) = _network.Lstm.forward(OneHot(token), (h, c));
            hidden.Dispose();
            h.Dispose();
            c.Dispose();
            (hidden, h, c) = (nextHidden.MoveToOuterDisposeScope(), nextH.MoveToOuterDisposeScope(), nextC.MoveToOuterDisposeScope());
        }

        return tokens;
    }

    /// <summary>Composes some steps, each from nothing but the last window.</summary>
    public List<long> ComposeWindow(int steps)
    {
        using IDisposable scope = NewDisposeScope();
        using IDisposable noGradient = no_grad();
        List<long> tokens = [];
        Tensor window = _primer.alias();
        for (int step = 0; step < steps; step++)
        {
            using DisposeScope inner = NewDisposeScope();
            (Tensor hidden, _, _) = _network.Lstm.forward(window);
            Tensor token = multinomial(Predict(hidden), 1);
            tokens.AddRange(token.data<long>());
            Tensor next = cat([window.narrow(1, 1, window.shape[1] - 1), OneHot(token)], 1);
            window.Dispose();
            window = next.MoveToOuterDisposeScope();
        }

        return tokens;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _primer.Dispose();
        _network.Dispose();
    }

    /// <summary>(songs, T) tokens to (songs, T, 78) ones and zeros.</summary>
    private static Tensor OneHot(Tensor tokens) => nn.functional.one_hot(tokens, TrainingJob.Vocabulary).to(ScalarType.Float32);

    /// <summary>The distribution after the last step of (songs, T, H).</summary>
    private Tensor Predict(Tensor hidden) => nn.functional.softmax(_network.Output.forward(hidden.select(1, hidden.shape[1] - 1)), 1);
}
