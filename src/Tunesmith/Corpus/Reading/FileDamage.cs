using Tunesmith.Midi;
using Tunesmith.Music.Abc;

namespace Tunesmith.Corpus.Reading;

/// <summary>What of a song is not learned because its file is damaged: docs/corpus.md has the whole list.</summary>
internal static class FileDamage
{
    /// <summary>What a damaged MIDI file lacks; null where it lacks nothing that can be known.</summary>
    public static CorpusReason? Of(MidiFile midi)
    {
        int declared = midi.Header?.DeclaredTracks ?? 0;
        int found = midi.TracksFound;
        MidiWarning? skipped = First(midi, MidiWarningCode.MissingStatus, MidiWarningCode.DataByte, MidiWarningCode.VariableLength);
        bool hasNoEnd = First(midi, MidiWarningCode.MissingEndOfTrack) is not null;
        MidiWarning? cut = First(midi, MidiWarningCode.EventCutOff) ?? (hasNoEnd ? First(midi, MidiWarningCode.ChunkCutOff) : null);
        string tracks = declared == 1 ? "track" : "tracks";
        string? message =
            midi.Tracks.Count < declared ? FormattableString.Invariant(
                $"cut off: the header says {declared} {tracks}, {midi.Tracks.Count} {(midi.Tracks.Count == 1 ? "is" : "are")} there")
            : midi.Tracks.Count < found ? FormattableString.Invariant(
                $"damaged: the header says {declared} {tracks}, {found} are there, and those beyond are not read")
            : cut is { } end ? FormattableString.Invariant($"cut off: a track ends early, at byte {end.Offset}")
            : skipped is { } bad ? FormattableString.Invariant($"damaged: bytes that make no sense, the first at byte {bad.Offset}")
            : null;
        return message is null ? null : new CorpusReason(CorpusCause.Damaged, $"{message}; fetch the file again if you can");
    }

    /// <summary>What of an ABC tune is not played as it is written; null where it has no warning.</summary>
    public static CorpusReason? Of(AbcTune tune) => tune.Warnings is [var first, ..]
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
}
