using System.Text.Json;
using Tunesmith.Compute;
using Tunesmith.Model;
using Tunesmith.Training;

namespace Tunesmith.Tests.Model;

/// <summary>
/// Twenty training steps of the lab's own set-up on the lab's own songs, against PyTorch's losses and accuracies. Both the songs and
/// the numbers are in the shared data, and not in the repository.
/// </summary>
public sealed class LabRunTests
{
    private const int Pitches = 78;
    private const int LowestPitch = 24;

    [Fact]
    public void Twenty_steps_on_the_labs_songs_have_PyTorchs_losses_and_accuracies()
    {
        Assert.SkipWhen(VectorWidth.Bits == 32, "Without vectors this takes half a minute, and would give the same bits.");
        JsonElement run = Read("reference/lstm-reference.json").GetProperty("labRun");
        int[][] songs = Songs();
        int windows = run.GetProperty("batch").GetInt32();
        int window = run.GetProperty("window").GetInt32();
        Parameters weights = PyTorchReferenceTests.Sines(new NetworkShape(Pitches, 1, [run.GetProperty("hidden").GetInt32()], Pitches));
        using WorkerPool pool = new(2);
        Network network = new(weights, windows, window, scoredSteps: 1, pool, VectorWidth.Bits);
        AdamOptimizer optimizer = new(weights);

        int steps = run.GetProperty("losses").GetArrayLength();
        Assert.Equal(20, steps);
        for (int step = 0; step < steps; step++)
        {
            WindowBatch batch = Batch(songs, step, windows, window);
            Assert.Equal(run.GetProperty("accuracies")[step].GetDouble(), network.Score(batch).Accuracy, tolerance: 1e-6);
            Assert.Equal(run.GetProperty("losses")[step].GetDouble(), network.LossAndGradients(batch), tolerance: 1e-4);
            optimizer.Step(network.Gradients, run.GetProperty("learningRate").GetDouble(), pool);
            network.WeightsChanged();
        }
    }

    /// <summary>
    /// Sample n of the run is from kept song <c>7n mod songs</c>, starts at <c>13n mod (length - window - 1)</c>, and its target is the
    /// step after the window; a rest is no row, and as a target no outcome.
    /// </summary>
    private static WindowBatch Batch(int[][] songs, int step, int windows, int window)
    {
        WindowBatch batch = new(windows, window, rowsPerStep: 1, scoreFrom: window - 1);
        for (int b = 0; b < windows; b++)
        {
            int n = (step * windows) + b;
            int[] song = songs[7 * n % songs.Length];
            int start = 13 * n % (song.Length - window - 1);
            for (int t = 0; t < window; t++)
            {
                batch.Rows[(t * windows) + b] = song[start + t];
            }

            batch.Outcomes[b] = song[start + window];
            batch.Weights[b] = 1;
        }

        return batch;
    }

    /// <summary>The melodies of the kept songs in order of file name, as rows: -1 for a rest.</summary>
    private static int[][] Songs() =>
    [
        .. from file in Read("data/pop-golden/pop-encoding.json").GetProperty("files").EnumerateArray()
           where file.GetProperty("kept").GetBoolean()
           select file.GetProperty("melody").EnumerateArray().Select(pitch => Math.Max(-1, pitch.GetInt32() - LowestPitch)).ToArray(),
    ];

    private static JsonElement Read(string relative)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(SharedData.Require(relative)));
        return document.RootElement.Clone();
    }
}
