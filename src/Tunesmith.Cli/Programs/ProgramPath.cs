namespace Tunesmith.Cli.Programs;

/// <summary>Where other programs are looked for: the folders that <c>PATH</c> names in full, in their order.</summary>
/// <param name="folders">The value of <c>PATH</c>.</param>
internal sealed class ProgramPath(string? folders)
{
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>That of this process.</summary>
    public static ProgramPath OfProcess() => new(Environment.GetEnvironmentVariable("PATH"));

    /// <summary>The full path of a program, or null where there is none of this name.</summary>
    /// <param name="name">What is typed to call it.</param>
    public string? Find(string name)
    {
        string file = OperatingSystem.IsWindows() ? $"{name}.exe" : name;
        return (folders ?? "").Split(Path.PathSeparator)
            .Where(Path.IsPathFullyQualified) // what stands in the folder one happens to be in is never run
            .Select(folder => Path.Combine(folder, file))
            .FirstOrDefault(IsProgram);
    }

    private static bool IsProgram(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Executable) != 0);
}
