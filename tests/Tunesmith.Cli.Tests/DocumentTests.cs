using System.Text.RegularExpressions;

namespace Tunesmith.Cli.Tests;

public sealed partial class DocumentTests
{
    public static TheoryData<string> Documents()
    {
        string root = RepositoryFolder();
        return [.. Directory.EnumerateFiles(root, "*.md", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Where(path => !BuildOutput().IsMatch(path))
            .Order(StringComparer.Ordinal)];
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_names_no_place_of_one_machine(string document)
    {
        string text = File.ReadAllText(Path.Combine(RepositoryFolder(), document));

        Assert.DoesNotMatch(MachinePath(), text);
    }

    [Theory]
    [InlineData("see /home/ann/songs", true)]
    [InlineData("(/tmp/x)", true)]
    [InlineData("`C:\\Users\\ann`", true)]
    [InlineData("`/root/.nuget`", true)]
    [InlineData("tunesmith train songs/pop -o out/pop.safetensors", false)]
    [InlineData("steps/second, -o /dev/null, https://example.org/home/x", false)]
    public void The_search_for_machine_paths_finds_them_and_nothing_else(string text, bool found)
    {
        Assert.Equal(found, MachinePath().IsMatch(text));
    }

    internal static string RepositoryFolder()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Tunesmith.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("no folder above the tests holds Tunesmith.slnx");
    }

    [GeneratedRegex(@"(?<![\w./~-])/(home|tmp|root|Users|work|mnt|var|opt|usr)/|\b[A-Z]:\\")]
    private static partial Regex MachinePath();

    [GeneratedRegex("(^|/)(bin|obj|artifacts|TestResults|BenchmarkDotNet.Artifacts|generated)/")]
    private static partial Regex BuildOutput();
}
