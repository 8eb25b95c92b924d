using Tunesmith.Composing.Provenance;
using Tunesmith.Music;

namespace Tunesmith.Composing;

/// <content>The same song once more.</content>
public sealed partial class Composer
{
    /// <summary>
    /// Composes a song again by its record: with the model that composed it, the same steps. <see cref="SongReplay"/> compares files.
    /// </summary>
    /// <param name="record">The record; <see cref="CompositionRecord.Model"/> is not looked at.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <exception cref="CompositionRecordException">The record says what cannot be, or its primer does not fit the model.</exception>
    /// <exception cref="OperationCanceledException">The composing was stopped.</exception>
    public Composition Replay(CompositionRecord record, CancellationToken cancellationToken = default)
    {
        CompositionRecordException.Check(
            record.Primer.StepsPerQuarter == Encoding.StepsPerQuarter,
            $"a primer of {Encoding.StepsPerQuarter} steps a quarter, as the model's grid has",
            record.Primer.StepsPerQuarter);
        Melody heard = record.Primer.ToMelody();
        SongBeginning beginning = record.IsFromNothing
            ? SongBeginning.OfSilence(heard)
                ?? throw new CompositionRecordException("one silent step before a song from nothing", record.Primer.Notes)
            : SongBeginning.Of(heard);
        int most = CompositionOptions.MostSteps - beginning.Primer.Length;
        CompositionRecordException.Check(
            record.Steps <= most, $"at most {most} steps after a primer of {beginning.Primer.Length}", record.Steps);
        try
        {
            return ComposeTogether([beginning], [record.Seed], record.OptionsFor(Encoding), cancellationToken)[0];
        }
        catch (ArgumentException error)
        {
            throw new CompositionRecordException("what this model can compose", CompositionRecordException.WordsOf(error), error);
        }
    }
}
