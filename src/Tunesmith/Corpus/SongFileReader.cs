using System.Globalization;
using Tunesmith.Encoding;
using Tunesmith.Midi;
using Tunesmith.Music;
using Tunesmith.Music.Abc;

namespace Tunesmith.Corpus;

/// <summary>Hears one file, or says why it is left out. What a single file is like never stops the rest.</summary>
internal static class SongFileReader
{
    /// <summary>Hears a file: one song, or of an ABC file each of its tunes.</summary>
    /// <exception cref="CorpusException">One tune is asked for, and there is no such tune.</exception>
    public static IReadOnlyList<CorpusFile> Read(FoundSongFile file, CorpusOptions options)
    {
        CorpusFile result = new() { Path = file.Path, Reason = file.Problem, IsInSongbook = file.Content is not null };
        if (file.Problem is not null)
        {
            return [result];
        }

        try
        {
            byte[] bytes = file.Content ?? ReadBytes(file.FullPath);
            if (bytes.Length == 0)
            {
                return [result with { Reason = "the file is empty" }];
            }

            if (AbcSongs.IsAbc(file.FullPath, bytes))
            {
                return
                [
                    .. AbcSongs.Of(AbcTunebook.Read(bytes), result, file.Tune, file.FullPath)
                        .Select(song => song.Tune.Score is { } score ? Hear(score, song.Song, options) : song.Song),
                ];
            }

            MidiFile midi = MidiFile.Read(bytes);
            return file.Tune is null
                ? [Hear(Score.FromMidi(midi), result with { Warnings = midi.Warnings }, options)]
                : throw new CorpusException(file.FullPath, $"There is no tune \"{file.Tune}\" in \"{file.FullPath}\": it is a MIDI file.");
        }
        catch (MidiFormatException error)
        {
            return [result with { Reason = $"not a MIDI file that can be read: {error.Message}" }];
        }
        catch (AbcFormatException error)
        {
            return [result with { Reason = $"not an ABC file that can be read: {error.Message}" }];
        }
        catch (FileNotFoundException)
        {
            return [result with { Reason = "the file is gone, or is a link that leads nowhere" }];
        }
        catch (UnauthorizedAccessException)
        {
            return [result with { Reason = "no permission to read it" }];
        }
        catch (IOException error)
        {
            return [result with { Reason = $"cannot be read: {error.Message}" }];
        }
    }

    /// <summary>
    /// A file's bytes. Pipes and devices say that they have no length: opening them could wait forever, so they are taken as empty.
    /// </summary>
    public static byte[] ReadBytes(string path)
    {
        FileInfo info = new(path);
        long length = info.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target.Length : info.Length;
        return length == 0 ? [] : File.ReadAllBytes(path);
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

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
