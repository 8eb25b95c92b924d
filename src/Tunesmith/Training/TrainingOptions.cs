using Tunesmith.Model;

namespace Tunesmith.Training;

/// <summary>What a training is given beside its recipe. Of all this, only <see cref="StartFrom"/> changes the model's weights.</summary>
public sealed record TrainingOptions
{
    /// <summary>How many threads train; 1 or more. The default is one for each processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The fingerprint of the songs, kept in the model.</summary>
    public string DataFingerprint { get; init; } = "";

    /// <summary>
    /// The model to fine-tune: the training begins with its weights, and with an optimizer that has seen nothing. Null, the default, to
    /// draw first weights by the recipe. The recipe's definition must be the model's; <see cref="Recipe.ForFineTuning"/> makes such a
    /// recipe, and <see cref="Trainer.FineTune"/> trains by it. Where titles are held out, the model's own weights are looked at before the
    /// first step, so that what comes of it is never worse on them, unless it is an accuracy that ends it.
    /// </summary>
    public MelodyModel? StartFrom { get; init; }

    /// <summary>
    /// Where to go on from; null to start anew. The checkpoint's recipe must be the same but for the number of steps, its songs the same,
    /// and it must have started from the same model, if from one.
    /// </summary>
    public TrainingCheckpoint? ResumeFrom { get; init; }

    /// <summary>Every how many steps a checkpoint is made, and one after the last step; 0 for none. The default is 0.</summary>
    public int CheckpointEvery { get; init; }

    /// <summary>Receives the checkpoints that <see cref="CheckpointEvery"/> asks for, and one whenever the training is stopped.</summary>
    public Action<TrainingCheckpoint>? SaveCheckpoint { get; init; }

    /// <summary>Every how many steps the model as it stands is handed out; 0 for never. The default is 0.</summary>
    public int ModelEvery { get; init; }

    /// <summary>
    /// Receives the models that <see cref="ModelEvery"/> asks for, each a copy with the weights of its step, which its summary tells. It is
    /// called between two steps, before the checkpoint of the step is made. The training takes nothing from it.
    /// </summary>
    public Action<MelodyModel>? ReceiveModel { get; init; }

    /// <summary>The clock that progress is measured by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
