namespace Tunesmith.Tests;

/// <summary>The repository itself, for tests of its sources and documents.</summary>
internal static class RepositoryFolder
{
    /// <summary>Its root: the folder that holds Tunesmith.slnx.</summary>
    public static string Root { get; } = Find();

    /// <summary>The path of a file or folder in it.</summary>
    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Tunesmith.slnx")))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException("No folder above the tests holds Tunesmith.slnx.");
    }
}
