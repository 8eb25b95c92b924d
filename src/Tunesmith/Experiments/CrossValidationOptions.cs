using Tunesmith.Evaluation;

namespace Tunesmith.Experiments;

/// <summary>How songs are put into folds, and which of their steps are scored.</summary>
public sealed record CrossValidationOptions
{
    /// <summary>How many folds; 2 or more, and no more than there are titles. Default 5.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>What shuffles the titles before they are dealt into folds; null, the default, for their ordinal order.</summary>
    public ulong? FoldSeed { get; init; }

    /// <summary>Which steps are scored, and on how many threads; a rest is scored like any token.</summary>
    public ScoringOptions Scoring { get; init; } = new();

    /// <summary>The clock that the work is measured by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
