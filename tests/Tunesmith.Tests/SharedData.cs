namespace Tunesmith.Tests;

/// <summary>Finds the data that lies beside the repository, in <c>../shared</c>. It is never part of it, so tests that use it may have to be skipped.</summary>
internal static class SharedData
{
    /// <summary>The folder, or null where there is none.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>The path of a file or folder in it; skips the test where it is absent.</summary>
    public static string Require(string relative)
    {
        string path = Path.Combine(Folder ?? "", relative);
        Assert.SkipWhen(Folder is null, "The folder '../shared' is not beside the repository.");
        Assert.SkipUnless(File.Exists(path) || Directory.Exists(path), $"'../shared/{relative}' is absent.");
        return path;
    }

    private static string? Find()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Tunesmith.slnx")))
        {
            folder = folder.Parent;
        }

        string? shared = folder?.Parent is { } parent ? Path.Combine(parent.FullName, "shared") : null;
        return Directory.Exists(shared) ? shared : null;
    }
}
