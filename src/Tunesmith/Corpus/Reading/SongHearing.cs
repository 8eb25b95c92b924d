using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Corpus.Reading;

/// <summary>Hears a song as a corpus does, or says why it is left out and what would keep it.</summary>
internal static class SongHearing
{
    /// <summary>Hears a song.</summary>
    /// <param name="score">The song.</param>
    /// <param name="file">What is known of it so far.</param>
    /// <param name="options">How it is heard.</param>
    public static CorpusFile Hear(Score score, CorpusFile file, CorpusOptions options)
    {
        file = file with { Facts = SongFacts.Of(score) };
        double minutes = score.Seconds / 60;
        if (minutes > options.MaxMinutes)
        {
            double shown = Math.Ceiling(minutes * 10) / 10; // never as if it were within the limit
            string message = FormattableString.Invariant(
                $"too long: {shown:N1} minutes, where at most {options.MaxMinutes:0.##} are heard");
            return LeaveOut(CorpusCause.TooLong, message);
        }

        try
        {
            Melody melody = options.Encoding.Hear(score, out HeardVoice? voice);
            file = file with { Melody = melody, Voice = voice };
            if (melody.Length >= options.MinSteps)
            {
                return file with { Missing = [.. file.Missing, .. MissingNotes.Of(score, file.Voice, options)] };
            }

            string tooShort = FormattableString.Invariant($"shorter than {options.MinSteps} steps: {melody.Length}");
            return options.Encoding.Unheard(score) is { } unheard
                ? LeaveOut(CorpusCause.OddMeter, $"{tooShort}; {unheard}")
                : LeaveOut(CorpusCause.TooShort, tooShort);
        }
        catch (SongTooLongException error)
        {
            return LeaveOut(CorpusCause.TooManySteps, error.Message);
        }
        catch (NoMelodyException error)
        {
            bool isAskedFor = options.Encoding.Voice?.Kind is MelodyVoiceKind.Track or MelodyVoiceKind.Channel;
            bool hasOthers = isAskedFor && score.Tracks.Any(track => track.Notes.Any(note => note.Channel != GeneralMidi.DrumChannel));
            return LeaveOut(hasOthers ? CorpusCause.NoSuchVoice : CorpusCause.NoMelody, error.Message);
        }

        CorpusFile LeaveOut(CorpusCause cause, string message) =>
            file with { LeftOut = new CorpusReason(cause, message, KeepingAdvice.For(score, options)), Missing = [] };
    }
}
