namespace Tunesmith.Encoding.Inputs;

/// <summary>
/// Proposes what stood some bars ago, a bar being as long as the one of the step to be predicted. Agreement: the steps for which now and
/// then have been the same.
/// </summary>
/// <param name="halfBars">How far back, in half bars; 1 or more.</param>
internal sealed class BarsSource(int halfBars) : CopySource
{
    /// <summary>The beginning of the source's name.</summary>
    public const string SourceName = "bars";

    /// <inheritdoc/>
    public override string Name => CopySources.NameOf(SourceName, halfBars);

    /// <inheritdoc/>
    public override Proposal Propose(Past past) => Step(past, halfBars) is { } step
        ? new Proposal(past.Tokens[step], past.Agreement(step, MostAgreement))
        : Proposal.None;

    /// <summary>
    /// The step so many half bars before the one to be predicted, or null where that is before the song or between two steps.
    /// </summary>
    internal static int? Step(Past past, int halfBars)
    {
        long halfSteps = (long)halfBars * past.NextPosition.Length;
        long step = past.Length - (halfSteps / 2);
        return halfSteps % 2 == 0 && step >= 0 && step < past.Length ? (int)step : null;
    }
}
