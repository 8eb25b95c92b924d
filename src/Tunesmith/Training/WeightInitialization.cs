using Tunesmith.Compute;
using Tunesmith.Model;

namespace Tunesmith.Training;

/// <summary>
/// The weights of an untrained network. Each bias of a layer is 0, and 1 for the forget gate; numbers are drawn in the order of the
/// tensors, row after row. Ws and e, which the lab does not have, are 0: what the rows say directly is learned from nothing.
/// </summary>
/// <remarks>
/// <see cref="InitialWeights.Lab"/>, as the lab's library drew them: each layer's (inputs + H, 4H) kernel <c>U(-a, a)</c> with
/// <c>a = sqrt(6 / (inputs + H + 4H))</c>, which is Glorot's range; Wo and bo from N(0, 1). <see cref="InitialWeights.Small"/>: Wx, Wh and
/// Wo each over its own range, <c>a = sqrt(6 / (inputs + outputs))</c>, where the inputs of the lowest Wx are the rows that a step has
/// active and not all that there are; bo is 0.
/// </remarks>
internal static class WeightInitialization
{
    /// <summary>Draws all weights.</summary>
    public static void Fill(Parameters parameters, RandomSource random, InitialWeights kind = InitialWeights.Lab)
    {
        ParameterLayout layout = parameters.Layout;
        bool isSmall = kind == InitialWeights.Small;
        int below = isSmall ? layout.Shape.RowsPerStep : layout.Shape.InputRows;
        for (int layer = 0; layer < layout.Layers.Count; layer++)
        {
            int hidden = layout.Shape.Hidden[layer];
            LayerSlots slots = layout.Layers[layer];
            DrawUniform(parameters, slots.InputWeights, random, isSmall ? below + (4 * hidden) : below + (5 * hidden));
            DrawUniform(parameters, slots.RecurrentWeights, random, isSmall ? 5 * hidden : below + (5 * hidden));
            float[] bias = new float[4 * hidden];
            bias.AsSpan(hidden, hidden).Fill(1);
            slots.Bias.Write(parameters.Buffer, bias);
            below = hidden;
        }

        if (isSmall)
        {
            DrawUniform(parameters, layout.OutputWeights, random, below + layout.Shape.Outputs);
            layout.OutputBias.In(parameters.Buffer).Clear();
        }
        else
        {
            Draw(parameters, layout.OutputWeights, random.NextGaussian);
            Draw(parameters, layout.OutputBias, random.NextGaussian);
        }

        layout.SkipWeights?.In(parameters.Buffer).Clear();
        layout.EvidenceScores?.In(parameters.Buffer).Clear();
    }

    private static void DrawUniform(Parameters parameters, ParameterSlot slot, RandomSource random, int inputsAndOutputs)
    {
        double limit = Math.Sqrt(6.0 / inputsAndOutputs);
        Draw(parameters, slot, () => ((2 * random.NextDouble()) - 1) * limit);
    }

    private static void Draw(Parameters parameters, ParameterSlot slot, Func<double> next)
    {
        float[] values = new float[slot.Count];
        for (int index = 0; index < values.Length; index++)
        {
            values[index] = (float)next();
        }

        slot.Write(parameters.Buffer, values);
    }
}
