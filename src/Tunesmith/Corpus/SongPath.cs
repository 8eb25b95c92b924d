namespace Tunesmith.Corpus;

/// <summary>
/// Where songs are: a folder; a file; one tune of an ABC file, <c>reels.abc#12</c> by its number, <c>reels.abc#old reel</c> by its title or
/// a part of it; the <see cref="Songbook"/>, <c>songbook</c>; or one tune of it, <c>songbook:arirang</c>.
/// </summary>
/// <param name="File">The file or folder; <c>songbook</c> for the songbook.</param>
/// <param name="Tune">The number, name or title of a tune; null for all that is there.</param>
public readonly record struct SongPath(string File, string? Tune)
{
    /// <summary>Whether it is the songbook or a tune of it, which are in no file.</summary>
    public bool IsInSongbook { get; init; }

    /// <summary>Whether the file is there. The songbook is none.</summary>
    public bool Exists => !IsInSongbook && System.IO.File.Exists(File);

    /// <summary>Whether it is a folder that is there, or the whole songbook: what a corpus is made of, not one song.</summary>
    public bool IsFolder => Tune is null && (IsInSongbook || Directory.Exists(File));

    /// <summary>
    /// Reads a path. <c>songbook</c> and what begins with <c>songbook:</c> are the songbook, whatever files there are. What is a file as it
    /// stands is one, whatever its name; otherwise the first part up to a <c>#</c> that is a file.
    /// </summary>
    public static SongPath Parse(string path)
    {
        if (Songbook.Parse(path) is { } songbook)
        {
            return songbook;
        }

        for (int at = path.IndexOf('#', StringComparison.Ordinal); at > 0 && !System.IO.File.Exists(path); at = path.IndexOf('#', at + 1))
        {
            if (System.IO.File.Exists(path[..at]))
            {
                return new SongPath(path[..at], path[(at + 1)..]);
            }
        }

        return new SongPath(path, null);
    }
}
