using TorchSharp.Modules;
using Tunesmith.Bench;
using Tunesmith.Model;
using static TorchSharp.torch;

namespace Tunesmith.Peers.Jobs;

/// <summary>The lab's network as a .NET developer would write it with TorchSharp: LSTM layers, then a linear layer.</summary>
internal sealed class TorchMelodyNetwork : nn.Module
{
    private readonly int _layers;

    /// <summary>Makes a network that begins with our weights.</summary>
    public TorchMelodyNetwork(Parameters weights)
        : base(nameof(TorchMelodyNetwork))
    {
        _layers = weights.Shape.Hidden.Count;
        int hidden = weights.Shape.Hidden[0];
        Lstm = nn.LSTM(TrainingJob.Vocabulary, hidden, _layers, batchFirst: true);
        Output = nn.Linear(hidden, TrainingJob.Vocabulary);
        RegisterComponents();
        Copy(weights);
    }

    /// <summary>The LSTM layers; input (B, T, 78), output (B, T, H).</summary>
    public LSTM Lstm { get; }

    /// <summary>The layer that gives logits.</summary>
    public Linear Output { get; }

    /// <summary>A parameter of the LSTM by the name that PyTorch gives it, such as <c>weight_hh_l0</c>.</summary>
    public Parameter LstmParameter(string name) => Lstm.named_parameters().First(entry => entry.name == name).parameter;

    /// <summary>
    /// Both engines order gates input, forget, candidate, output. PyTorch's matrices are the transposes of ours, and it has two biases,
    /// which it adds: ours, and zeros.
    /// </summary>
    private void Copy(Parameters weights)
    {
        using IDisposable scope = NewDisposeScope();
        using IDisposable noGradient = no_grad();
        for (int layer = 0; layer < _layers; layer++)
        {
            LstmParameter($"weight_ih_l{layer}").copy_(Get($"layer{layer}.Wx").t());
            LstmParameter($"weight_hh_l{layer}").copy_(Get($"layer{layer}.Wh").t());
            LstmParameter($"bias_ih_l{layer}").copy_(Get($"layer{layer}.b"));
            LstmParameter($"bias_hh_l{layer}").zero_();
        }

        Output.weight.copy_(Get("out.Wo").t());
        Output.bias!.copy_(Get("out.bo"));

        Tensor Get(string name) => tensor(weights.Get(name), [.. weights.ShapeOf(name).Select(size => (long)size)]);
    }
}
