namespace Tunesmith.Encoding.Inputs;

/// <summary>Proposes that what is goes on. Agreement: the steps that it has gone on already.</summary>
internal sealed class HoldSource : CopySource
{
    /// <summary>The source's name.</summary>
    public const string SourceName = "hold";

    /// <inheritdoc/>
    public override string Name => SourceName;

    /// <inheritdoc/>
    public override Proposal Propose(Past past) => new(past.Continuation, Math.Min(past.LengthOf(past.Events - 1) - 1, MostAgreement));
}
