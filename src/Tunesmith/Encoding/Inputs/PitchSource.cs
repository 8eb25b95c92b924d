namespace Tunesmith.Encoding.Inputs;

/// <summary>
/// Proposes what followed the latest earlier event that began with the same token. Agreement: the steps for which now and then have been
/// the same.
/// </summary>
internal sealed class PitchSource : CopySource
{
    /// <summary>The source's name.</summary>
    public const string SourceName = "pitch";

    /// <inheritdoc/>
    public override string Name => SourceName;

    /// <inheritdoc/>
    public override Proposal Propose(Past past)
    {
        int earlier = past.SameBefore(past.Events - 1);
        if (earlier < 0)
        {
            return Proposal.None;
        }

        int step = FigureSource.Following(past, earlier);
        return new Proposal(past.Tokens[step], past.Agreement(step, MostAgreement));
    }
}
