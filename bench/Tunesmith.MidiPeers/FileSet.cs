namespace Tunesmith.MidiPeers;

/// <summary>Files in memory that are read one after another.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Files">Their bytes.</param>
internal sealed record FileSet(string Name, byte[][] Files)
{
    /// <summary>All their bytes, in MB of 1,000,000.</summary>
    public double Megabytes => Files.Sum(file => file.Length) / 1e6;

    /// <summary>Those of the files that are marked.</summary>
    public FileSet Where(bool[] marked) => this with { Files = [.. Files.Where((_, index) => marked[index])] };

    /// <summary>Reads every file below some folders, whatever its name.</summary>
    public static FileSet Below(string[] folders)
    {
        string[] paths =
        [
            .. folders
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
                .Order(StringComparer.Ordinal),
        ];
        return new FileSet($"{paths.Length} files", [.. paths.Select(File.ReadAllBytes)]);
    }

    /// <summary>Writes the files into a new folder, and a list of their paths.</summary>
    /// <returns>The path of the list.</returns>
    public string WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        string[] paths = [.. Files.Select((_, index) => Path.Combine(folder, $"{index}.mid"))];
        for (int index = 0; index < paths.Length; index++)
        {
            File.WriteAllBytes(paths[index], Files[index]);
        }

        string list = Path.Combine(folder, "list.txt");
        File.WriteAllLines(list, paths);
        return list;
    }
}
