using Tunesmith.Cli.CommandLine;
using Tunesmith.Corpus;
using Tunesmith.Midi;
using Tunesmith.Music.Abc;

namespace Tunesmith.Cli.Commands.Composing;

/// <summary>The file of <c>tunesmith replay</c>: a MIDI file that was composed, or what it is instead, for messages.</summary>
internal static class ReplayedFile
{
    /// <summary>Finds out before the work that a file was named.</summary>
    /// <param name="path">What was named.</param>
    /// <exception cref="UsageException">The name is empty.</exception>
    /// <exception cref="ToolException">It is a folder, of the songbook, or a tune of an ABC file.</exception>
    /// <exception cref="CorpusException">It is a tune of a file that has no tunes.</exception>
    /// <exception cref="IOException">There is no such file; what may have been meant is said.</exception>
    public static void Require(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new UsageException("the name of the song is empty; give one");
        }

        SongPath song = SongPath.Parse(path);
        if (song.IsInSongbook)
        {
            throw new ToolException(
                $"{path} was not composed by Tunesmith, as no tune of the songbook was; name a .mid that compose wrote");
        }

        if (song.IsFolder)
        {
            throw new ToolException($"replay takes one song, but {path} is a folder; name a file in it");
        }

        if (!File.Exists(path) && WhatItIs(path) is { } other)
        {
            throw other;
        }
    }

    /// <summary>Why a file is no MIDI file: it is ABC, or no song at all; null where it is a damaged one.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">It is missing or cannot be read.</exception>
    public static Exception? WhatItIs(string path)
    {
        try
        {
            return SongFile.Load(path).Tune is null ? null : OfAbc(path);
        }
        catch (AbcFormatException)
        {
            return OfAbc(path);
        }
        catch (CorpusException error)
        {
            return error;
        }
        catch (MidiFormatException)
        {
            return null;
        }
    }

    private static ToolException OfAbc(string path) =>
        new($"{path} is ABC, which carries no record of how it was composed; the record is in the .mid that was composed");
}
