using Tunesmith.Compute;

namespace Tunesmith.Model;

/// <summary>
/// The matrices of a network as the product wants them, made anew whenever the weights change. The input table of the lowest layer is
/// read as it stands, for its product is a gather.
/// </summary>
internal sealed class PackedWeights
{
    private readonly List<Packing> _packings = [];
    private readonly List<(Packing Packing, int Panel)> _panels = [];
    private readonly Action<int, int> _packPanel;

    /// <summary>Packs the weights.</summary>
    /// <param name="parameters">The weights; kept, and read again by <see cref="Repack"/>.</param>
    /// <param name="forTraining">Whether the transposed matrices that gradients need are wanted too.</param>
    /// <param name="pool">The threads that pack.</param>
    /// <param name="bits">The vector width to use.</param>
    public PackedWeights(Parameters parameters, bool forTraining, WorkerPool pool, int bits)
    {
        Parameters = parameters;
        Bits = bits;
        ParameterLayout layout = parameters.Layout;
        Layers = new LayerWeights[layout.Layers.Count];
        for (int index = 0; index < Layers.Length; index++)
        {
            LayerSlots slots = layout.Layers[index];
            Layers[index] = new LayerWeights(
                index == 0 ? null : Add(slots.InputWeights, transposed: false),
                index == 0 || !forTraining ? null : Add(slots.InputWeights, transposed: true),
                Add(slots.RecurrentWeights, transposed: false),
                forTraining ? Add(slots.RecurrentWeights, transposed: true) : null);
        }

        Output = Add(layout.OutputWeights, transposed: false);
        OutputTransposed = forTraining ? Add(layout.OutputWeights, transposed: true) : null;
        _panels.AddRange(_packings.SelectMany(packing => Enumerable.Range(0, packing.Matrix.PanelCount).Select(panel => (packing, panel))));
        _packPanel = (_, index) => _panels[index].Packing.Pack(Parameters, _panels[index].Panel);
        Repack(pool);
    }

    /// <summary>The weights as they stand.</summary>
    public Parameters Parameters { get; }

    /// <summary>The vector width they are packed for.</summary>
    public int Bits { get; }

    /// <summary>Each layer's matrices.</summary>
    public LayerWeights[] Layers { get; }

    /// <summary>Wo.</summary>
    public PackedMatrix Output { get; }

    /// <summary>Wo transposed; null where only composing is wanted.</summary>
    public PackedMatrix? OutputTransposed { get; }

    /// <summary>Packs the weights again, after they have changed.</summary>
    public void Repack(WorkerPool pool) => pool.Run(_panels.Count, _packPanel);

    private PackedMatrix Add(ParameterSlot slot, bool transposed)
    {
        PackedMatrix matrix = transposed ? new PackedMatrix(slot.Stride, slot.Rows, Bits) : new PackedMatrix(slot.Rows, slot.Stride, Bits);
        _packings.Add(new Packing(matrix, slot, transposed));
        return matrix;
    }

    private sealed record Packing(PackedMatrix Matrix, ParameterSlot Slot, bool Transposed)
    {
        public void Pack(Parameters parameters, int panel)
        {
            ReadOnlySpan<float> source = Slot.In(parameters.Buffer);
            if (Transposed)
            {
                Matrix.PackPanel(panel, source, Slot.Rows, depthStride: 1, columnStride: Slot.Stride);
            }
            else
            {
                Matrix.PackPanel(panel, source, Slot.Stride, depthStride: Slot.Stride, columnStride: 1);
            }
        }
    }
}

/// <summary>One layer's packed matrices; those transposed are null where only composing is wanted.</summary>
/// <param name="Input">Wx; null in the lowest layer.</param>
/// <param name="InputTransposed">Wx transposed.</param>
/// <param name="Recurrent">Wh.</param>
/// <param name="RecurrentTransposed">Wh transposed.</param>
internal sealed record LayerWeights(
    PackedMatrix? Input, PackedMatrix? InputTransposed, PackedMatrix Recurrent, PackedMatrix? RecurrentTransposed);
