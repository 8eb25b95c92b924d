using Tunesmith.Compute;

namespace Tunesmith.Model;

/// <summary>
/// The weights of a network, or as many numbers of another kind (gradients, moments): tensors by name, as model files call them.
/// <code>
/// layerN.Wx (inputs, 4H)   layerN.Wh (H, 4H)   layerN.b (4H)   out.Wo (H, outputs)   out.bo (outputs)
/// out.Ws (inputs, outputs), where the input rows feed the logits too
/// out.e (evidence rows), where copies have evidence
/// </code>
/// Columns of 4H are in the order input, forget, candidate, output.
/// </summary>
public sealed class Parameters
{
    /// <summary>Makes zeros for a network.</summary>
    /// <exception cref="ArgumentException">A size of the network is out of range.</exception>
    public Parameters(NetworkShape shape)
        : this(new ParameterLayout(shape))
    {
    }

    internal Parameters(ParameterLayout layout)
    {
        Layout = layout;
        Buffer = new FloatBuffer(layout.Length);
    }

    /// <summary>The sizes of the network.</summary>
    public NetworkShape Shape => Layout.Shape;

    /// <summary>The names of the tensors, in their order.</summary>
    public IEnumerable<string> Names => Layout.Slots.Select(slot => slot.Name);

    internal ParameterLayout Layout { get; }

    internal FloatBuffer Buffer { get; }

    /// <summary>A tensor's shape.</summary>
    /// <exception cref="KeyNotFoundException">There is no tensor of that name.</exception>
    public IReadOnlyList<int> ShapeOf(string name) => Slot(name).Dimensions;

    /// <summary>A copy of a tensor, in row-major order.</summary>
    /// <exception cref="KeyNotFoundException">There is no tensor of that name.</exception>
    public float[] Get(string name)
    {
        ParameterSlot slot = Slot(name);
        float[] values = new float[slot.Count];
        slot.Read(Buffer, values);
        return values;
    }

    /// <summary>Replaces a tensor.</summary>
    /// <param name="name">Which.</param>
    /// <param name="values">As many as its shape says, in row-major order.</param>
    /// <exception cref="KeyNotFoundException">There is no tensor of that name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are more or fewer values than the shape says.</exception>
    public void Set(string name, ReadOnlySpan<float> values) => Slot(name).Write(Buffer, values);

    /// <summary>Copies every tensor to others of the same shape.</summary>
    internal void CopyTo(Parameters destination) => Buffer.Span.CopyTo(destination.Buffer.Span);

    /// <summary>A copy that further changes do not reach.</summary>
    internal Parameters Clone()
    {
        Parameters copy = new(Layout);
        CopyTo(copy);
        return copy;
    }

    private ParameterSlot Slot(string name) =>
        Layout.Slots.FirstOrDefault(slot => slot.Name == name)
        ?? throw new KeyNotFoundException($"There is no tensor '{name}'; there are {string.Join(", ", Names)}.");
}
