using Tunesmith.Cli.CommandLine;
using Tunesmith.Corpus;

namespace Tunesmith.Cli.Files;

/// <summary>A file that a command reads or writes.</summary>
/// <param name="Role">What it is to the command, such as <c>the log</c>.</param>
/// <param name="Path">Where it is.</param>
internal readonly record struct FileRole(string Role, string Path);

/// <summary>Finds out before the work whether a file to write would take the place of another that the command reads or writes.</summary>
internal static class FilesApart
{
    /// <summary>Checks the files of a command line.</summary>
    /// <param name="written">The files that will be written, in order.</param>
    /// <param name="read">The files that are read.</param>
    /// <exception cref="UsageException">Two are the same file.</exception>
    public static void Check(IEnumerable<FileRole> written, params IEnumerable<FileRole> read)
    {
        Dictionary<string, FileRole> others = [];
        foreach (FileRole file in read)
        {
            RequireName(file);
            others.TryAdd(Target(file.Path), file);
        }

        foreach (FileRole file in written)
        {
            RequireName(file);
            string path = Target(file.Path);
            if (!others.TryAdd(path, file))
            {
                FileRole other = others[path];
                throw new UsageException($"{file.Role} would be written over {other.Role}, {other.Path}; choose another name");
            }
        }
    }

    /// <summary>Checks that no file to write would take the place of a song that was read.</summary>
    /// <param name="written">The files that will be written.</param>
    /// <param name="corpus">The songs, read from a folder or from one file; null where none were.</param>
    /// <exception cref="UsageException">One is a file of the corpus.</exception>
    public static void CheckSongs(IEnumerable<FileRole> written, SongCorpus? corpus)
    {
        if (corpus is null)
        {
            return;
        }

        SongPath source = SongPath.Parse(corpus.Source);
        if (source.IsInSongbook)
        {
            return; // its tunes are in no file
        }

        bool isFolder = source.IsFolder;
        HashSet<string> songs =
            [.. corpus.Files.Select(file => Target(isFolder ? Path.Combine(corpus.Source, file.File) : source.File))];
        foreach (FileRole file in written)
        {
            if (songs.Contains(Target(file.Path)))
            {
                throw new UsageException($"{file.Role} would be written over a song of the corpus, {file.Path}; choose another name");
            }
        }
    }

    /// <summary>The file of a song that is read; none for the songbook.</summary>
    /// <param name="role">What it is to the command.</param>
    /// <param name="path">The song, as <see cref="SongPath"/> has it.</param>
    public static FileRole[] OfSong(string role, string path) =>
        SongPath.Parse(path) is { IsInSongbook: false, File: var file } ? [new FileRole(role, file)] : [];

    private static void RequireName(FileRole file)
    {
        if (string.IsNullOrWhiteSpace(file.Path))
        {
            throw new UsageException($"the name of {file.Role} is empty; give one");
        }
    }

    /// <summary>The full path; of a link, that of what it points to, which is what would be replaced.</summary>
    private static string Target(string path)
    {
        string full = Path.GetFullPath(path);
        try
        {
            return new FileInfo(full).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? full;
        }
        catch (IOException)
        {
            return full; // a link that leads round in a circle; writing or reading it says so
        }
    }
}
