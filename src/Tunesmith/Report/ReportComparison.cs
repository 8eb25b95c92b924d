using Tunesmith.Evaluation;

namespace Tunesmith.Report;

/// <summary>Recipes and baselines, scored on songs that they have not seen.</summary>
/// <param name="Report">The scores.</param>
public sealed record ReportComparison(EvaluationReport Report)
{
    /// <summary>The titles that each fold held out. Default: not told.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Titles { get; init; } = [];
}
