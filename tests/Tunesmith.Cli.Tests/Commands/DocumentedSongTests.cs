using System.Text.RegularExpressions;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Commands;
using Tunesmith.Cli.Tests.Drawing;

namespace Tunesmith.Cli.Tests.Commands;

/// <summary>The command lines with which the documents show primers, live notes, control and replays run as they stand.</summary>
public sealed partial class DocumentedSongTests
{
    [Theory]
    [InlineData("command-line.md", 4)]
    [InlineData("provenance.md", 2)]
    [InlineData("control.md", 12)]
    [InlineData("choosing.md", 5)]
    public async Task The_examples_run(string document, int count)
    {
        using Workshop workshop = new() { Recipe = "lookback" };
        await workshop.WithModel();
        string text = File.ReadAllText(Path.Combine(DocumentTests.RepositoryFolder(), "docs", document)).ReplaceLineEndings("\n");
        string[] lines = [.. Example().Matches(text).Select(match => match.Groups[1].Value)];
        Assert.Equal(count, lines.Length);
        foreach (string line in lines)
        {
            string[] words = [.. Word().Matches(line).Select(match => match.Value.Trim('"')).Select(word =>
                Path.GetExtension(word) is ".mid" or ".safetensors" ? workshop.PathOf(word) : word)];
            ToolRun run = await ToolRun.Of(words, [new ComposeCommand(new RunningTime()), new ReplayCommand()]);
            Assert.True(run.ExitCode == ExitCode.Done, $"{line}: {run.Error}");
        }
    }

    [GeneratedRegex("^    tunesmith ((?:compose|replay) [^\n]*model\\.safetensors[^\n]*)$", RegexOptions.Multiline)]
    private static partial Regex Example();

    [GeneratedRegex("\"[^\"]*\"|[^ ]+")]
    private static partial Regex Word();
}
