namespace Tunesmith.Encoding.Inputs;

/// <summary>
/// Proposes what stood some bars ago, moved by as many semitones as what sounds now is above what sounded then: a melody's sequence.
/// Agreement: the steps for which now has been then, so moved. Where both are the same pitch, or one is a rest, it proposes nothing, nor a
/// pitch that the song has not had yet: a real sequence stays in the key, and one that goes on and on would climb out of every voice.
/// </summary>
/// <param name="halfBars">How far back, in half bars; 1 or more.</param>
internal sealed class SequenceSource(int halfBars) : CopySource
{
    /// <summary>The beginning of the source's name.</summary>
    public const string SourceName = "sequence";

    /// <inheritdoc/>
    public override string Name => CopySources.NameOf(SourceName, halfBars);

    /// <inheritdoc/>
    public override Proposal Propose(Past past)
    {
        if (BarsSource.Step(past, halfBars) is not (> 0 and { } step) || Interval(past, step - 1) is not { } semitones)
        {
            return Proposal.None;
        }

        int token = past.Moved(past.Tokens[step], semitones);
        bool isNew = token < 0 || (past.Encoding.PitchOf(token) is not null && !past.HasHeard(token));
        return isNew ? Proposal.None : new Proposal(token, past.Agreement(step, MostAgreement, semitones));
    }

    private static int? Interval(Past past, int then)
    {
        int? now = past.Encoding.PitchOf(past.TokenOf(past.Events - 1))?.Number;
        int? before = past.Encoding.PitchOf(past.TokenOf(past.EventAt(then)))?.Number;
        return now - before is { } semitones and not 0 ? semitones : null;
    }
}
