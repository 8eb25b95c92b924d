using System.Text.Json;
using Tunesmith.Compute;
using Tunesmith.Model;
using Tunesmith.Training;

namespace Tunesmith.Tests.Model;

/// <summary>
/// The network against numbers by PyTorch (pytorch-lstm-cases.json beside this file): logits, losses, every gradient, and the
/// parameters after three Adam steps, within 2e-5 relative or 1e-6 absolute.
/// </summary>
public sealed class PyTorchReferenceTests
{
    public static TheoryData<string> Cases => [.. Load().Select(entry => entry.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Logits_losses_gradients_and_Adam_agree_with_PyTorch(string name)
    {
        JsonElement reference = Load().Single(entry => entry.GetProperty("name").GetString() == name);
        Parameters parameters = Sines(ShapeOf(reference));
        WindowBatch batch = Batch(reference);
        using WorkerPool pool = new(2);
        Network network = new(parameters, batch.Windows, batch.Steps, batch.Steps - batch.ScoreFrom, pool, VectorWidth.Bits);

        Close(LogitsOf(reference, batch), network.Logits(batch), "logits");

        float[] losses = Floats(reference.GetProperty("losses"));
        AdamOptimizer optimizer = new(parameters);
        for (int step = 0; step < losses.Length; step++)
        {
            double loss = network.LossAndGradients(batch);
            Close([losses[step]], [(float)loss], $"loss {step}");
            if (step == 0)
            {
                foreach (JsonProperty gradient in reference.GetProperty("gradients").EnumerateObject())
                {
                    Close(Floats(gradient.Value), network.Gradients.Get(gradient.Name), $"gradient of {gradient.Name}");
                }
            }

            optimizer.Step(network.Gradients, reference.GetProperty("learningRate").GetDouble(), pool);
            network.WeightsChanged();
        }

        foreach (JsonProperty after in reference.GetProperty("parametersAfter").EnumerateObject())
        {
            Close(Floats(after.Value), parameters.Get(after.Name), $"{after.Name} after {losses.Length} steps");
        }
    }

    /// <summary>The reference's weights: <c>scale * sin(0.7 n + k)</c>, and 1 more on the forget gates' bias.</summary>
    internal static Parameters Sines(NetworkShape shape)
    {
        Parameters parameters = new(shape);
        int k = 0;
        foreach (string name in parameters.Names)
        {
            bool output = name.StartsWith("out.", StringComparison.Ordinal);
            bool bias = name.EndsWith(".b", StringComparison.Ordinal) || name == "out.bo";
            int hidden = output ? shape.Hidden[^1] : shape.Hidden[name["layer".Length] - '0'];
            double scale = bias ? 0.1 : 0.5 / Math.Sqrt(hidden);
            float[] values = new float[parameters.ShapeOf(name).Aggregate(1, (product, length) => product * length)];
            for (int n = 0; n < values.Length; n++)
            {
                values[n] = (float)(scale * Math.Sin((0.7 * n) + k));
                if (bias && !output && n >= hidden && n < 2 * hidden)
                {
                    values[n] += 1;
                }
            }

            parameters.Set(name, values);
            k++;
        }

        return parameters;
    }

    private static WindowBatch Batch(JsonElement reference)
    {
        int windows = reference.GetProperty("batch").GetInt32();
        int steps = reference.GetProperty("steps").GetInt32();
        int features = reference.GetProperty("features").GetInt32();
        int scoreFrom = reference.GetProperty("loss").GetString() == "last step" ? steps - 1 : 0;
        WindowBatch batch = new(windows, steps, features, scoreFrom);
        for (int b = 0; b < windows; b++)
        {
            for (int t = 0; t < steps; t++)
            {
                Ints(reference.GetProperty("x")[b][t]).CopyTo(batch.Rows, ((t * windows) + b) * features);
                if (t >= scoreFrom)
                {
                    batch.Outcomes[((t - scoreFrom) * windows) + b] = reference.GetProperty("y")[b][t].GetInt32();
                    batch.Weights[((t - scoreFrom) * windows) + b] = 1;
                }
            }
        }

        return batch;
    }

    /// <summary>The reference's logits, (B, T, outputs), of the scored steps, in the order (T, B, outputs).</summary>
    private static float[] LogitsOf(JsonElement reference, WindowBatch batch)
    {
        float[] all = Floats(reference.GetProperty("logits"));
        int outputs = all.Length / (batch.Windows * batch.Steps);
        return [.. from t in Enumerable.Range(batch.ScoreFrom, batch.Steps - batch.ScoreFrom)
                   from b in Enumerable.Range(0, batch.Windows)
                   from o in Enumerable.Range(0, outputs)
                   select all[(((b * batch.Steps) + t) * outputs) + o]];
    }

    private static void Close(float[] expected, float[] found, string what)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int index = 0; index < expected.Length; index++)
        {
            double difference = Math.Abs(expected[index] - found[index]);
            Assert.True(
                difference <= Math.Max(1e-6, 2e-5 * Math.Abs(expected[index])),
                $"{what}[{index}]: expected {expected[index]:G9}, found {found[index]:G9}");
        }
    }

    private static List<JsonElement> Load()
    {
        using Stream stream = typeof(PyTorchReferenceTests).Assembly.GetManifestResourceStream("pytorch-lstm-cases.json")!;
        using JsonDocument document = JsonDocument.Parse(stream);
        return [.. document.RootElement.Clone().GetProperty("cases").EnumerateArray()];
    }

    private static NetworkShape ShapeOf(JsonElement reference) => new(
        reference.GetProperty("inputRows").GetInt32(),
        reference.GetProperty("features").GetInt32(),
        Ints(reference.GetProperty("hidden")),
        reference.GetProperty("outputs").GetInt32());

    private static int[] Ints(JsonElement array) => [.. array.EnumerateArray().Select(value => value.GetInt32())];

    private static float[] Floats(JsonElement array) => [.. array.EnumerateArray().Select(value => (float)value.GetDouble())];
}
