namespace Tunesmith.Report;

/// <summary>What a network expected while it composed, step by step.</summary>
/// <param name="Outcomes">The names of the outcomes; pitches by their names, such as <c>F#4</c>.</param>
/// <param name="Distributions">For each step the probability of each outcome, 0 to 1.</param>
/// <param name="Drawn">For each step the outcome that was drawn, -1 for none.</param>
/// <param name="FirstStep">The number of the first step in the tune, 0 or more.</param>
public sealed record ReportPredictions(
    IReadOnlyList<string> Outcomes, IReadOnlyList<IReadOnlyList<float>> Distributions, IReadOnlyList<int> Drawn, int FirstStep);
