namespace Tunesmith.Cli.Programs;

/// <summary>
/// A folder for what only another program has to read or write. It is gone with all that is in it when it is disposed of.
/// </summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tunesmith-");

    /// <summary>The full path of a file in it.</summary>
    public string File(string name) => Path.Combine(_folder.FullName, name);

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);
}
