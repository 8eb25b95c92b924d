using Tunesmith.Model;

namespace Tunesmith.Training;

/// <summary>What a training gave.</summary>
/// <param name="Model">The trained model.</param>
/// <param name="Scores">Every look at loss and accuracy.</param>
/// <param name="Elapsed">How long its steps took.</param>
public sealed record TrainingResult(MelodyModel Model, IReadOnlyList<TrainingScore> Scores, TimeSpan Elapsed);
