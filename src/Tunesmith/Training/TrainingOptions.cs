namespace Tunesmith.Training;

/// <summary>What a training is given beside its recipe: nothing here changes the model.</summary>
public sealed record TrainingOptions
{
    /// <summary>How many threads train; 1 or more. The default is one for each processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The fingerprint of the songs, kept in the model.</summary>
    public string DataFingerprint { get; init; } = "";

    /// <summary>
    /// Where to go on from; null to start anew. The checkpoint's recipe must be the same but for the number of steps, its songs the same.
    /// </summary>
    public TrainingCheckpoint? ResumeFrom { get; init; }

    /// <summary>Every how many steps a checkpoint is made, and one after the last step; 0 for none. The default is 0.</summary>
    public int CheckpointEvery { get; init; }

    /// <summary>Receives the checkpoints that <see cref="CheckpointEvery"/> asks for, and one whenever the training is stopped.</summary>
    public Action<TrainingCheckpoint>? SaveCheckpoint { get; init; }

    /// <summary>The clock that progress is measured by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
