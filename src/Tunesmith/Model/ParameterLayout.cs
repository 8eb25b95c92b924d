using Tunesmith.Compute;

namespace Tunesmith.Model;

/// <summary>
/// Where each tensor of a network stands in one buffer of floats. Rows are padded so that every kernel runs over whole vectors: a
/// row of gates holds four parts, each padded by itself.
/// </summary>
internal sealed class ParameterLayout
{
    /// <summary>Lays out the tensors of a network.</summary>
    public ParameterLayout(NetworkShape shape)
    {
        shape.Validate();
        Shape = shape;
        List<ParameterSlot> slots = [];
        int offset = 0;
        ParameterSlot Next(string name, int[] dimensions, int rows, int parts, int partWidth)
        {
            ParameterSlot slot = new(name, dimensions, rows, parts, partWidth, offset);
            offset = checked(offset + slot.Length);
            slots.Add(slot);
            return slot;
        }

        int below = shape.InputRows;
        List<LayerSlots> layers = [];
        for (int layer = 0; layer < shape.Hidden.Count; layer++)
        {
            int hidden = shape.Hidden[layer];
            layers.Add(new LayerSlots(
                Next($"layer{layer}.Wx", [below, 4 * hidden], below, 4, hidden),
                Next($"layer{layer}.Wh", [hidden, 4 * hidden], hidden, 4, hidden),
                Next($"layer{layer}.b", [4 * hidden], 1, 4, hidden)));
            below = hidden;
        }

        Layers = layers;
        OutputWeights = Next("out.Wo", [below, shape.Outputs], below, 1, shape.Outputs);
        OutputBias = Next("out.bo", [shape.Outputs], 1, 1, shape.Outputs);
        SkipWeights = shape.Skip ? Next("out.Ws", [shape.InputRows, shape.Outputs], shape.InputRows, 1, shape.Outputs) : null;
        EvidenceScores = shape.EvidenceRows > 0 ? Next("out.e", [shape.EvidenceRows], 1, 1, shape.EvidenceRows) : null;
        Slots = slots;
        Length = offset;
    }

    /// <summary>The sizes of the network.</summary>
    public NetworkShape Shape { get; }

    /// <summary>Every tensor, in the order of the buffer.</summary>
    public IReadOnlyList<ParameterSlot> Slots { get; }

    /// <summary>The tensors of each layer.</summary>
    public IReadOnlyList<LayerSlots> Layers { get; }

    /// <summary>Wo: (H, outputs).</summary>
    public ParameterSlot OutputWeights { get; }

    /// <summary>bo: (outputs).</summary>
    public ParameterSlot OutputBias { get; }

    /// <summary>Ws: (input rows, outputs); null where no row feeds the logits.</summary>
    public ParameterSlot? SkipWeights { get; }

    /// <summary>e: (evidence rows); null where there is no evidence.</summary>
    public ParameterSlot? EvidenceScores { get; }

    /// <summary>Floats in the buffer; a multiple of 32.</summary>
    public int Length { get; }
}

/// <summary>The tensors of one layer.</summary>
/// <param name="InputWeights">Wx: (rows below, 4H).</param>
/// <param name="RecurrentWeights">Wh: (H, 4H).</param>
/// <param name="Bias">b: (4H).</param>
internal sealed record LayerSlots(ParameterSlot InputWeights, ParameterSlot RecurrentWeights, ParameterSlot Bias);

/// <summary>Where one tensor stands in the buffer.</summary>
/// <param name="Name">Its name in model files.</param>
/// <param name="Dimensions">Its shape without padding.</param>
/// <param name="Rows">How many rows it has; 1 for a vector.</param>
/// <param name="Parts">How many parts a row has: 4 for gates, 1 for outputs.</param>
/// <param name="PartWidth">Floats in a part, without padding.</param>
/// <param name="Offset">Where it starts in the buffer.</param>
internal sealed record ParameterSlot(string Name, int[] Dimensions, int Rows, int Parts, int PartWidth, int Offset)
{
    /// <summary>Floats from a part to the next.</summary>
    public int PaddedPartWidth { get; } = VectorWidth.Pad(PartWidth);

    /// <summary>Floats from a row to the next.</summary>
    public int Stride => Parts * PaddedPartWidth;

    /// <summary>Floats in the buffer.</summary>
    public int Length => checked(Rows * Stride);

    /// <summary>Floats without padding.</summary>
    public int Count => checked(Rows * Parts * PartWidth);

    /// <summary>The tensor's floats of a buffer that has this layout, with padding.</summary>
    public Span<float> In(FloatBuffer buffer) => buffer.Slice(Offset, Length);

    /// <summary>Copies the tensor out of a buffer, without padding, in row-major order.</summary>
    public void Read(FloatBuffer buffer, Span<float> destination) => Copy(In(buffer), destination, toBuffer: false);

    /// <summary>Copies the tensor into a buffer, from row-major order without padding.</summary>
    public void Write(FloatBuffer buffer, ReadOnlySpan<float> source)
    {
        float[] copy = source.ToArray();
        Copy(In(buffer), copy, toBuffer: true);
    }

    private void Copy(Span<float> padded, Span<float> plain, bool toBuffer)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(plain.Length, Count);
        for (int part = 0; part < Rows * Parts; part++)
        {
            Span<float> outer = padded.Slice(part * PaddedPartWidth, PartWidth);
            Span<float> inner = plain.Slice(part * PartWidth, PartWidth);
            if (toBuffer)
            {
                inner.CopyTo(outer);
            }
            else
            {
                outer.CopyTo(inner);
            }
        }
    }
}
