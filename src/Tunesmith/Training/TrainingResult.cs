using Tunesmith.Encoding;
using Tunesmith.Model;

namespace Tunesmith.Training;

/// <summary>What a training gave.</summary>
/// <param name="Model">The trained model.</param>
/// <param name="Scores">This run's looks at loss and accuracy.</param>
/// <param name="StepsTaken">How many steps this run took: all, or those after the checkpoint it went on from.</param>
/// <param name="Elapsed">How long they took.</param>
/// <param name="HeldOutLooks">
/// This run's looks at the songs held out; none where none are. Where a model is fine-tuned, the first is before its first step.
/// </param>
/// <param name="Split">Which songs it learned from and which it held out, as <see cref="Recipe.SplitOf"/> says.</param>
public sealed record TrainingResult(
    MelodyModel Model,
    IReadOnlyList<TrainingScore> Scores,
    int StepsTaken,
    TimeSpan Elapsed,
    IReadOnlyList<HeldOutLook> HeldOutLooks,
    SongSplit Split);
