using Tunesmith.Composing.Constraints;
using Tunesmith.Composing.Variations;
using Tunesmith.Encoding;
using Tunesmith.Midi;
using Tunesmith.Model;
using Tunesmith.Music;

namespace Tunesmith.Composing.Provenance;

/// <summary>Composes a song again by the record that it carries, and compares.</summary>
public static class SongReplay
{
    /// <summary>
    /// Composes a song again and compares it byte for byte. Where the file carries no record any more, the one in the file beside it counts
    /// (<see cref="CompositionRecord.PathBeside"/>).
    /// </summary>
    /// <param name="path">The song's MIDI file.</param>
    /// <param name="model">The model that composed it, as is claimed.</param>
    /// <param name="original">The song as it was, where bars of one were composed anew.</param>
    /// <param name="cancellationToken">Stops the composing.</param>
    /// <returns>Whether it is the same, and if not why.</returns>
    /// <exception cref="MidiFormatException">The song is no MIDI file.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The composing was stopped.</exception>
    public static ReplayResult Verify(
        string path, MelodyModel model, Score? original = null, CancellationToken cancellationToken = default)
    {
        byte[] song = File.ReadAllBytes(path);
        ReplayResult result = Verify(song, model, beside: null, original, cancellationToken);
        string beside = CompositionRecord.PathBeside(path);
        if (result.Outcome != ReplayOutcome.NoRecord || !File.Exists(beside))
        {
            return result;
        }

        try
        {
            long length = new FileInfo(beside).Length;
            CompositionRecordException.Check(
                length <= CompositionRecord.MostBytes, $"a record of at most {CompositionRecord.MostBytes} bytes", length);
            return Verify(song, model, CompositionRecord.FromJson(File.ReadAllBytes(beside)), original, cancellationToken);
        }
        catch (CompositionRecordException error)
        {
            return new ReplayResult(
                ReplayOutcome.DamagedRecord, $"it carries no record, and {beside} beside it is none: {error.Message.TrimEnd('.')}");
        }
    }

    /// <summary>Composes a song again and compares it byte for byte.</summary>
    /// <param name="song">The bytes of the song's MIDI file.</param>
    /// <param name="model">The model that composed it, as is claimed.</param>
    /// <param name="beside">The record in the file beside it: for a song that carries none any more.</param>
    /// <param name="original">The song as it was, where bars of one were composed anew.</param>
    /// <param name="cancellationToken">Stops the composing.</param>
    /// <returns>Whether it is the same, and if not why.</returns>
    /// <exception cref="MidiFormatException">The song is no MIDI file.</exception>
    /// <exception cref="OperationCanceledException">The composing was stopped.</exception>
    public static ReplayResult Verify(
        ReadOnlySpan<byte> song,
        MelodyModel model,
        CompositionRecord? beside = null,
        Score? original = null,
        CancellationToken cancellationToken = default)
    {
        MidiFile file = MidiFile.FromBytes(song);
        CompositionRecord? record = beside;
        try
        {
            bool isInSong = CompositionRecord.TryRead(file, out CompositionRecord? carried);
            record = carried ?? beside;
            if (record is null)
            {
                return new ReplayResult(
                    ReplayOutcome.NoRecord,
                    "it carries no record of how it was composed: Tunesmith did not compose it, or other software took the record away");
            }

            Composer composer = new(model);
            if (record.Model != composer.Fingerprint())
            {
                return new ReplayResult(
                    ReplayOutcome.OtherModel,
                    $"another model composed it: one with the fingerprint {record.Model}, this one has {composer.Fingerprint()}")
                {
                    Record = record,
                };
            }

            if (Missing(record, original) is { } missing)
            {
                return missing with { Record = record };
            }

            Composition composed = composer.Replay(record, cancellationToken);
            Score score = record.Variation is { } variation
                ? BarsOf(record, variation, composer.Encoding.Hear(original!)).With(original!, composed)
                : composed.ToScore(record.Written);
            byte[] bytes = record.AddTo(score.ToMidi()).ToBytes();
            bool isSame = song.SequenceEqual(bytes) || (!isInSong && song.SequenceEqual(score.ToMidi().ToBytes()));
            (ReplayOutcome outcome, string message) = isSame
                ? (ReplayOutcome.Same, "it is the same, byte for byte")
                : Difference(record, score, file);
            return new ReplayResult(outcome, message) { Record = record, Song = composed, Bytes = bytes };
        }
        catch (CompositionRecordException error) when (error.IsBeyondThisVersion && record?.Version != CompositionRecord.CurrentVersion)
        {
            return new ReplayResult(
                ReplayOutcome.OtherVersion,
                $"{(record is null ? "another version of Tunesmith" : $"Tunesmith {record.Version}")} composed it, "
                    + $"and this is {CompositionRecord.CurrentVersion}, which cannot: {error.Message.TrimEnd('.')}")
            {
                Record = record,
            };
        }
        catch (Exception error) when (error is CompositionRecordException or ConstraintException or ArgumentException
            or InvalidOperationException or NoMelodyException or SongTooLongException)
        {
            return new ReplayResult(
                ReplayOutcome.DamagedRecord, $"its record is damaged or impossible: {CompositionRecordException.WordsOf(error)}");
        }
    }

    /// <summary>
    /// What to say where the song is missing of which bars were composed anew; null where it is there, or none is needed.
    /// </summary>
    private static ReplayResult? Missing(CompositionRecord record, Score? original)
    {
        if (record.Variation is not { } variation)
        {
            return null;
        }

        if (original is null)
        {
            return new ReplayResult(
                ReplayOutcome.MissingSong,
                $"bars of {NameOf(record)} were composed anew in it, and the rest is as it was: that song is needed to compare");
        }

        string found = RecordedVariation.FingerprintOf(original);
        return found == variation.Song ? null : new ReplayResult(
            ReplayOutcome.OtherSong,
            $"bars of another song were composed anew in it: of {NameOf(record)}, with the fingerprint {variation.Song}, "
            + $"and this one has {found}");
    }

    private static VariedBars BarsOf(CompositionRecord record, RecordedVariation variation, Melody song)
    {
        CompositionRecordException.Check(
            variation.First >= 0 && variation.First < song.Length, $"bars from a step before {song.Length} on", variation.First);
        CompositionRecordException.Check(record.Steps > 0, "bars of at least one step", record.Steps);
        return new VariedBars(song, variation.First, record.Steps);
    }

    private static string NameOf(CompositionRecord record) => record.Primer.Name.Length > 0 ? $"\"{record.Primer.Name}\"" : "a song";

    private static (ReplayOutcome Outcome, string Message) Difference(CompositionRecord record, Score composed, MidiFile file)
    {
        string difference = SongDifference.Between(composed, Score.FromMidi(file));
        return record.Version == CompositionRecord.CurrentVersion
            ? (ReplayOutcome.Changed, $"it was changed after it was composed: {difference}")
            : (
                ReplayOutcome.OtherVersion,
                $"Tunesmith {record.Version} composed it, and this is {CompositionRecord.CurrentVersion}, "
                    + $"which makes another song of it: {difference}");
    }
}
