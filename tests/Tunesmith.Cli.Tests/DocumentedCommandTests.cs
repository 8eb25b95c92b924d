using System.Text.RegularExpressions;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Tests.CommandLine;

namespace Tunesmith.Cli.Tests;

/// <summary>What the documents say of commands is so. The commands of README.md are run by <c>.ci/run</c>.</summary>
public sealed partial class DocumentedCommandTests
{
    public static TheoryData<string> Commands() => [.. ToolCommands.All().Select(command => command.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void The_options_of_a_command_are_those_of_its_table(string name)
    {
        ToolCommand command = ToolCommands.All().Single(command => command.Name == name);
        string section = Read("docs", "command-line.md").Split("\n## ")
            .Single(section => section.StartsWith($"{name}\n", StringComparison.Ordinal));

        string[] options = [.. command.Options.Select(option => option.Name).Where(option => option != "--help")];
        string[] documented = [.. TableOption().Matches(section).Select(match => match.Groups[1].Value).Distinct()];

        Assert.Equal(options.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_commands_of_the_lab_page_work_in_their_order()
    {
        using TemporaryFolder folder = new();
        string[] lines = [.. LabCommand().Matches(Read("docs", "lab.md")).Select(match => match.Groups[1].Value)];
        Assert.Equal(6, lines.Length);

        foreach (string line in lines)
        {
            ToolRun run = await ToolRun.Of(Adapt(line, folder));
            Assert.True(run.ExitCode == ExitCode.Done, $"{line}: {run.Error}");
        }

        Assert.Contains("gen_song_0.mid", folder.Names().Select(Path.GetFileName));
        Assert.Contains("base_song_0.mid", folder.Names().Select(Path.GetFileName));
        Assert.Contains("untrained_song_0.mid", folder.Names().Select(Path.GetFileName));
    }

    [Fact]
    public async Task The_commands_of_the_page_of_statistics_work_in_their_order()
    {
        using TemporaryFolder folder = new();
        string[] lines = [.. LabCommand().Matches(Read("docs", "statistics.md")).Select(match => match.Groups[1].Value)];
        Assert.Equal(2, lines.Length);

        foreach (string line in lines)
        {
            ToolRun run = await ToolRun.Of(Adapt(line, folder));
            Assert.True(run.ExitCode == ExitCode.Done, $"{line}: {run.Error}");
        }
    }

    /// <summary>The practice tunes for the lab's songs, a folder of the test's own, and no training, which would take its time.</summary>
    private static string[] Adapt(string line, TemporaryFolder folder)
    {
        string songs = Path.Combine(DocumentTests.RepositoryFolder(), "samples", "songs");
        IEnumerable<string> words = line.Split(' ').Select(word => word switch
        {
            "songs" => songs,
            "41" => "3",
            _ when Path.HasExtension(word) && !word.StartsWith("0.", StringComparison.Ordinal) => folder.File(word.Split('/')),
            _ => word,
        });
        string[] arguments = [.. words];
        if (arguments[0] != "train")
        {
            return arguments;
        }

        int steps = Array.IndexOf(arguments, "--steps");
        return steps < 0 ? [.. arguments, "--steps", "0"] : [.. arguments[..steps], "--steps", "0", .. arguments[(steps + 2)..]];
    }

    private static string Read(params string[] parts) =>
        File.ReadAllText(Path.Combine([DocumentTests.RepositoryFolder(), .. parts])).ReplaceLineEndings("\n");

    [GeneratedRegex(@"^\| (?:`-\w`, )?`(--[\w-]+)", RegexOptions.Multiline)]
    private static partial Regex TableOption();

    [GeneratedRegex("^    tunesmith (.*)$", RegexOptions.Multiline)]
    private static partial Regex LabCommand();
}
