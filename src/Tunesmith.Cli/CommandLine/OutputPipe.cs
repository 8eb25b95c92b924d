using Microsoft.Win32.SafeHandles;

namespace Tunesmith.Cli.CommandLine;

/// <summary>
/// Standard output where it is a pipe. The console's own writer passes over a reader that has gone; this one fails then, for a command that
/// has nothing more to do when nobody reads.
/// </summary>
internal static class OutputPipe
{
    private const int StandardOutput = 1;
    private const int BrokenPipe = 32; // EPIPE, on Linux and on macOS

    /// <summary>
    /// A writer into the pipe; null where a stream does not go into one, and on Windows, where handles have no such numbers.
    /// </summary>
    /// <param name="stream">The stream of a command.</param>
    public static StreamWriter? Open(ConsoleStream stream)
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected || !ReferenceEquals(stream.Writer, Console.Out))
        {
            return null;
        }

        FileStream pipe = new(new SafeFileHandle(StandardOutput, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        if (pipe.CanSeek)
        {
            pipe.Dispose(); // a file, of which the console keeps the place
            return null;
        }

        return new StreamWriter(pipe);
    }

    /// <summary>Whether writing failed because the reader has gone.</summary>
    public static bool IsClosed(IOException error) => error.HResult == BrokenPipe;
}
