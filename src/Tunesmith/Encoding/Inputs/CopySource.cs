namespace Tunesmith.Encoding.Inputs;

/// <summary>
/// A place in the song's own past from which the next token may be copied. Each source is an outcome of the network beside the tokens:
/// its probability is added to that of the token it proposes. It proposes the same place however the song is transposed.
/// </summary>
internal abstract class CopySource
{
    /// <summary>How far agreement is counted.</summary>
    public const int MostAgreement = 64;

    /// <summary>The name by which recipes and model files call the source.</summary>
    public abstract string Name { get; }

    /// <summary>What the source proposes for the next step.</summary>
    /// <param name="past">The song so far; at least one step.</param>
    public abstract Proposal Propose(Past past);
}
