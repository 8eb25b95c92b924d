using Tunesmith.Cli.CommandLine;

namespace Tunesmith.Cli.Tests.CommandLine;

/// <summary>What is said of a command line that is wrong: what is missing, what is not known, and what may have been meant.</summary>
public sealed class UsageMistakeTests
{
    [Theory]
    [InlineData("compose --temprature 1", "there is no option --temprature; did you mean --temperature? (see: tunesmith compose --help)")]
    [InlineData("compose --stpes=1", "there is no option --stpes; did you mean --steps? (see: tunesmith compose --help)")]
    [InlineData("train songs -o m --quuux", "there is no option --quuux (see: tunesmith train --help)")]
    [InlineData("compse", "there is no command compse; did you mean compose? (see: tunesmith --help)")]
    [InlineData("help compse", "there is no command compse; did you mean compose? (see: tunesmith --help)")]
    [InlineData("trian", "there is no command trian; did you mean train? (see: tunesmith --help)")]
    [InlineData("hlp", "there is no command hlp; did you mean help? (see: tunesmith --help)")]
    [InlineData("compose --bras 4", "there is no option --bras; did you mean --bars? (see: tunesmith compose --help)")]
    [InlineData(
        "completion bsh", "SHELL takes bash, zsh, fish or pwsh, not 'bsh'; did you mean bash? (see: tunesmith completion --help)")]
    [InlineData("composr --help", "there is no command composr; did you mean compose? (see: tunesmith --help)")]
    [InlineData("compose -seed", "there is no option -seed; did you mean --seed? (see: tunesmith compose --help)")]
    [InlineData("compose -seed 1", "there is no option -seed; did you mean --seed? (see: tunesmith compose --help)")]
    [InlineData("inspect -json", "there is no option -json; did you mean --json? (see: tunesmith inspect --help)")]
    [InlineData("-x", "there is no option -x (see: tunesmith --help)")]
    [InlineData("--hlep", "there is no option --hlep; did you mean --help? (see: tunesmith --help)")]
    [InlineData("xyz", "there is no command xyz (see: tunesmith --help)")]
    [InlineData("demo a", "'a' is one name too many for demo (see: tunesmith demo --help)")]
    [InlineData("convert a.mid", "--output is missing: name the song to write: FILE.abc or FILE.mid, with -o (see: tunesmith convert --help)")]
    [InlineData("convert", "SONG is missing: name a MIDI or ABC file (see: tunesmith convert --help)")]
    [InlineData("render a.mid", "--output is missing: name the sound to write: FILE.wav, with -o (see: tunesmith render --help)")]
    [InlineData("inspect", "PATH is missing: name a folder of songs or one song (see: tunesmith inspect --help)")]
    [InlineData("sweep songs", "--space is missing: name a file with what to try (see: tunesmith sweep --help)")]
    [InlineData("replay", "SONG is missing: name a MIDI file that Tunesmith has composed (see: tunesmith replay --help)")]
    [InlineData("evaluate m", "FOLDER is missing: name a folder of songs to judge it on (see: tunesmith evaluate --help)")]
    [InlineData("evaluate", "MODEL is missing: name a model file that tunesmith train has written (see: tunesmith evaluate --help)")]
    [InlineData("completion", "SHELL is missing: name the shell: bash or zsh or fish or pwsh (see: tunesmith completion --help)")]
    [InlineData("completion tcsh", "SHELL takes bash, zsh, fish or pwsh, not 'tcsh' (see: tunesmith completion --help)")]
    [InlineData("compose --seed 1 --seed 2", "--seed takes one value, not 1 and 2 (see: tunesmith compose --help)")]
    [InlineData("compose --seed", "--seed takes a value: N (see: tunesmith compose --help)")]
    [InlineData("train a -o --seed 3", "--output takes a value: FILE (see: tunesmith train --help)")]
    [InlineData("train a --output --seed=3", "--output takes a value: FILE (see: tunesmith train --help)")]
    [InlineData("train a -o -h", "--output takes a value: FILE (see: tunesmith train --help)")]
    [InlineData("train a -o --help", "--output takes a value: FILE (see: tunesmith train --help)")]
    [InlineData("compose --seed -o a.mid", "--seed takes a value: N (see: tunesmith compose --help)")]
    [InlineData("compose --context steam", "--context takes stream or window, not 'steam'; did you mean stream? (see: tunesmith compose --help)")]
    [InlineData("play a.mid --player vlc", "--player takes aplay, paplay, afplay, ffplay or powershell, not 'vlc' (see: tunesmith play --help)")]
    public async Task What_is_wrong_is_said_in_one_style(string line, string message)
    {
        ToolRun run = await ToolRun.Of(line.Split(' '));
        Assert.Equal(new ToolRun(ExitCode.WrongUsage, "", $"tunesmith: {message}{Environment.NewLine}"), run);
    }

    [Theory]
    [InlineData("inspect songbok", "There is no folder or file \"songbok\"; did you mean \"songbook\"?")]
    [InlineData("draw songbok:arirang", "There is no file \"songbok:arirang\"; did you mean \"songbook:arirang\"?")]
    public async Task The_songbook_is_found_where_its_name_is_misspelt(string line, string message)
    {
        ToolRun run = await ToolRun.Of(line.Split(' '));
        Assert.Equal(new ToolRun(ExitCode.Failed, "", $"tunesmith: {message}{Environment.NewLine}"), run);
    }

    [Fact]
    public async Task A_folder_is_found_where_its_name_is_misspelt()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.File("my songs"));
        ToolRun run = await ToolRun.Of(["inspect", folder.File("my sogns")]);
        Assert.Equal(
            $"tunesmith: There is no folder or file \"{folder.File("my sogns")}\"; did you mean \"{folder.File("my songs")}\"?",
            run.Error.TrimEnd());
    }

    [Fact]
    public async Task The_help_of_the_tool_has_its_commands_under_headings_and_says_which_to_begin_with()
    {
        ToolRun run = await ToolRun.Of(["--help"]);
        string[] lines = run.Output.TrimEnd().Split(Environment.NewLine);
        Assert.Equal(
            ["Usage:", "Begin:", "Hear and see:", "Judge:", "Compare recipes:", "This machine:", "Options:"],
            lines.Where(line => line.EndsWith(':') && line[0] != ' '));
        string[] shown =
            [.. lines.Where(line => line.StartsWith("  ", StringComparison.Ordinal) && line[2] != ' ').Select(line => line.Trim().Split(' ')[0])];
        Assert.Equal(["tunesmith", .. ToolCommands.All().Select(command => command.Name)], shown[..^2]);
        Assert.Contains(lines, line => line.StartsWith("  compose [<MODEL>]  ", StringComparison.Ordinal));
        Assert.Equal(
            ["Begin with: tunesmith demo.", "Every command has --help with examples; tunesmith help COMMAND shows the same."], lines[^2..]);

        Assert.Equal(run, await ToolRun.Of(["help"]));
        Assert.Equal(run, await ToolRun.Of(["help", "help"]));
        Assert.Equal(run, await ToolRun.Of(["help", "--help"]));
        Assert.Equal(run, await ToolRun.Of([]));
        Assert.Equal(await ToolRun.Of(["compose", "--help"]), await ToolRun.Of(["help", "compose"]));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(60)]
    public async Task The_help_of_the_tool_is_as_wide_as_the_terminal(int width)
    {
        ToolRun wide = await ToolRun.Of(["--help"], width: 1000);
        ToolRun run = await ToolRun.Of(["--help"], width: width);

        Assert.All(run.Output.Split(Environment.NewLine), line => Assert.InRange(line.Length, 0, width));
        Assert.Equal(Words(wide), Words(run));
        Assert.Contains(
            run.Output.Split(Environment.NewLine), line => line.StartsWith(new string(' ', 20), StringComparison.Ordinal)); // hanging

        static string[] Words(ToolRun run) => run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }
}
