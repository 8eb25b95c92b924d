namespace Tunesmith.Tests.Architecture;

/// <summary>A source file of the repository.</summary>
/// <param name="Path">Where it is, from the root, with <c>/</c> between folders.</param>
internal sealed record SourceFile(string Path)
{
    /// <summary>What is in it.</summary>
    public string Text => File.ReadAllText(RepositoryFolder.PathOf(Path));

    /// <summary>The folder that it is in, from the root.</summary>
    public string Folder => Path[..Path.LastIndexOf('/')];

    /// <summary>All C# below a folder but what builds leave there, in ordinal order.</summary>
    public static SourceFile[] Below(string folder) =>
    [
        .. Directory.EnumerateFiles(RepositoryFolder.PathOf(folder), "*.cs", SearchOption.AllDirectories)
            .Select(path => System.IO.Path.GetRelativePath(RepositoryFolder.Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path)),
    ];
}
