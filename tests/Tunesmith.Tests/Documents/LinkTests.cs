using System.Text.RegularExpressions;

namespace Tunesmith.Tests.Documents;

/// <summary>What a page links to is there.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Documents() => [.. RepositoryDocuments.All];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_of_a_document_leads_somewhere(string document)
    {
        string folder = Path.GetDirectoryName(RepositoryFolder.PathOf(document))!;
        string[] links = [.. Link().Matches(RepositoryDocuments.Read(document)).Select(match => match.Groups[1].Value)];

        string[] dead = [.. links
            .Where(link => !link.Contains("://", StringComparison.Ordinal))
            .Where(link => !Path.Exists(Path.Combine(folder, link.Split('#')[0])) || !HasHeading(Path.Combine(folder, link)))];

        Assert.Empty(dead);
    }

    // "docs/lab.md#what-to-try-next" asks for the heading "What to try next".
    private static bool HasHeading(string link) =>
        link.Split('#') is not [string path, string anchor]
        || File.ReadLines(path).Any(line => line.StartsWith('#') && Slug(line) == anchor);

    private static string Slug(string heading) =>
        NotInSlug().Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("[^a-z0-9 _-]")]
    private static partial Regex NotInSlug();
}
