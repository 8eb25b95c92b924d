using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Drawing;
using Tunesmith.Cli.Files;
using Tunesmith.Music;

namespace Tunesmith.Cli.Commands.Composing;

/// <summary>The files that <c>compose</c> writes.</summary>
/// <param name="Songs">The songs.</param>
/// <param name="HasBase">Whether they start from songs, which are written beside them.</param>
/// <param name="Probabilities">The table of probabilities; null where none is asked for.</param>
/// <param name="Wav">Whether each song has its sound beside it.</param>
/// <param name="Report">The page; empty where none is asked for.</param>
internal sealed record ComposedFiles(IReadOnlyList<string> Songs, bool HasBase, string? Probabilities, bool Wav, FileRole[] Report)
{
    /// <summary>The whole songs that they start from, in their order; empty where they start from none.</summary>
    public string[] BaseSongs { get; } = HasBase ? [.. Songs.Select(SongNames.BaseBeside)] : [];

    /// <summary>All of them, with what each is.</summary>
    public FileRole[] Written()
    {
        IEnumerable<string> songs = [.. Songs, .. BaseSongs];
        return
        [
            .. Songs.SelectMany(song => RecordFiles.Written("the song", song)),
            .. BaseSongs.Select(song => new FileRole("the whole primer song", song)),
            .. Report,
            .. Probabilities is null ? [] : (FileRole[])[new FileRole("the table of probabilities", Probabilities)],
            .. Wav ? songs.Select(song => new FileRole("the sound", SoundFiles.Beside(song))) : [],
        ];
    }

    /// <summary>The sound beside a song; null where none is asked for.</summary>
    public string? SoundOf(string? song) => Wav && song is not null ? SoundFiles.Beside(song) : null;

    /// <summary>Makes songs sound where that is asked for. Where it is interrupted, says that the songs are there.</summary>
    /// <param name="songs">The songs and their files.</param>
    /// <param name="threads">How many are made at a time.</param>
    /// <param name="cancellation">Stops it.</param>
    public void Sound(IReadOnlyCollection<(string File, Score Song)> songs, int threads, CancellationToken cancellation)
    {
        if (!Wav)
        {
            return;
        }

        try
        {
            SoundFiles.Write(songs.Select(song => (SoundFiles.Beside(song.File), song.Song)), threads, cancellation);
        }
        catch (OperationCanceledException error)
        {
            throw new InterruptedException(
                $"interrupted; {Wording.Count(songs.Count, "song")} are whole, their sounds may be missing", error);
        }
    }
}
