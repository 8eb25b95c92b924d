using System.CommandLine;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Completion;
using Tunesmith.Cli.Drawing;
using Tunesmith.Corpus;

namespace Tunesmith.Cli.Files;

/// <summary>The one song of a command that makes it heard or seen.</summary>
internal static class SongReading
{
    /// <summary>The argument that names it.</summary>
    public static Argument<string> Argument() => new("SONG")
    {
        Description = "A MIDI or ABC file; of an ABC file with several tunes as FILE.abc#12 or FILE.abc#TITLE; "
            + "a tune of the songbook as songbook:NAME",
        HelpName = "SONG",
        CompletionSources = { ValueSources.Tunes },
    };

    /// <summary>Reads it, and warns where it is one of several.</summary>
    /// <param name="path">What was named.</param>
    /// <param name="command">The command's name.</param>
    /// <param name="console">Where to warn.</param>
    /// <exception cref="UsageException">The name is empty.</exception>
    /// <exception cref="ToolException">It is a folder.</exception>
    public static SongFile Read(string path, string command, ToolConsole console)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new UsageException("the name of the song is empty; give one");
        }

        if (SongPath.Parse(path) is { IsFolder: true, IsInSongbook: false })
        {
            throw new ToolException($"{command} takes one song, but {path} is a folder; name a file in it");
        }

        SongFile song = SongFile.Load(path);
        if (song.OtherTunes > 0)
        {
            string tunes = Wording.Count(song.OtherTunes + 1, "tune");
            console.Warn($"the first of {tunes} that can be read is taken; FILE.abc#NUMBER or #TITLE takes another");
        }

        return song;
    }
}
