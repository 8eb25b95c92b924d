using System.Text.RegularExpressions;

namespace Tunesmith.Tests.Documents;

/// <summary>The C# that pages show is compiled in this folder, whose tests run it.</summary>
public sealed partial class ShownCodeTests
{
    /// <summary>The package's README: <c>.ci/check-packages</c> builds and runs its programs with the package alone.</summary>
    private const string OfThePackage = "src/Tunesmith/README.md";

    private static readonly string Compiled = string.Join('\n', Directory
        .EnumerateFiles(RepositoryFolder.PathOf("tests", "Tunesmith.Tests", "Documents"), "*.cs")
        .Select(file => Lines(File.ReadAllText(file))));

    public static TheoryData<string> Documents() =>
        [.. RepositoryDocuments.All.Where(page => page != OfThePackage && Shown(page).Any())];

    [Theory]
    [MemberData(nameof(Documents))]
    public void What_a_page_shows_is_compiled_here(string document)
    {
        string[] uncompiled = [.. Shown(document).Where(code => !Compiled.Contains(Lines(code), StringComparison.Ordinal))];
        Assert.Empty(uncompiled);
    }

    private static IEnumerable<string> Shown(string page) =>
        Code().Matches(RepositoryDocuments.Read(page)).Select(match => match.Groups[1].Value);

    /// <summary>
    /// The lines but for what a page does without, or shows in one place: indentation, blank lines, usings, and who may call.
    /// </summary>
    private static string Lines(string code) => string.Join('\n', code
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(line => !line.StartsWith("using Tunesmith.", StringComparison.Ordinal))
        .Select(line => line.StartsWith("private ", StringComparison.Ordinal) ? line["private ".Length..] : line));

    [GeneratedRegex(@"^```csharp\n(.*?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();
}
