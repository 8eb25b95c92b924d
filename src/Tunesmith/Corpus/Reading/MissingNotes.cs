using Tunesmith.Encoding;
using Tunesmith.Encoding.Lab;
using Tunesmith.Encoding.Voices;
using Tunesmith.Music;

namespace Tunesmith.Corpus.Reading;

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
            string notes = tooHigh == 1 ? "1 note is" : FormattableString.Invariant($"{tooHigh:N0} notes are");
            string message = $"{notes} above {new Pitch(LabRoll.HighestPitch)}, the highest of the lab encoding";
            yield return new CorpusReason(CorpusCause.OutOfRange, message, inMelody ?? MelodyOption(score, options));
        }

        if (voice is { Crowded: > 0 and var crowded })
        {
            string notes = crowded == 1 ? "1 note falls" : FormattableString.Invariant($"{crowded:N0} notes fall");
            string message = $"{notes} in one step with another and {(crowded == 1 ? "is" : "are")} not heard";
            int? finer = FinerGrid.Of(score, options.Encoding.Voice!, options.Encoding.StepsPerQuarter);
            string? option = finer is null ? null : FormattableString.Invariant($"--grid {finer}");
            yield return new CorpusReason(CorpusCause.Crowded, message, option);
        }
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

    /// <summary>How many notes that the lab reaches are above its pitches.</summary>
    private static int CountTooHigh(Score score)
    {
        LabStop stop = LabStop.Of(score);
        return score.Tracks.Index().Sum(track => track.Item.Keys.Index().Count(key =>
            key.Item is { IsPress: true, Pitch.Number: > LabRoll.HighestPitch } && stop.Hears(key.Item.Tick, track.Index, key.Index)));
    }

    /// <summary>The encoding melody, where it keeps the song.</summary>
    private static string? MelodyOption(Score score, CorpusOptions options)
    {
        try
        {
            int steps = Encodings.Melody().Hear(score).Length;
            string least = steps < options.MinSteps ? FormattableString.Invariant($" --min-steps {steps}") : "";
            return $"--encoding {Encodings.Melody().Name}{least}";
        }
        catch (Exception error) when (error is NoMelodyException or SongTooLongException)
        {
            return null;
        }
    }
}
