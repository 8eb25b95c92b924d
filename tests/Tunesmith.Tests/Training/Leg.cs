using Tunesmith.Model;
using Tunesmith.Training;

namespace Tunesmith.Tests.Training;

/// <summary>
/// One part of a training that is stopped and gone on with; between parts a checkpoint is a file's bytes, as it is on disk.
/// </summary>
internal static class Leg
{
    /// <summary>Trains until a number of steps have been taken, and is stopped there by cancellation.</summary>
    /// <param name="recipe">All choices; its steps are more than <paramref name="until"/>.</param>
    /// <param name="until">Where it is stopped; 1 or more.</param>
    /// <param name="from">The checkpoint to go on from, or null.</param>
    /// <param name="threads">How many threads train.</param>
    /// <param name="start">The model to fine-tune, or null.</param>
    /// <returns>The checkpoint that it left.</returns>
    public static byte[] Stopped(Recipe recipe, int until, byte[]? from = null, int threads = 1, MelodyModel? start = null)
    {
        using CancellationTokenSource source = new();
        List<byte[]> saved = [];
        TrainingOptions options = Options(from, threads, start) with { SaveCheckpoint = checkpoint => saved.Add(checkpoint.ToBytes()) };
        Assert.ThrowsAny<OperationCanceledException>(
            () => Trainer.Train(recipe, TinySongs.Sequences, options, new StopAt(until, source), source.Token));
        return Assert.Single(saved);
    }

    /// <summary>Trains to the end.</summary>
    /// <returns>The model's bytes.</returns>
    public static byte[] ToTheEnd(Recipe recipe, byte[]? from = null, int threads = 1, MelodyModel? start = null) => Trainer.Train(
        recipe, TinySongs.Sequences, Options(from, threads, start), cancellationToken: TestContext.Current.CancellationToken)
        .Model.ToBytes();

    /// <summary>Trains to the end, a checkpoint every so many steps.</summary>
    /// <returns>The checkpoints' bytes by their steps.</returns>
    public static SortedDictionary<int, byte[]> Checkpoints(Recipe recipe, int every, byte[]? from = null)
    {
        SortedDictionary<int, byte[]> saved = [];
        TrainingOptions options = Options(from, threads: 1) with
        {
            CheckpointEvery = every,
            SaveCheckpoint = checkpoint => saved.Add(checkpoint.Step, checkpoint.ToBytes()),
        };
        Trainer.Train(recipe, TinySongs.Sequences, options, cancellationToken: TestContext.Current.CancellationToken);
        return saved;
    }

    private static TrainingOptions Options(byte[]? from, int threads, MelodyModel? start = null) => new()
    {
        StartFrom = start,
        Threads = threads,
        DataFingerprint = "abc",
        ResumeFrom = from is null ? null : TrainingCheckpoint.FromBytes(from),
    };

    private sealed class StopAt(int until, CancellationTokenSource source) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if (value.Step + 1 >= until)
            {
                source.Cancel();
            }
        }
    }
}
