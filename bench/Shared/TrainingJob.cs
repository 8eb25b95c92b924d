using Tunesmith.Compute;
using Tunesmith.Model;

namespace Tunesmith.Bench;

/// <summary>One size of training, as both engines are asked to do it.</summary>
/// <param name="Name">What it is called in tables.</param>
/// <param name="Hidden">H of each layer.</param>
/// <param name="Batch">B, windows in a batch.</param>
/// <param name="Window">T, steps in a window.</param>
/// <param name="EveryStep">Whether every step is scored, rather than the last alone.</param>
internal sealed record TrainingJob(string Name, int[] Hidden, int Batch, int Window, bool EveryStep)
{
    /// <summary>How many tokens there are, as in the lab.</summary>
    public const int Vocabulary = 78;

    /// <summary>The lab's own settings.</summary>
    public static TrainingJob Lab { get; } = new("lab step", [128], 256, 64, EveryStep: false);

    /// <summary>The sizes of the network.</summary>
    public NetworkShape Shape => new(Vocabulary, RowsPerStep: 1, Hidden, Vocabulary);

    /// <summary>The first scored step of a window.</summary>
    public int ScoreFrom => EveryStep ? 0 : Window - 1;

    /// <summary>
    /// Floating-point operations of a step's recurrent products, <c>6 B T H 4H</c> a layer: forward, back through time, and the
    /// gradient of the weights. The products that carry a layer's input are added for the layers above the lowest, where it is no gather.
    /// </summary>
    public double UnavoidableOperations
    {
        get
        {
            double sum = 0;
            for (int layer = 0; layer < Hidden.Length; layer++)
            {
                double rows = Hidden[layer] + (layer == 0 ? 0 : Hidden[layer - 1]);
                sum += 6.0 * Batch * Window * rows * 4 * Hidden[layer];
            }

            return sum;
        }
    }

    /// <summary>A batch of windows in which, as in the lab's songs, most steps repeat the step before.</summary>
    public WindowBatch CreateBatch(ulong seed)
    {
        RandomSource random = new(seed, RandomPurpose.Batches);
        WindowBatch batch = new(Batch, Window, rowsPerStep: 1, ScoreFrom);
        for (int window = 0; window < Batch; window++)
        {
            int token = random.NextInt(Vocabulary);
            for (int step = 0; step < Window; step++)
            {
                batch.Rows[(step * Batch) + window] = token;
                token = random.NextInt(100) < 84 ? token : random.NextInt(Vocabulary);
                if (step >= ScoreFrom)
                {
                    int target = ((step - ScoreFrom) * Batch) + window;
                    batch.Outcomes[target] = token;
                    batch.Weights[target] = 1;
                }
            }
        }

        return batch;
    }
}
