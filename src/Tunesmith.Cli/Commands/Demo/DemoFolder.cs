using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Drawing;

namespace Tunesmith.Cli.Commands.Demo;

/// <summary>
/// The folder of a demo. A record in it says which files are the demo's own and what is in them: they alone are ever replaced, and only as
/// long as nobody has changed them. Names that begin with a dot, such as file managers leave behind, are passed over.
/// </summary>
/// <param name="path">The folder; it need not be there.</param>
internal sealed class DemoFolder(string path)
{
    /// <summary>The name of the record.</summary>
    public const string RecordName = "demo.json";

    private const int LongestRecord = 65_536;

    /// <summary>The folder as it was named.</summary>
    public string Path => path;

    /// <summary>Checks before the work that the folder can be written to and holds no file that is not the demo's own.</summary>
    /// <exception cref="UsageException">The name is empty.</exception>
    /// <exception cref="ToolException">The folder holds something else, or cannot be written to.</exception>
    public void Check()
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new UsageException("the name of the folder to write to is empty; give one");
        }

        string[] others = Others();
        if (others.Length > 0)
        {
            string more = others.Length == 1 ? "" : $" and {Wording.Count(others.Length - 1, "other")}";
            throw new ToolException(
                $"{path} holds what is not the demo's own: {others[0]}{more}; choose another folder with -o, or move it away");
        }

        OutputFile.CheckWritable(PathOf(RecordName));
    }

    /// <summary>
    /// Puts files in place of those of the demo before. Each is whole whenever the program is stopped, and the record comes first, so that
    /// whatever is then there is known as the demo's own.
    /// </summary>
    /// <param name="seed">The demo's seed.</param>
    /// <param name="files">Its files.</param>
    /// <exception cref="ToolException">Something else has come into the folder, or a file cannot be written.</exception>
    public void Replace(ulong seed, IReadOnlyList<DemoFile> files)
    {
        Check();
        foreach (string old in Entries().Where(entry => System.IO.Path.GetFileName(entry) != RecordName).ToArray())
        {
            File.Delete(old);
        }

        DemoRecord record = new(
            seed, files.ToDictionary(file => file.Name, file => Convert.ToHexStringLower(SHA256.HashData(file.Content))));
        OutputFile.WriteText(PathOf(RecordName), JsonSerializer.Serialize(record, DemoRecordJson.Default.DemoRecord) + "\n");
        foreach (DemoFile file in files)
        {
            OutputFile.Write(PathOf(file.Name), stream => stream.Write(file.Content));
        }
    }

    /// <summary>The path of a file in the folder.</summary>
    public string PathOf(string name) => System.IO.Path.Combine(path, name);

    private IEnumerable<string> Entries() => Directory.Exists(path)
        ? Directory.EnumerateFileSystemEntries(path).Where(entry => !System.IO.Path.GetFileName(entry).StartsWith('.'))
        : [];

    /// <summary>The names of what is not the demo's own, in ordinal order.</summary>
    private string[] Others()
    {
        DemoRecord? record = Record();
        return
        [
            .. Entries()
                .Where(entry => record is null || !IsOwn(entry, record))
                .Select(entry => System.IO.Path.GetFileName(entry))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static bool IsOwn(string entry, DemoRecord record)
    {
        string name = System.IO.Path.GetFileName(entry);
        if (name == RecordName || !File.Exists(entry) || !record.Files.TryGetValue(name, out string? hash))
        {
            return name == RecordName;
        }

        using FileStream stream = File.OpenRead(entry);
        return hash == Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private DemoRecord? Record()
    {
        FileInfo file = new(PathOf(RecordName));
        if (!file.Exists || file.Length > LongestRecord)
        {
            return null;
        }

        try
        {
            DemoRecord? record = JsonSerializer.Deserialize(File.ReadAllText(file.FullName), DemoRecordJson.Default.DemoRecord);
            return record?.Files is null ? null : record;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What the demo leaves beside its files: the file <c>demo.json</c>.</summary>
/// <param name="Seed">What writes the same files again.</param>
/// <param name="Files">The SHA-256 of each file by its name, in small hexadecimal letters.</param>
internal sealed record DemoRecord(ulong Seed, IReadOnlyDictionary<string, string> Files);

/// <summary>JSON of <c>demo.json</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(DemoRecord))]
internal sealed partial class DemoRecordJson : JsonSerializerContext;
