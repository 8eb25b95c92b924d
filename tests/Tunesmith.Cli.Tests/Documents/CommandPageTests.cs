using Tunesmith.CommandPage;
using Tunesmith.Tests.Documents;

namespace Tunesmith.Cli.Tests.Documents;

/// <summary>docs/command-line.md says of commands and options what the commands themselves say.</summary>
public sealed class CommandPageTests
{
    private static string Page { get; } = RepositoryDocuments.Read("docs/command-line.md");

    [Fact]
    public void The_page_is_the_one_that_the_commands_make()
    {
        string[] made = PageBlocks.Renew(Page, ToolCommands.All()).Split('\n');
        string[] stands = Page.Split('\n');
        int line = Enumerable.Range(0, Math.Min(made.Length, stands.Length)).FirstOrDefault(i => made[i] != stands[i], -1);

        Assert.True(
            line < 0 && made.Length == stands.Length,
            $"""
            docs/command-line.md does not say what the commands say; at line {line + 1} it has
              {(line < 0 ? "another end" : stands[line])}
            and they say
              {(line < 0 ? "another end" : made[line])}
            To write it anew: dotnet run --project tests/Tunesmith.CommandPage
            """);
    }

    [Fact]
    public void A_block_that_is_spoilt_is_written_anew_and_the_rest_stays()
    {
        string spoilt = Page.Replace("| `--strict` |", "| `--lenient` |", StringComparison.Ordinal);

        Assert.NotEqual(Page, spoilt);
        Assert.Equal(Page, PageBlocks.Renew(spoilt, ToolCommands.All()));
    }

    [Theory]
    [InlineData("<!-- usage of train -->\n", "", "the line \"<!-- usage of train -->\" is missing; add it")]
    [InlineData(
        "<!-- commands -->\n",
        "<!-- commands -->\n\n<!-- commands -->\n",
        "the line \"<!-- commands -->\" stands there twice; remove one")]
    public void A_block_that_is_not_there_once_is_named(string line, string instead, string problem)
    {
        string page = Page.Replace(line, instead, StringComparison.Ordinal);

        Assert.Equal(problem, Assert.Throws<FormatException>(() => PageBlocks.Renew(page, ToolCommands.All())).Message);
    }

    [Fact]
    public void Every_phrase_that_links_to_another_page_occurs_in_the_text_of_help()
    {
        Assert.All(CellText.Links, link => Assert.Contains($"[{link.Phrase}]({link.Page})", Page, StringComparison.Ordinal));
    }

    [Fact]
    public void Help_and_page_have_the_same_text()
    {
        Assert.All(
            ToolCommands.All().SelectMany(command => command.Examples),
            example => Assert.Contains($"# {example.Explanation}\n{example.CommandLine}\n", Page, StringComparison.Ordinal));
    }
}
