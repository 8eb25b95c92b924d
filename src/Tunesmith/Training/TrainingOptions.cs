namespace Tunesmith.Training;

/// <summary>What a training is given beside its recipe: nothing here changes the model.</summary>
public sealed record TrainingOptions
{
    /// <summary>How many threads train; 1 or more. The default is one for each processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Every how many steps loss and accuracy are looked at; steps 0 and 1 always are. 1 or more; the default is 10.</summary>
    public int DisplayEvery { get; init; } = 10;

    /// <summary>The fingerprint of the songs, kept in the model.</summary>
    public string DataFingerprint { get; init; } = "";

    /// <summary>The clock that progress is measured by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
