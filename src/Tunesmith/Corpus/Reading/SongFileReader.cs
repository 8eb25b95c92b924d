using Tunesmith.Midi;
using Tunesmith.Music;
using Tunesmith.Music.Abc;

namespace Tunesmith.Corpus.Reading;

/// <summary>Hears one file, or says why it is left out. What a single file is like never stops the rest.</summary>
/// <param name="options">How songs are heard, and which are kept.</param>
/// <param name="gate">Holds back files while others fill the memory.</param>
/// <param name="cancellation">Stops the waiting at the gate.</param>
internal sealed class SongFileReader(CorpusOptions options, ByteGate gate, CancellationToken cancellation)
{
    /// <summary>Hears a file: one song, or of an ABC file each of its tunes. Nothing of its bytes is kept.</summary>
    /// <exception cref="CorpusException">One tune is asked for, and there is no such tune.</exception>
    public IReadOnlyList<CorpusFile> Read(FoundSongFile file)
    {
        CorpusFile result = new() { Path = file.Path, IsInSongbook = file.Content is not null };
        if (file.Problem is not null)
        {
            return LeaveOut(CorpusCause.Unreadable, file.Problem);
        }

        try
        {
            long length = file.Content?.Length ?? SongBytes.LengthOf(file.FullPath);
            if (length is 0 or > SongFile.MostBytes)
            {
                return length == 0
                    ? LeaveOut(CorpusCause.Empty, "the file is empty")
                    : LeaveOut(CorpusCause.TooBig, SongBytes.TooBig(length));
            }

            gate.Enter(length, cancellation);
            try
            {
                byte[] bytes = file.Content ?? SongBytes.Read(file.FullPath, length);
                return SongFormat.IsAbc(file.FullPath, bytes) ? ReadAbc(bytes, file, result) : [ReadMidi(bytes, file, result)];
            }
            finally
            {
                gate.Leave(length);
            }
        }
        catch (MidiFormatException error)
        {
            return LeaveOut(CorpusCause.NotASong, $"not a MIDI file that can be read: {error.Message}");
        }
        catch (AbcFormatException error)
        {
            return LeaveOut(CorpusCause.NotASong, $"not an ABC file that can be read: {error.Message}");
        }
        catch (FileNotFoundException) when (file.Path.Contains('\uFFFD'))
        {
            return LeaveOut(CorpusCause.Unreadable, "its name is not UTF-8, so it cannot be found: rename it");
        }
        catch (FileNotFoundException)
        {
            return LeaveOut(CorpusCause.Unreadable, "the file is gone, or is a link that leads nowhere");
        }
        catch (UnauthorizedAccessException)
        {
            return LeaveOut(CorpusCause.Unreadable, "no permission to read it");
        }
        catch (IOException error)
        {
            return LeaveOut(CorpusCause.Unreadable, $"cannot be read: {error.Message}");
        }

        CorpusFile[] LeaveOut(CorpusCause cause, string message) => [result with { LeftOut = new CorpusReason(cause, message) }];
    }

    private CorpusFile[] ReadAbc(byte[] bytes, FoundSongFile file, CorpusFile result) =>
    [
        .. AbcSongs.Of(AbcTunebook.FromBytes(bytes), result, file.Tune, file.FullPath).Select(song => song.Tune.Score is { } score
            ? Hear(score, song.Song with { Missing = FileDamage.Of(song.Tune) is { } missing ? [missing] : [] })
            : song.Song),
    ];

    private CorpusFile ReadMidi(byte[] bytes, FoundSongFile file, CorpusFile result)
    {
        MidiFile midi;
        try
        {
            midi = MidiFile.ReadOwned(bytes);
        }
        catch (MidiFormatException) when (ForeignFile.Describe(bytes) is { } foreign)
        {
            return result with { LeftOut = new CorpusReason(CorpusCause.NotASong, foreign) };
        }

        if (file.Tune is { } tune)
        {
            throw AbcSongs.NoneInMidi(file.FullPath, tune);
        }

        CorpusReason? missing = midi.Warnings.Count == 0 ? null : FileDamage.Of(midi);
        return Hear(Score.FromMidi(midi), result with
        {
            Warnings = midi.Warnings,
            Missing = missing is null ? [] : [missing],
            IsComposed = CompositionText.Find(midi) is not null,
        });
    }

    private CorpusFile Hear(Score score, CorpusFile song)
    {
        CorpusFile heard = SongHearing.Hear(score, song, options);
        return options.Strict && heard.Trouble.FirstOrDefault() is { } first
            ? heard with
            {
                LeftOut = new CorpusReason(
                    CorpusCause.BreaksFormat, $"breaks its format: {first}", heard.IsUsed ? "leaving out --strict" : null),
                Missing = [],
            }
            : heard;
    }
}
