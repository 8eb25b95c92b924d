namespace Tunesmith.Files;

/// <summary>Writes files whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Writes bytes to a new file beside the path, then moves it there; after a failure the path is as it was.</summary>
    /// <param name="path">Where; a file that is there is replaced.</param>
    /// <param name="bytes">The whole content.</param>
    public static void Write(string path, ReadOnlySpan<byte> bytes) => Write(path, bytes, static (stream, bytes) => stream.Write(bytes));

    /// <summary>Writes likewise what comes a little at a time.</summary>
    /// <param name="path">Where; a file that is there is replaced.</param>
    /// <param name="write">Writes the whole content, or throws.</param>
    public static void Write(string path, Action<Stream> write) => Write(path, write, static (stream, write) => write(stream));

    private static void Write<T>(string path, T content, Action<Stream, T> write)
        where T : allows ref struct
    {
        string temporary = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream, content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
