using System.Text.RegularExpressions;

namespace Tunesmith.Tests.Documents;

/// <summary>The pages of the repository.</summary>
internal static partial class RepositoryDocuments
{
    /// <summary>Every Markdown file but what programs have left, by its path from the root, in ordinal order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Directory.EnumerateFiles(RepositoryFolder.Root, "*.md", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(RepositoryFolder.Root, path).Replace('\\', '/'))
            .Where(path => !ProgramOutput().IsMatch(path))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The text of a page, its lines ended by line feeds.</summary>
    public static string Read(string page) => File.ReadAllText(RepositoryFolder.PathOf(page)).ReplaceLineEndings("\n");

    [GeneratedRegex("(^|/)(bin|obj|artifacts|TestResults|BenchmarkDotNet.Artifacts)/")]
    private static partial Regex ProgramOutput();
}
