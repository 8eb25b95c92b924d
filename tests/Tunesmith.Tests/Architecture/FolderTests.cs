using System.Text.RegularExpressions;

namespace Tunesmith.Tests.Architecture;

/// <summary>Where files are: a namespace is its folder, and the test tree repeats the source tree.</summary>
public sealed partial class FolderTests
{
    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void A_namespace_is_its_folder(string tree)
    {
        const string MadeUp = "tests/Tunesmith.Tests/Architecture/WrongReference.cs";
        string[] strays = [.. SourceFile.Below(tree)
            .Where(source => source.Path != MadeUp && NamespaceLine().Match(source.Text) is { Success: true } line
                && line.Groups[1].Value != source.Folder[(tree.Length + 1)..].Replace('/', '.'))
            .Select(source => source.Path)];
        Assert.Empty(strays);
    }

    [Theory]
    [InlineData("tests/Tunesmith.Tests", "src/Tunesmith", "Architecture", "Documents")]
    [InlineData("tests/Tunesmith.Cli.Tests", "src/Tunesmith.Cli", "Documents")]
    public void The_test_tree_repeats_the_source_tree(string tests, string sources, params string[] others)
    {
        string[] folders = [.. SourceFile.Below(tests).Select(test => test.Folder[tests.Length..].TrimStart('/')).Distinct()];
        string[] strays = [.. folders.Except(others).Where(folder => !Directory.Exists(RepositoryFolder.PathOf(sources, folder)))];
        Assert.NotEmpty(folders);
        Assert.Empty(strays);
    }

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();
}
