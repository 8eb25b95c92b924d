using System.Globalization;
using Tunesmith.Encoding;
using Tunesmith.Midi;
using Tunesmith.Music;

namespace Tunesmith.Corpus;

/// <summary>Hears one file, or says why it is left out. What a single file is like never stops the rest.</summary>
internal static class SongFileReader
{
    /// <summary>Hears a file.</summary>
    public static CorpusFile Read(FoundSongFile file, CorpusOptions options)
    {
        CorpusFile result = new() { Path = file.Path, Reason = file.Problem };
        if (file.Problem is not null)
        {
            return result;
        }

        try
        {
            byte[] bytes = ReadBytes(file.FullPath);
            if (bytes.Length == 0)
            {
                return result with { Reason = "the file is empty" };
            }

            MidiFile midi = MidiFile.Read(bytes);
            return Hear(Score.FromMidi(midi), result with { Warnings = midi.Warnings }, options);
        }
        catch (MidiFormatException error)
        {
            return result with { Reason = $"not a MIDI file that can be read: {error.Message}" };
        }
        catch (FileNotFoundException)
        {
            return result with { Reason = "the file is gone, or is a link that leads nowhere" };
        }
        catch (UnauthorizedAccessException)
        {
            return result with { Reason = "no permission to read it" };
        }
        catch (IOException error)
        {
            return result with { Reason = $"cannot be read: {error.Message}" };
        }
    }

    private static CorpusFile Hear(Score score, CorpusFile file, CorpusOptions options)
    {
        file = file with { Facts = SongFacts.Of(score) };
        double minutes = score.Seconds / 60;
        if (minutes > options.MaxMinutes)
        {
            double shown = Math.Ceiling(minutes * 10) / 10; // never as if it were within the limit
            return file with { Reason = Say($"too long: {shown:N1} minutes, where at most {options.MaxMinutes:0.##} are heard") };
        }

        try
        {
            Melody melody = options.Encoding.Hear(score);
            file = file with { Melody = melody, Voice = options.Encoding.VoiceOf(score) };
            return melody.Length < options.MinSteps ? file with { Reason = TooShort(score, melody, options) } : file;
        }
        catch (Exception error) when (error is SongTooLongException or NoMelodyException)
        {
            return file with { Reason = error.Message };
        }
    }

    private static string TooShort(Score score, Melody melody, CorpusOptions options)
    {
        string advice = options.Encoding.Unheard(score) ?? Say($"--min-steps {melody.Length} would keep it");
        return Say($"shorter than {options.MinSteps} steps: {melody.Length}; {advice}");
    }

    // Pipes and devices say that they have no length. Opening them could wait forever, so they are taken as empty.
    private static byte[] ReadBytes(string path)
    {
        FileInfo info = new(path);
        long length = info.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target.Length : info.Length;
        return length == 0 ? [] : File.ReadAllBytes(path);
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
