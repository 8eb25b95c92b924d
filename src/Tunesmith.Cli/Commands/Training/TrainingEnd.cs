using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Drawing;
using Tunesmith.Evaluation;
using Tunesmith.Model;
using Tunesmith.Training;
using static System.FormattableString;

namespace Tunesmith.Cli.Commands.Training;

/// <summary>What there is to say at the end of a training, in words.</summary>
internal static class TrainingEnd
{
    /// <summary>The most titles that are named.</summary>
    public const int MostNamed = 12;

    /// <summary>
    /// How the model and the best baseline do on the songs held out, what that means, which songs these are, and what ended the training
    /// before its last step.
    /// </summary>
    public static IEnumerable<string> Lines(
        Recipe recipe, TrainingSummary summary, EvaluationRow? baseline, IReadOnlyList<string> titles)
    {
        if (summary.HeldOut is { Loss: { } loss, Accuracy: { } accuracy } heldOut)
        {
            yield return Invariant($"held out {Wording.Count(heldOut.Songs, "song")}, {heldOut.SongSteps:N0} steps: ")
                + $"{Numbers(loss, accuracy, heldOut.MoveAccuracy)}; the weights are those "
                + (heldOut.Step < 0 ? "it began with" : Invariant($"after step {heldOut.Step}"));
        }

        if (baseline is { Score: { NatsPerStep: { } nats, Accuracy: { } share } score })
        {
            yield return $"the best baseline there, {baseline.Name}: {Numbers(nats, share, score.MoveAccuracy)}";
            if (summary.HeldOut?.Loss < nats)
            {
                yield return $"the model has learned more than that: {Meaning(summary.HeldOut, baseline)}";
            }
        }

        if (titles.Count > 0)
        {
            string rest = titles.Count > MostNamed ? Invariant($"; and {titles.Count - MostNamed} more, which --json names") : "";
            yield return ToolConsole.OneLine($"titles held out: {string.Join("; ", titles.Take(MostNamed))}{rest}");
        }

        int last = summary.Steps - 1;
        switch (summary.StoppedBy)
        {
            case TrainingStop.Patience:
                string looks = Wording.Count(recipe.Validation.Patience, "look");
                yield return Invariant($"stopped after step {last}: {looks} at the songs held out had brought no lower loss");
                break;
            case TrainingStop.Accuracy:
                string band = Band(recipe);
                yield return Invariant($"stopped after step {last}: the accuracy had come to {summary.Accuracy:0.000}, which is in {band}");
                break;
        }
    }

    /// <summary>Which songs were composed in the middle of the training.</summary>
    public static IEnumerable<string> Samples(IReadOnlyList<SampleDocument> samples)
    {
        if (samples.Count > 0)
        {
            string sound = samples[0].Sound is null ? "" : ", each as sound, too";
            string to = samples.Count > 1 ? $" to {samples[^1].Song}" : "";
            string songs = Wording.Count(samples.Count, "song");
            yield return ToolConsole.OneLine(
                $"{songs} composed on the way, begun like {samples[0].BegunLike}: {samples[0].Song}{to}{sound}");
        }
    }

    /// <summary>What did not come out as asked for or hoped for.</summary>
    public static IReadOnlyList<string> Remarks(Recipe recipe, TrainingSummary summary, EvaluationRow? baseline)
    {
        string?[] remarks = [LessThanBaseline(summary, baseline), NotReached(recipe, summary)];
        return [.. remarks.OfType<string>()];
    }

    private static string? LessThanBaseline(TrainingSummary summary, EvaluationRow? baseline) =>
        summary.HeldOut?.Loss is { } loss && loss >= baseline?.Score.NatsPerStep
            ? $"the model has learned less than the baseline {baseline.Name}, which only counts: "
                + Invariant($"on the songs held out it needs {loss:0.000} nats a step, ")
                + Invariant($"{baseline.Name} {baseline.Score.NatsPerStep:0.000}; ")
                + "more --steps, more songs or another recipe would help"
            : null;

    private static string Meaning(HeldOutSummary heldOut, EvaluationRow baseline)
    {
        string moves = heldOut.MoveAccuracy is { } own && baseline.Score.MoveAccuracy is { } other
            ? Invariant($"; of 100 moves it foresees {100 * own:0}, {baseline.Name} {100 * other:0}")
            : "";
        return Invariant($"it is as unsure as one who guesses among {heldOut.Perplexity:0.00} tokens, not {baseline.Score.Perplexity:0.00}")
            + moves;
    }

    private static string? NotReached(Recipe recipe, TrainingSummary summary)
    {
        if (recipe.ReachAccuracy is not { } band || summary is { StoppedBy: TrainingStop.Accuracy } or { Accuracy: null })
        {
            return null;
        }

        double accuracy = summary.Accuracy.Value;
        string reached = Invariant($"no mean accuracy of five displays was in {Band(recipe)}; the last was {accuracy:0.000}: ");
        string help = summary.StoppedBy == TrainingStop.Patience ? "a larger --patience would help"
            : accuracy < band.Low ? "more --steps or a higher --learning-rate would help"
            : accuracy > band.High
                ? "it was passed over from one display to the next, and a smaller --display-every or --learning-rate would help"
            : "a smaller --display-every would help";
        return reached + help;
    }

    private static string Numbers(double loss, double accuracy, double? moveAccuracy) =>
        Invariant($"loss {loss:0.000}, accuracy {accuracy:0.000}")
            + (moveAccuracy is { } atMoves ? Invariant($", at moves {atMoves:0.000}") : "");

    private static string Band(Recipe recipe) => Invariant($"{recipe.ReachAccuracy!.Low:0.00##} to {recipe.ReachAccuracy.High:0.00##}");
}
