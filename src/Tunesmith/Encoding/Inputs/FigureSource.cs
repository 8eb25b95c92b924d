namespace Tunesmith.Encoding.Inputs;

/// <summary>
/// Proposes what followed the earlier event that began with the same token and was led up to most alike, the latest where several were.
/// Agreement: how many events before both were the same in token and length, 0 to 8.
/// </summary>
internal sealed class FigureSource : CopySource
{
    /// <summary>The source's name.</summary>
    public const string SourceName = "figure";

    /// <summary>How many earlier events of the token are looked at, the latest first.</summary>
    private const int MostEvents = 32;

    private const int MostBefore = 8;

    /// <inheritdoc/>
    public override string Name => SourceName;

    /// <inheritdoc/>
    public override Proposal Propose(Past past)
    {
        int current = past.Events - 1;
        int best = -1;
        int agreement = -1;
        int looked = 0;
        for (int earlier = past.SameBefore(current); earlier >= 0 && looked < MostEvents; earlier = past.SameBefore(earlier), looked++)
        {
            int alike = Alike(past, earlier, current);
            (best, agreement) = alike > agreement ? (earlier, alike) : (best, agreement);
        }

        return best < 0 ? Proposal.None : new Proposal(past.Tokens[Following(past, best)], agreement);
    }

    /// <summary>
    /// The step of an earlier event that stands as far from its beginning as the step to be predicted does from that of the current event;
    /// where the earlier event was shorter, the one that followed it.
    /// </summary>
    internal static int Following(Past past, int earlier)
    {
        int held = past.LengthOf(past.Events - 1);
        return past.StartOf(earlier) + Math.Min(held, past.LengthOf(earlier));
    }

    private static int Alike(Past past, int earlier, int current)
    {
        int alike = 0;
        while (alike < MostBefore
            && earlier - alike > 0
            && past.TokenOf(earlier - alike - 1) == past.TokenOf(current - alike - 1)
            && past.LengthOf(earlier - alike - 1) == past.LengthOf(current - alike - 1))
        {
            alike++;
        }

        return alike;
    }
}
