using Tunesmith.Evaluation;
using Tunesmith.Training;

namespace Tunesmith.Experiments;

/// <summary>Where a cross-validation stands.</summary>
/// <param name="Name">The recipe's name.</param>
/// <param name="Fold">The fold, counted from 0.</param>
/// <param name="Folds">How many folds there are.</param>
public readonly record struct FoldProgress(string Name, int Fold, int Folds)
{
    /// <summary>Where the fold's training stands; null when it is over.</summary>
    public TrainingProgress? Training { get; init; }

    /// <summary>The fold's score; null before its training is over.</summary>
    public HeldOutScore? Score { get; init; }
}
