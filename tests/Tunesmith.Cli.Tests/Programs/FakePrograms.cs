using Tunesmith.Cli.Programs;
using Tunesmith.Cli.Tests.CommandLine;

namespace Tunesmith.Cli.Tests.Programs;

/// <summary>Shell scripts in the place of other programs, in a folder that is all of a PATH.</summary>
internal sealed class FakePrograms : IDisposable
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly TemporaryFolder _folder = new();

    /// <summary>Skips the test where there are no shell scripts.</summary>
    public FakePrograms() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows runs no shell script.");

    /// <summary>Where the command looks.</summary>
    public ProgramPath Path => new($"relative{System.IO.Path.PathSeparator}{Folder}");

    /// <summary>The folder with the programs in it.</summary>
    public string Folder => _folder.File("programs");

    /// <summary>A file of the test.</summary>
    public string File(string name) => _folder.File(name);

    /// <summary>The lines of a file that a program has written.</summary>
    public string[] Lines(string name) => System.IO.File.ReadAllLines(File(name));

    /// <summary>Adds a program. In its script <c>$HERE</c> is the folder of the test's files.</summary>
    public FakePrograms Add(string name, string script)
    {
        Directory.CreateDirectory(Folder);
        string path = System.IO.Path.Combine(Folder, name);
        System.IO.File.WriteAllText(path, $"#!/bin/sh\nHERE='{_folder.Path}'\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.SetUnixFileMode(path, Executable);
        }

        return this;
    }

    public void Dispose() => _folder.Dispose();
}
