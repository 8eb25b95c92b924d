using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Corpus.Reading;

/// <summary>
/// Finds options by which a song would be kept, one for each thing that is in its way; the last trial is the song heard with all of them,
/// so that what is said is true.
/// </summary>
internal static class KeepingAdvice
{
    /// <summary>The options, as the command line takes them; null where none would help.</summary>
    /// <param name="score">A song that is left out.</param>
    /// <param name="options">How it was heard.</param>
    public static string? For(Score score, CorpusOptions options)
    {
        SortedDictionary<string, string> chosen = new(StringComparer.Ordinal);
        double minutes = Math.Ceiling(score.Seconds / 60);
        if (minutes > CorpusOptions.MostMinutes)
        {
            return null;
        }

        if (score.Seconds / 60 > options.MaxMinutes)
        {
            chosen["--max-minutes"] = FormattableString.Invariant($"{minutes:0}");
        }

        MelodyEncoding encoding = options.Encoding;
        while (true)
        {
            switch (Try(score, encoding, out Melody? melody, out long steps))
            {
                case Trial.NoVoice when encoding.Voice?.Kind is MelodyVoiceKind.Track or MelodyVoiceKind.Channel:
                    encoding = Encodings.Melody(MelodyVoice.Highest, encoding.StepsPerQuarter);
                    chosen["--voice"] = $"{MelodyVoice.Highest}";
                    break;

                case Trial.TooLong when encoding.Voice is null:
                case Trial.Heard
                    when encoding.Voice is null && melody!.Length < options.MinSteps && MelodyHearsMore(score, encoding, melody):
                    encoding = Encodings.Melody();
                    chosen["--encoding"] = encoding.Name;
                    break;

                case Trial.TooLong when encoding.StepsPerQuarter * MelodyEncoding.MaxSteps / steps is var grid and > 0:
                    int coarser = (int)Math.Min(grid, encoding.StepsPerQuarter - 1);
                    encoding = Encodings.Melody(encoding.Voice, coarser);
                    chosen["--grid"] = FormattableString.Invariant($"{coarser}");
                    break;

                case Trial.Heard when melody!.Length < options.MinSteps:
                    chosen["--min-steps"] = FormattableString.Invariant($"{melody.Length}");
                    return Join(chosen);

                case Trial.Heard:
                    return Join(chosen);

                default:
                    return null;
            }
        }
    }

    private static bool MelodyHearsMore(Score score, MelodyEncoding encoding, Melody melody) =>
        encoding.Unheard(score) is not null
        && Try(score, Encodings.Melody(), out Melody? other, out _) == Trial.Heard
        && other!.Length > melody.Length;

    private static Trial Try(Score score, MelodyEncoding encoding, out Melody? melody, out long steps)
    {
        (melody, steps) = (null, 0);
        try
        {
            melody = encoding.Hear(score);
            return Trial.Heard;
        }
        catch (NoMelodyException)
        {
            return Trial.NoVoice;
        }
        catch (SongTooLongException error)
        {
            steps = error.Steps;
            return Trial.TooLong;
        }
    }

    private static string? Join(SortedDictionary<string, string> chosen) =>
        chosen.Count == 0 ? null : string.Join(' ', chosen.Select(option => $"{option.Key} {option.Value}"));

    private enum Trial
    {
        Heard,
        NoVoice,
        TooLong,
    }
}
