namespace Tunesmith.Fuzz;

/// <summary>The files of a folder to start from, in ordinal order of their paths.</summary>
internal static class SeedFolder
{
    /// <summary>Reads them; those that are too long are left out.</summary>
    public static IEnumerable<byte[]> Read(string folder, int largest) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Where(path => new FileInfo(path).Length <= largest)
            .Select(File.ReadAllBytes);
}
