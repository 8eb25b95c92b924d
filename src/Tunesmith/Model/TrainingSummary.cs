using System.Text.Json.Serialization;
using Tunesmith.Compute;

namespace Tunesmith.Model;

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
