namespace Tunesmith.Tests;

/// <summary>
/// The data that lies beside the repository, in <c>../shared</c>. It is never part of it, so tests that use it may have to be skipped.
/// </summary>
internal static class SharedData
{
    private static readonly string Folder = Path.GetFullPath(RepositoryFolder.PathOf("..", "shared"));

    /// <summary>The path of a file or folder in it; skips the test where it is absent.</summary>
    public static string Require(string relative)
    {
        Assert.SkipUnless(Directory.Exists(Folder), "The folder '../shared' is not beside the repository.");
        string path = Path.Combine(Folder, relative);
        Assert.SkipUnless(Path.Exists(path), $"'../shared/{relative}' is absent.");
        return path;
    }
}
