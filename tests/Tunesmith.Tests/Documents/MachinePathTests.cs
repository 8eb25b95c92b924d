using System.Text.RegularExpressions;

namespace Tunesmith.Tests.Documents;

/// <summary>A page is as true on one machine as on another.</summary>
public sealed partial class MachinePathTests
{
    public static TheoryData<string> Documents() => [.. RepositoryDocuments.All];

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_names_no_place_of_one_machine(string document) =>
        Assert.DoesNotMatch(MachinePath(), RepositoryDocuments.Read(document));

    [Theory]
    [InlineData("see /home/ann/songs", true)]
    [InlineData("(/tmp/x)", true)]
    [InlineData("`C:\\Users\\ann`", true)]
    [InlineData("`/root/.nuget`", true)]
    [InlineData("tunesmith train songs/pop -o out/pop.safetensors", false)]
    [InlineData("steps/second, -o /dev/null, https://example.org/home/x", false)]
    public void The_search_for_machine_paths_finds_them_and_nothing_else(string text, bool found) =>
        Assert.Equal(found, MachinePath().IsMatch(text));

    [GeneratedRegex(@"(?<![\w./~-])/(home|tmp|root|Users|work|mnt|var|opt|usr)/|\b[A-Z]:\\")]
    private static partial Regex MachinePath();
}
