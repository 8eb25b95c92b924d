using Tunesmith.Music;

namespace Tunesmith.Corpus.Reading;

/// <summary>
/// Finds the song files below a folder: .mid, .midi, .kar, .smf and .abc in letters of any case. Links to files are followed, links to
/// folders are not, so that the search ends.
/// </summary>
internal static class SongFileSearch
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>The song files in ordinal order of their paths.</summary>
    /// <exception cref="UnauthorizedAccessException">The folder itself may not be searched; folders below it are named instead.</exception>
    public static FoundSongFile[] In(string folder, CancellationToken cancellation)
    {
        List<FoundSongFile> files = [];
        Stack<(DirectoryInfo Folder, string Path)> pending = [];
        pending.Push((new DirectoryInfo(folder), ""));
        while (pending.TryPop(out (DirectoryInfo Folder, string Path) next))
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                Search(next.Folder, next.Path, files, pending);
            }
            catch (Exception error) when (next.Path.Length > 0 && error is IOException or UnauthorizedAccessException)
            {
                files.Add(new FoundSongFile(next.Folder.FullName, next.Path, "the folder cannot be searched"));
            }
        }

        return [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    private static void Search(DirectoryInfo folder, string path, List<FoundSongFile> files, Stack<(DirectoryInfo, string)> pending)
    {
        foreach (FileSystemInfo entry in folder.EnumerateFileSystemInfos("*", Everything))
        {
            if (entry is DirectoryInfo inner)
            {
                if (!inner.Attributes.HasFlag(FileAttributes.ReparsePoint))
                {
                    pending.Push((inner, path + inner.Name + "/"));
                }
            }
            else if (SongFormat.IsMidi(entry.Name) || SongFormat.IsAbc(entry.Name))
            {
                files.Add(new FoundSongFile(entry.FullName, path + entry.Name));
            }
        }
    }
}
