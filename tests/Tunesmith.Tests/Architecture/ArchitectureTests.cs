using System.Text.RegularExpressions;
using Tunesmith.Music;

namespace Tunesmith.Tests.Architecture;

/// <summary>No folder of the library uses one that stands after it.</summary>
public sealed partial class ArchitectureTests
{
    [Fact]
    public void No_type_mentions_a_type_of_a_folder_it_may_not_use()
    {
        Assert.Empty(typeof(Score).Assembly.GetTypes().SelectMany(WrongArrows));
    }

    [Fact]
    public void No_source_file_opens_a_namespace_it_may_not_use()
    {
        SourceFile[] sources = SourceFile.Below("src/Tunesmith");
        Assert.NotEmpty(sources);
        Assert.Empty(sources.SelectMany(source => WrongUsings(source.Text).Select(wrong => $"{source.Path}: {wrong}")));
    }

    [Fact]
    public void Every_types_folder_stands_in_the_table()
    {
        string[] unknown = [.. typeof(Score).Assembly.GetTypes()
            .Where(type => type.Namespace?.Split('.')[0] == "Tunesmith")
            .Where(type => Folder(type) is not { } folder || !Arrows.Folders.Contains(folder))
            .Select(type => $"{type}: give its folder its place in Arrows")];
        Assert.Empty(unknown);
    }

    [Fact]
    public void A_reference_against_an_arrow_is_found()
    {
        Assert.Equal(["Tunesmith.Midi.WrongReference uses Tunesmith.Music.Pitch"], WrongArrows(typeof(Tunesmith.Midi.WrongReference)));
        Assert.Equal(["Music uses Encoding"], WrongUsings("using System;\nusing Tunesmith.Encoding;\n\nnamespace Tunesmith.Music;\n"));
        Assert.Equal(["Midi uses Corpus"], WrongUsings("using static Tunesmith.Corpus.Songbook;\nnamespace Tunesmith.Midi;\n"));
        Assert.Equal(["Model uses Training"], WrongUsings("using T = Tunesmith.Training.Adam;\nnamespace Tunesmith.Model;\n"));
        Assert.Empty(WrongUsings("using Tunesmith.Music;\nnamespace Tunesmith.Corpus;\n"));
    }

    [Fact]
    public void The_table_of_the_document_is_the_one_that_is_checked()
    {
        string document = File.ReadAllText(RepositoryFolder.PathOf("ARCHITECTURE.md")).ReplaceLineEndings("\n");
        Match[] rows = DocumentRow().Matches(document).ToArray();
        string[] folders = [.. rows.Select(row => row.Groups["folder"].Value)];

        Assert.Equal(Arrows.Folders.Order(), folders.Where(folder => !folder.Contains('/')).Order());
        Assert.All(folders, folder => Assert.True(Directory.Exists(RepositoryFolder.PathOf("src", "Tunesmith", folder)), folder));
        Assert.All(Arrows.Uses, arrow => Assert.Equal(
            arrow.Value, rows[Array.IndexOf(folders, arrow.Key)].Groups["uses"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries)));
    }

    [Theory]
    [InlineData("Corpus", "Music", true)]
    [InlineData("Training", "Compute", true)]
    [InlineData("Training", "Corpus", false)]
    [InlineData("Model", "Corpus", false)]
    [InlineData("Compute", "Model", false)]
    [InlineData("Audio", "Music", true)]
    [InlineData("Audio", "Midi", false)]
    [InlineData("Composing", "Training", false)]
    [InlineData("Report", "Training", true)]
    [InlineData("Pictures", "Report", false)]
    public void The_arrows_are_the_designs(string from, string to, bool allowed) => Assert.Equal(allowed, Arrows.Allow(from, to));

    private static IEnumerable<string> WrongArrows(Type type) => Folder(type) is not { } from || !Arrows.Folders.Contains(from)
        ? []
        : TypeReferences.Of(type)
            .Where(used => Folder(used) is { } to && Arrows.Folders.Contains(to) && !Arrows.Allow(from, to))
            .Select(used => $"{type} uses {used}");

    private static IEnumerable<string> WrongUsings(string source)
    {
        string from = NamespaceLine().Match(source).Groups["folder"].Value;
        return UsingLine().Matches(source)
            .Select(match => match.Groups["folder"].Value)
            .Where(to => from.Length > 0 && !Arrows.Allow(from, to))
            .Select(to => $"{from} uses {to}");
    }

    // The folder of Tunesmith.Midi.Events is Midi.
    private static string? Folder(Type type) =>
        type.Namespace?.Split('.') is ["Tunesmith", string folder, ..] ? folder : null;

    [GeneratedRegex(@"^\| `(?<folder>\w+(/\w+)*)` \|.*\| (?<uses>[\w, ]*?) ?\|$", RegexOptions.Multiline)]
    private static partial Regex DocumentRow();

    [GeneratedRegex(@"^namespace Tunesmith\.(?<folder>\w+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^using (static |\w+ = )?Tunesmith\.(?<folder>\w+)", RegexOptions.Multiline)]
    private static partial Regex UsingLine();
}
