namespace Tunesmith.Corpus;

/// <summary>
/// A file, or one tune of an ABC file: <c>reels.abc#12</c> by its number, <c>reels.abc#old reel</c> by its title or a part of it.
/// </summary>
/// <param name="File">The file.</param>
/// <param name="Tune">The number or the title; null for the whole file.</param>
public readonly record struct SongPath(string File, string? Tune)
{
    /// <summary>Whether the file is there.</summary>
    public bool Exists => System.IO.File.Exists(File);

    /// <summary>
    /// Reads a path. What is a file as it stands is one, whatever its name; otherwise the first part up to a <c>#</c> that is a file.
    /// </summary>
    public static SongPath Parse(string path)
    {
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
