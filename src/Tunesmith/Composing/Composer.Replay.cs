using Tunesmith.Composing.Provenance;

namespace Tunesmith.Composing;

/// <content>The same song once more.</content>
public sealed partial class Composer
{
    /// <summary>
    /// Composes a song again by its record: with the model that composed it, the same steps. <see cref="SongReplay"/> compares files.
    /// </summary>
    /// <param name="record">The record; <see cref="CompositionRecord.Model"/> is not looked at.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <exception cref="RecordException">The record says what cannot be, or its primer does not fit the model.</exception>
    /// <exception cref="OperationCanceledException">The composing was stopped.</exception>
    public Composition Replay(CompositionRecord record, CancellationToken cancellationToken = default)
    {
        if (record.Primer.StepsPerQuarter != Encoding.StepsPerQuarter)
        {
            throw new RecordException(FormattableString.Invariant(
                $"Expected a primer of {Encoding.StepsPerQuarter} steps a quarter, as the model's grid has, ")
                + FormattableString.Invariant($"found {record.Primer.StepsPerQuarter}."));
        }

        try
        {
            return Compose(record.Primer.ToMelody(), record.OptionsFor(Encoding), cancellationToken);
        }
        catch (ArgumentException error)
        {
            throw new RecordException(error.Message.ReplaceLineEndings(" "), error);
        }
    }
}
