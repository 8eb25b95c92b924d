using Tunesmith.Compute;
using Tunesmith.Model;

namespace Tunesmith.Training;

/// <summary>
/// The weights of an untrained network, as the lab's library drew them: each layer's (inputs + H, 4H) kernel Glorot-uniform,
/// <c>U(-a, a)</c> with <c>a = sqrt(6 / (inputs + H + 4H))</c>; its bias 0, and 1 for the forget gate; Wo and bo from N(0, 1).
/// Numbers are drawn in the order of the tensors, row after row. Ws, which the lab does not have, is 0.
/// </summary>
internal static class WeightInitialization
{
    /// <summary>Draws all weights.</summary>
    public static void Fill(Parameters parameters, RandomSource random)
    {
        ParameterLayout layout = parameters.Layout;
        int below = layout.Shape.InputRows;
        for (int layer = 0; layer < layout.Layers.Count; layer++)
        {
            int hidden = layout.Shape.Hidden[layer];
            double limit = Math.Sqrt(6.0 / (below + (5 * hidden)));
            Draw(parameters, layout.Layers[layer].InputWeights, () => ((2 * random.NextDouble()) - 1) * limit);
            Draw(parameters, layout.Layers[layer].RecurrentWeights, () => ((2 * random.NextDouble()) - 1) * limit);
            float[] bias = new float[4 * hidden];
            bias.AsSpan(hidden, hidden).Fill(1);
            layout.Layers[layer].Bias.Write(parameters.Buffer, bias);
            below = hidden;
        }

        Draw(parameters, layout.OutputWeights, random.NextGaussian);
        Draw(parameters, layout.OutputBias, random.NextGaussian);
        layout.SkipWeights?.In(parameters.Buffer).Clear();
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
