using System.Globalization;
using Tunesmith.Encoding;
using Tunesmith.Midi;
using Tunesmith.Music;
using Tunesmith.Music.Abc;

namespace Tunesmith.Corpus;

/// <summary>
/// What of a song is not learned though it could be expected to be heard: docs/corpus.md has the whole list. That one voice is taken out of
/// many, and that drums are no melody, is what an encoding is for and not counted.
/// </summary>
internal static class MissingNotes
{
    /// <summary>What is missing of a song that is kept.</summary>
    /// <param name="score">The song.</param>
    /// <param name="voice">The voice that was heard, where the encoding has voices.</param>
    /// <param name="options">How it was heard.</param>
    public static IEnumerable<CorpusReason> Of(Score score, HeardVoice? voice, CorpusOptions options)
    {
        string? inMelody = null;
        if (voice is null && OddMeter(score) is { } stop)
        {
            inMelody = MelodyOption(score, options);
            yield return new CorpusReason(CorpusCause.OddMeter, stop, inMelody);
        }

        int tooHigh = voice is null ? CountTooHigh(score) : 0;
        if (tooHigh > 0)
        {
            string notes = tooHigh == 1 ? "1 note is" : Say($"{tooHigh:N0} notes are");
            string message = $"{notes} above {new Pitch(LabRoll.LowestPitch + LabRoll.PitchCount - 1)}, the highest of the lab encoding";
            yield return new CorpusReason(CorpusCause.OutOfRange, message, inMelody ?? MelodyOption(score, options));
        }

        if (voice is { Crowded: > 0 and var crowded })
        {
            string notes = crowded == 1 ? "1 note falls" : Say($"{crowded:N0} notes fall");
            string message = $"{notes} in one step with another and {(crowded == 1 ? "is" : "are")} not heard";
            int? finer = FinerGrid.Of(score, options.Encoding.Voice!, options.Encoding.StepsPerQuarter);
            yield return new CorpusReason(CorpusCause.Crowded, message, finer is null ? null : Say($"--grid {finer}"));
        }
    }

    /// <summary>What a damaged MIDI file lacks; null where it lacks nothing that can be known.</summary>
    public static CorpusReason? In(MidiFile midi)
    {
        int declared = midi.Header?.DeclaredTracks ?? 0;
        int found = midi.TracksFound;
        MidiWarning? skipped = First(midi, MidiWarningCode.MissingStatus, MidiWarningCode.DataByte, MidiWarningCode.VariableLength);
        bool hasNoEnd = First(midi, MidiWarningCode.MissingEndOfTrack) is not null;
        MidiWarning? cut = First(midi, MidiWarningCode.EventCutOff) ?? (hasNoEnd ? First(midi, MidiWarningCode.ChunkCutOff) : null);
        string? message = midi.Tracks.Count < declared
            ? Say($"cut off: the header says {declared} tracks, {midi.Tracks.Count} {(midi.Tracks.Count == 1 ? "is" : "are")} there")
            : midi.Tracks.Count < found
            ? Say($"damaged: the header says {declared} track{(declared == 1 ? "" : "s")}, {found} are there, and those beyond are not read")
            : cut is { } end ? Say($"cut off: a track ends early, at byte {end.Offset}")
            : skipped is { } bad ? Say($"damaged: bytes that make no sense, the first at byte {bad.Offset}")
            : null;
        return message is null ? null : new CorpusReason(CorpusCause.Damaged, $"{message}; fetch the file again if you can");
    }

    /// <summary>What of an ABC tune is not played as it is written; null where it has no warning.</summary>
    public static CorpusReason? In(AbcTune tune) => tune.Warnings is [var first, ..]
        ? new CorpusReason(CorpusCause.NotAllPlayed, $"not all that is written is played: {first.Message}")
        : null;

    private static MidiWarning? First(MidiFile midi, params ReadOnlySpan<MidiWarningCode> codes)
    {
        foreach (MidiWarning warning in midi.Warnings)
        {
            if (codes.Contains(warning.Code))
            {
                return warning;
            }
        }

        return null;
    }

    /// <summary>Where the lab stops before the last note begins, in words.</summary>
    private static string? OddMeter(Score score)
    {
        LabStop stop = LabStop.Of(score);
        bool isNoteLost = stop.Meter is not null
            && score.Tracks.Index().Any(track => HasLater(track.Item.Keys, track.Index));
        return isNoteLost ? Encodings.Lab.Unheard(score) : null;

        bool HasLater(IReadOnlyList<KeyEvent> keys, int track)
        {
            for (int index = keys.Count - 1; index >= 0 && !stop.Hears(keys[index].Tick, track, index); index--)
            {
                if (keys[index].IsPress)
                {
                    return true;
                }
            }

            return false;
        }
    }

    private static int CountTooHigh(Score score)
    {
        LabStop stop = LabStop.Of(score);
        return score.Tracks.SelectMany(track => track.Notes)
            .Count(note => note.Onset <= stop.Tick && note.Pitch.Number >= LabRoll.LowestPitch + LabRoll.PitchCount);
    }

    /// <summary>The encoding melody, where it keeps the song.</summary>
    private static string? MelodyOption(Score score, CorpusOptions options)
    {
        try
        {
            int steps = Encodings.Melody().Hear(score).Length;
            string least = steps < options.MinSteps ? Say($" --min-steps {steps}") : "";
            return $"--encoding {Encodings.Melody().Name}{least}";
        }
        catch (Exception error) when (error is NoMelodyException or SongTooLongException)
        {
            return null;
        }
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
