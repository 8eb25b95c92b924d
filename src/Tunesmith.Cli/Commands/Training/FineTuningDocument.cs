using Tunesmith.Evaluation;
using Tunesmith.Experiments;

namespace Tunesmith.Cli.Commands.Training;

/// <summary>What fine-tuning has won and lost, as <c>tunesmith train --from</c> reports it.</summary>
/// <param name="From">The model that it began with.</param>
/// <param name="Fingerprint">Its fingerprint, SHA-256 of its file in hexadecimal.</param>
/// <param name="NewSongs">Before and after on the new songs held out; null where none are.</param>
/// <param name="OldSongs">The same on the songs that the model came from; null where they are not known.</param>
/// <param name="Unchanged">Whether no step did better on the songs held out, so that the weights are those of that model.</param>
internal sealed record FineTuningDocument(
    string From, string Fingerprint, BeforeAndAfterDocument? NewSongs, BeforeAndAfterDocument? OldSongs, bool Unchanged)
{
    /// <summary>The report of a fine-tuning.</summary>
    public static FineTuningDocument Of(FineTunedModel model, FineTuningReport report) => new(
        model.Path,
        model.Model.Fingerprint(),
        BeforeAndAfterDocument.Of(report.Won),
        BeforeAndAfterDocument.Of(report.Kept),
        report.IsUnchanged);
}

/// <summary>A model before and after, on the same steps.</summary>
/// <param name="Which">What the songs are to it: <c>heldOut</c>, <c>learned</c> or <c>others</c>.</param>
/// <param name="Songs">How many they are.</param>
/// <param name="ScoredSteps">How many steps of them were scored.</param>
/// <param name="Before">The scores before.</param>
/// <param name="After">The scores after.</param>
internal sealed record BeforeAndAfterDocument(string Which, int Songs, long ScoredSteps, ScoresDocument Before, ScoresDocument After)
{
    /// <summary>The report of a pair of scores, if there is one.</summary>
    public static BeforeAndAfterDocument? Of(FineTuningScore? score) => score is null ? null : new(
        score.Which switch
        {
            JudgedSongs.HeldOut => "heldOut",
            JudgedSongs.Learned => "learned",
            _ => "others",
        },
        score.Songs,
        score.After.Steps,
        ScoresDocument.Of(score.Before),
        ScoresDocument.Of(score.After));
}

/// <summary>How well a model foresees songs.</summary>
/// <param name="NatsPerStep">The mean loss, in nats a step.</param>
/// <param name="Accuracy">The share of steps at which the likeliest token was right, 0 to 1.</param>
/// <param name="MoveAccuracy">The same of the steps at which the melody moves; null where it never does.</param>
/// <param name="Perplexity">e to the nats per step.</param>
internal sealed record ScoresDocument(double? NatsPerStep, double? Accuracy, double? MoveAccuracy, double? Perplexity)
{
    /// <summary>The report of a score.</summary>
    public static ScoresDocument Of(HeldOutScore score) => new(score.NatsPerStep, score.Accuracy, score.MoveAccuracy, score.Perplexity);
}
