using System.Text;

namespace Tunesmith.Cli.CommandLine;

/// <summary>
/// Writes files whole or not at all: the content goes into a new file beside the one asked for, which takes its place when it is
/// complete. Folders on the way are made. A device such as <c>/dev/null</c> is written to and never replaced.
/// </summary>
internal static class OutputFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a file.</summary>
    /// <param name="path">Where.</param>
    /// <param name="write">Writes the content. Where it throws, the file asked for is as it was.</param>
    /// <exception cref="ToolException">The file cannot be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string target = Target(path);
        if (IsDevice(target))
        {
            Attempt(path, () => WriteAll(new FileStream(target, FileMode.Open, FileAccess.Write), write));
            return;
        }

        string temporary = TemporaryBeside(target);
        try
        {
            Attempt(path, () => WriteAll(CreateWithFolder(temporary), stream =>
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }));
            Attempt(path, () => File.Move(temporary, target, overwrite: true));
        }
        finally
        {
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }
        }
    }

    /// <summary>Writes a text file in UTF-8.</summary>
    public static void WriteText(string path, string content) => Write(path, stream => stream.Write(Utf8.GetBytes(content)));

    /// <summary>Finds out before long work whether a file can be written after it. Leaves nothing behind.</summary>
    /// <exception cref="ToolException">The file cannot be written.</exception>
    public static void CheckWritable(string path)
    {
        string target = Target(path);
        if (IsDevice(target))
        {
            if (!File.Exists(target))
            {
                throw new ToolException($"cannot write {path}: there is no such device; choose another place");
            }

            return;
        }

        string folder = Path.GetDirectoryName(target)!;
        while (!Directory.Exists(folder))
        {
            if (File.Exists(folder))
            {
                throw new ToolException($"cannot write {path}: {folder} is a file, not a folder; choose another place");
            }

            folder = Path.GetDirectoryName(folder)!;
        }

        string probe = TemporaryBeside(Path.Combine(folder, Path.GetFileName(target)));
        Attempt(path, () => File.Create(probe, 1, FileOptions.DeleteOnClose).Dispose());
    }

    /// <summary>Whether a path leads to a device such as <c>/dev/null</c>, which nothing can stand beside.</summary>
    public static bool LeadsToDevice(string path) => IsDevice(Target(path));

    /// <summary>The full path of what is to be replaced: where the path is a link, what it points to.</summary>
    private static string Target(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new UsageException("the name of the file to write is empty; give one");
        }

        string full = Path.GetFullPath(path);
        if (Directory.Exists(full) || Path.EndsInDirectorySeparator(full))
        {
            throw new ToolException($"cannot write {path}: it is a folder; add the name of a file");
        }

        FileInfo file = new(full);
        if (file.Exists && file.IsReadOnly)
        {
            throw new ToolException($"cannot write {path}: the file is read-only; choose another name or allow writing");
        }

        return file.LinkTarget is null ? full : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
    }

    private static bool IsDevice(string target) =>
        !OperatingSystem.IsWindows()
        && (target.StartsWith("/dev/", StringComparison.Ordinal) || target.StartsWith("/proc/", StringComparison.Ordinal))
        && !target.StartsWith("/dev/shm/", StringComparison.Ordinal);

    private static string TemporaryBeside(string target) =>
        Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}");

    private static FileStream CreateWithFolder(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new FileStream(path, FileMode.CreateNew, FileAccess.Write);
    }

    /// <summary>Writes and closes a file. A full disk may be found only in closing it, which writes what is left.</summary>
    private static void WriteAll(FileStream file, Action<FileStream> write)
    {
        using (file)
        {
            write(file);
        }
    }

    /// <summary>The system's own words, without the path that it puts behind them: that may be the name of the file in between.</summary>
    private static string WordsOf(Exception exception)
    {
        int path = exception.Message.IndexOf(" : '", StringComparison.Ordinal);
        return (path < 0 ? exception.Message : exception.Message[..path]).TrimEnd('.');
    }

    private static void Attempt(string path, Action action) => Attempt(path, () =>
    {
        action();
        return true;
    });

    private static T Attempt<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            string why = exception is UnauthorizedAccessException
                ? "files may not be written in that folder; choose another"
                : $"{WordsOf(exception)}; choose another place or free this one";
            throw new ToolException($"cannot write {path}: {why}", exception);
        }
    }
}
