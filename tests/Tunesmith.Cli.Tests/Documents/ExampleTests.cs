using System.CommandLine;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Commands.Bench;
using Tunesmith.Cli.Commands.Composing;
using Tunesmith.Cli.Commands.Demo;
using Tunesmith.Cli.Commands.Songs;
using Tunesmith.Cli.Tests.Drawing;
using Tunesmith.Tests;
using Tunesmith.Tests.Documents;
using Tunesmith.Training;

namespace Tunesmith.Cli.Tests.Documents;

/// <summary>
/// Every command line that the documents and <c>--help</c> show, be it within a sentence, runs as it stands, in its order, in a folder
/// where its files are. Only what would take long is made less: steps, songs, folds and trials, the network of <c>demo</c>, and the waiting
/// of <c>--live</c>. What needs other programs (<c>play</c>, FluidSynth) is parsed, and not run. The commands of README.md are run by
/// <c>.ci/run</c>. What is no whole command names commands and options that there are.
/// </summary>
[Collection(nameof(CurrentFolder))]
public sealed class ExampleTests
{
    private static readonly Recipe Fast = Recipe.LookBack with
    {
        Steps = 2,
        Batch = 2,
        Definition = Recipe.LookBack.Definition with { Hidden = [4], Window = 16 },
    };

    /// <summary>What is typed in place of a number that takes long, or added where the usual one does.</summary>
    private static readonly Dictionary<string, (string Option, string Value)[]> Less = new()
    {
        ["train"] = [("--steps", "2")],
        ["evaluate"] = [("--songs", "4")],
        ["compare"] = [("--steps", "1"), ("--folds", "2")],
        ["sweep"] = [("--trials", "2"), ("--folds", "2")],
    };

    public static TheoryData<string> Documents()
    {
        string root = RepositoryFolder.Root;
        string[] folders = [Path.Combine(root, "docs"), Path.Combine(root, "src", "Tunesmith.Cli"), Path.Combine(root, "generated")];
        return
        [
            .. folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.md"))
                .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
                .Where(document => DocumentedExample.In(document).Length > 0)
                .Order(StringComparer.Ordinal),
        ];
    }

    public static TheoryData<string> Pages() => [.. RepositoryDocuments.All];

    public static TheoryData<string> Commands() => [.. ToolCommands.All().Select(command => command.Name)];

    [Fact]
    public void The_pages_that_show_command_lines_are_among_those_that_are_run()
    {
        string[] pages = ["command-line", "control", "lab", "lab.ko", "originality", "pictures", "provenance", "songbook", "statistics"];

        Assert.Subset(
            Documents().Select(row => row.Data).ToHashSet(),
            pages.Select(page => $"docs/{page}.md").Append("src/Tunesmith.Cli/README.md").ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task The_examples_of_a_document_run(string document) => await Run(DocumentedExample.In(document));

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task The_examples_of_help_run(string command) =>
        await Run(DocumentedExample.In(ToolCommands.All().Single(known => known.Name == command)));

    [Theory]
    [MemberData(nameof(Pages))]
    public void What_a_document_says_of_the_tool_are_commands_and_options_that_it_has(string document)
    {
        RootCommand tool = [.. ToolCommands.All()];
        foreach (DocumentedExample mention in DocumentedExample.MentionsIn(document))
        {
            string[] words = mention.Words;
            Command? command = words[0] is "COMMAND" or "help" || words[0].StartsWith('-')
                ? tool
                : tool.Subcommands.SingleOrDefault(known => known.Name == words[0]);
            Assert.True(command is not null, $"{mention.Line}: there is no command {words[0]}");

            string[] known = [.. command.Options.Concat(tool.Options).SelectMany(option => option.Aliases.Append(option.Name)), "--"];
            Assert.True(words.Where(word => word.StartsWith('-')).All(known.Contains), mention.Line);
        }
    }

    [Fact]
    public void A_whole_command_in_a_sentence_is_run()
    {
        Assert.Contains(DocumentedExample.In("docs/lab.md"), example => example.Words is ["compare", _, "--recipes", _]);
    }

    private static async Task Run(DocumentedExample[] examples)
    {
        using ExampleFolder folder = await ExampleFolder.Enter();
        foreach (DocumentedExample example in examples)
        {
            RootCommand parser = [.. ToolCommands.All()];
            ParseResult parsed = parser.Parse(example.Words);
            Assert.True(parsed.Errors is [], $"{example.Line}: {string.Join("; ", parsed.Errors)}");
            if (!NeedsOtherPrograms(example.Words))
            {
                await Run(example);
            }
        }
    }

    private static async Task Run(DocumentedExample example)
    {
        string[] words = Lessen(example.Words);
        bool goesOn = words is ["train", ..] && words.Contains("--resume") && !Directory.EnumerateFiles(".", "*.checkpoint").Any();
        if (goesOn || example.End == ExampleEnd.Interrupted)
        {
            // A training that Ctrl-C has stopped is known by its checkpoint alone.
            ToolRun stopped = await Call([.. words.Where(word => word != "--resume"), "--checkpoint-every", "1"]);
            Assert.True(stopped.ExitCode == ExitCode.Done, $"{example.Line}: {stopped.Error}");
        }

        if (example.End == ExampleEnd.Interrupted)
        {
            return;
        }

        ToolRun run = await Call(words);
        Assert.True(run.ExitCode == ExitCode.Done == (example.End == ExampleEnd.Done), $"{example.Line}: {run.ExitCode} {run.Error}");
        if (example.OutputFile is { } file)
        {
            await File.WriteAllTextAsync(file, run.Output, TestContext.Current.CancellationToken);
        }
    }

    private static Task<ToolRun> Call(string[] words) => ToolRun.Of(
        words,
        [
            .. ToolCommands.All().Select(command => command switch
            {
                DemoCommand => new DemoCommand(Fast),
                ComposeCommand => new ComposeCommand(new RunningTime()),
                BenchCommand => new BenchCommand(TimeSpan.FromMilliseconds(1)),
                _ => command,
            }),
        ]);

    private static bool NeedsOtherPrograms(string[] words) => words is ["play", ..] || words.Contains(EngineOptions.FluidSynthName);

    private static string[] Lessen(string[] words)
    {
        List<string> lessened = [.. words];
        foreach ((string option, string value) in Less.GetValueOrDefault(words[0], []))
        {
            int at = lessened.IndexOf(option);
            if (at < 0)
            {
                lessened.AddRange([option, value]);
            }
            else if (lessened[at + 1] != "0")
            {
                lessened[at + 1] = value;
            }
        }

        return [.. lessened];
    }
}

/// <summary>The current folder is the process's: nothing else runs while a test changes it.</summary>
[CollectionDefinition(nameof(CurrentFolder), DisableParallelization = true)]
public sealed class CurrentFolder;
