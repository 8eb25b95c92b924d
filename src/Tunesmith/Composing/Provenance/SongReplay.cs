using Tunesmith.Composing.Constraints;
using Tunesmith.Midi;
using Tunesmith.Model;
using Tunesmith.Music;

namespace Tunesmith.Composing.Provenance;

/// <summary>Composes a song again by the record that it carries, and compares.</summary>
public static class SongReplay
{
    /// <summary>Composes a song again and compares it byte for byte.</summary>
    /// <param name="song">The bytes of the song's MIDI file.</param>
    /// <param name="model">The model that composed it, as is claimed.</param>
    /// <param name="beside">The record in the file beside it: for a song that carries none any more.</param>
    /// <param name="cancellationToken">Stops the composing.</param>
    /// <returns>Whether it is the same, and if not why.</returns>
    /// <exception cref="MidiFormatException">The song is no MIDI file.</exception>
    /// <exception cref="OperationCanceledException">The composing was stopped.</exception>
    public static ReplayResult Of(
        ReadOnlySpan<byte> song, MelodyModel model, CompositionRecord? beside = null, CancellationToken cancellationToken = default)
    {
        MidiFile file = MidiFile.Read(song);
        try
        {
            bool isInSong = CompositionRecord.TryRead(file, out CompositionRecord? carried);
            if ((carried ?? beside) is not { } record)
            {
                return new ReplayResult(
                    ReplayOutcome.NoRecord,
                    "it carries no record of how it was composed: Tunesmith did not compose it, or other software took the record away");
            }

            Composer composer = new(model);
            if (record.Model != composer.Fingerprint)
            {
                return new ReplayResult(
                    ReplayOutcome.OtherModel,
                    $"another model composed it: one with the fingerprint {record.Model}, this one has {composer.Fingerprint}")
                {
                    Record = record,
                };
            }

            Composition composed = composer.Replay(record, cancellationToken);
            byte[] bytes = record.AddTo(composed.ToScore(record.Form).ToMidi()).ToBytes();
            bool isSame = song.SequenceEqual(bytes) || (!isInSong && song.SequenceEqual(composed.ToScore(record.Form).ToMidi().ToBytes()));
            (ReplayOutcome outcome, string message) = isSame
                ? (ReplayOutcome.Same, "it is the same, byte for byte")
                : Difference(record, composed, file);
            return new ReplayResult(outcome, message) { Record = record, Song = composed, Bytes = bytes };
        }
        catch (Exception error) when (error is RecordException or ConstraintException or ArgumentException or InvalidOperationException)
        {
            return new ReplayResult(
                ReplayOutcome.DamagedRecord, $"its record is damaged or impossible: {error.Message.ReplaceLineEndings(" ").TrimEnd('.')}");
        }
    }

    private static (ReplayOutcome Outcome, string Message) Difference(CompositionRecord record, Composition composed, MidiFile file)
    {
        string difference = SongDifference.Between(composed.ToScore(record.Form), Score.FromMidi(file));
        return record.Version == CompositionRecord.CurrentVersion
            ? (ReplayOutcome.Changed, $"it was changed after it was composed: {difference}")
            : (
                ReplayOutcome.OtherVersion,
                $"Tunesmith {record.Version} composed it, and this is {CompositionRecord.CurrentVersion}, "
                    + $"which makes another song of it: {difference}");
    }
}
