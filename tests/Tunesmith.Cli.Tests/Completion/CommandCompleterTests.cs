using Tunesmith.Cli.CommandLine;
using Tunesmith.Corpus;

namespace Tunesmith.Cli.Tests.Completion;

public sealed class CommandCompleterTests
{
    [Fact]
    public async Task A_word_becomes_the_commands_that_begin_with_it()
    {
        Assert.Equal(["compose", "convert", "compare", "completion"], await Texts("co"));
        Assert.Equal(ToolCommands.All().Select(command => command.Name), await Texts(""));
        Assert.Empty(await Texts("xyz"));
    }

    [Fact]
    public async Task A_candidate_tells_what_it_is()
    {
        ToolRun run = await ToolRun.Of(["completion", "fish", "--", "insp"]);

        Assert.Equal("inspect\tTell what is in a folder of songs, or in one song", run.Output.Trim());
    }

    [Theory]
    [InlineData("compose --cont", "--context")]
    [InlineData("compose --hel", "--help")]
    [InlineData("compose --seed 1 --see", "")]
    [InlineData("compose -- --see", "*")]
    [InlineData("--vers", "--version")]
    public async Task A_dash_becomes_the_options_that_are_not_there_yet(string line, string expected)
    {
        Assert.Equal(Split(expected), await Texts(line.Split(' ')));
    }

    [Theory]
    [InlineData("compose --context ", "stream window")]
    [InlineData("compose --context=w", "--context=window")]
    [InlineData("train --json songs --recipe pl", "plain *")]
    [InlineData("train --encoding ", "lab melody")]
    [InlineData("compare songbook --recipes lookback,pl", "lookback,plain")]
    [InlineData("inspect x --voice tr", "track:")]
    [InlineData("train songs --seed ", "")]
    [InlineData("train songs -o ", "*")]
    [InlineData("demo --output ", "*/")]
    public async Task The_value_of_an_option_is_one_of_its_choices_or_a_file_or_a_folder_or_typed_by_hand(string line, string expected)
    {
        Assert.Equal(Split(expected), await Texts(line.Split(' ')));
    }

    [Theory]
    [InlineData("train ", "songbook */")]
    [InlineData("evaluate model.safetensors ", "songbook */")]
    [InlineData("evaluate ", "*")]
    [InlineData("render s", "songbook: *")]
    [InlineData("render songbook:arir", "songbook:arirang")]
    [InlineData("compose model.safetensors --primer songbook:arir", "songbook:arirang")]
    [InlineData("inspect songb", "songbook songbook: *")]
    [InlineData("train songs more", "")]
    [InlineData("completion ", "bash zsh fish pwsh")]
    public async Task An_argument_is_a_song_or_a_file_or_a_folder(string line, string expected)
    {
        Assert.Equal(Split(expected), await Texts(line.Split(' ')));
    }

    [Fact]
    public async Task After_the_colon_every_tune_of_the_songbook_stands_once()
    {
        Assert.Equal(Songbook.Tunes.Select(tune => $"songbook:{tune}"), await Texts("draw", "songbook:"));
    }

    [Fact]
    public async Task A_shell_that_has_no_script_is_refused_with_those_that_have_one()
    {
        ToolRun run = await ToolRun.Of(["completion", "tcsh"]);

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains("bash", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_command_can_be_completed_at_every_place()
    {
        foreach (ToolCommand command in ToolCommands.All())
        {
            foreach (string option in command.Options.Select(option => option.Name))
            {
                ToolRun run = await ToolRun.Of(["completion", "bash", "--", command.Name, option, ""]);
                Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
            }
        }
    }

    private static string[] Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static async Task<string[]> Texts(params string[] words)
    {
        ToolRun run = await ToolRun.Of(["completion", "bash", "--", .. words]);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        return [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split('\t')[0])];
    }
}
