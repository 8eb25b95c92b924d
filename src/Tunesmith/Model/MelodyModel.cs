using System.Text.Json.Serialization;
using Tunesmith.Compute;

namespace Tunesmith.Model;

/// <summary>
/// A trained model: what it means, its weights, and where it comes from. It is saved as one file; see docs/model-file.md.
/// </summary>
public sealed partial class MelodyModel
{
    /// <summary>Makes a model.</summary>
    /// <param name="definition">What the network means.</param>
    /// <param name="parameters">Its weights; their shape must be the definition's.</param>
    /// <exception cref="ArgumentException">The weights are not of the definition's shape.</exception>
    public MelodyModel(ModelDefinition definition, Parameters parameters)
    {
        NetworkShape shape = definition.CreateShape();
        if (parameters.Shape.InputRows != shape.InputRows
            || parameters.Shape.RowsPerStep != shape.RowsPerStep
            || parameters.Shape.Outputs != shape.Outputs
            || parameters.Shape.Skip != shape.Skip
            || parameters.Shape.Copies != shape.Copies
            || parameters.Shape.EvidenceRows != shape.EvidenceRows
            || !parameters.Shape.Hidden.SequenceEqual(shape.Hidden))
        {
            throw new ArgumentException("The weights are not of the definition's shape.", nameof(parameters));
        }

        Definition = definition;
        Parameters = parameters;
    }

    /// <summary>What the network means.</summary>
    public ModelDefinition Definition { get; }

    /// <summary>The weights.</summary>
    public Parameters Parameters { get; }

    /// <summary>The recipe it was trained by, as JSON; empty where it is not known.</summary>
    public string Recipe { get; init; } = "";

    /// <summary>How its training went.</summary>
    public TrainingSummary Summary { get; init; } = new();

    /// <summary>SHA-256 in hexadecimal of the songs it learned from; empty where it is not known.</summary>
    public string DataFingerprint { get; init; } = "";

    /// <summary>The <see cref="Fingerprint"/> of the model whose weights its training began with; empty where it began with none.</summary>
    public string StartedFrom { get; init; } = "";
}

/// <summary>How a training went, as far as it is the same wherever it runs.</summary>
public sealed record TrainingSummary
{
    /// <summary>How many steps were taken.</summary>
    public int Steps { get; init; }

    /// <summary>The mean loss of the last five displays, in nats; null where there were none.</summary>
    public double? Loss { get; init; }

    /// <summary>The mean accuracy of the last five displays, 0 to 1; null where there were none.</summary>
    public double? Accuracy { get; init; }

    /// <summary>How many songs it learned from.</summary>
    public int Songs { get; init; }

    /// <summary>How many steps they have together.</summary>
    public long SongSteps { get; init; }

    /// <summary>How the model did on songs that were held out; null where none were.</summary>
    public HeldOutSummary? HeldOut { get; init; }

    /// <summary>What ended the training before its last step; null where it went on to that.</summary>
    public TrainingStop? StoppedBy { get; init; }
}

/// <summary>How a model did on songs that were held out of its training: on every step but each song's first.</summary>
public sealed record HeldOutSummary
{
    /// <summary>How many songs were held out.</summary>
    public int Songs { get; init; }

    /// <summary>How many steps they have together.</summary>
    public long SongSteps { get; init; }

    /// <summary>
    /// The training step, counted from 0, that left the model's weights: that of the lowest loss; -1 where they are those of the model that
    /// it began with. Null, as all below, where the weights were never tried.
    /// </summary>
    public int? Step { get; init; }

    /// <summary>The mean loss in nats a step.</summary>
    public double? Loss { get; init; }

    /// <summary><c>e^Loss</c>: among how many equally likely tokens one would have to guess to do as well; to seven digits.</summary>
    [JsonIgnore]
    public double? Perplexity => Loss is { } nats ? Functions.Exp((float)nats) : null;

    /// <summary>The share of steps at which the likeliest token was right, 0 to 1.</summary>
    public double? Accuracy { get; init; }

    /// <summary>The same of the steps at which the melody moves; null where it never does.</summary>
    public double? MoveAccuracy { get; init; }
}

/// <summary>What can end a training before its last step.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TrainingStop>))]
public enum TrainingStop
{
    /// <summary>The loss on the songs held out had not become lower for as long as the recipe waits.</summary>
    Patience,

    /// <summary>The accuracy had come into the band that the recipe wants to reach.</summary>
    Accuracy,
}
