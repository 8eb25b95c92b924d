using System.CommandLine;
using Tunesmith.Cli.CommandLine;

namespace Tunesmith.Cli.Tests.CommandLine;

/// <summary>Command lines to be typed again.</summary>
public sealed class TypedCommandTests
{
    [Theory]
    [InlineData("plain-word_1.mid", "plain-word_1.mid")]
    [InlineData("songs.abc#12", "songs.abc#12")]
    [InlineData("#12.mid", "'#12.mid'")]
    [InlineData("=ls", "'=ls'")]
    [InlineData("two words", "'two words'")]
    [InlineData("it's", @"'it'\''s'")]
    [InlineData("$(rm)", "'$(rm)'")]
    [InlineData("", "''")]
    public void Words_are_quoted_for_a_shell(string word, string quoted) => Assert.Equal(quoted, TypedCommand.Quoted(word));

    [Fact]
    public void Files_called_like_options_come_out_as_files()
    {
        Argument<string> song = new("SONG");
        Option<string> output = new("--output");
        Option<string> title = new("--title");
        Command command = new("sing") { song, output, title };
        ParseResult typed = Parse(command, ["--output", "a.mid", "--title=-b", "--", "-x.mid"]);
        string again = TypedCommand.Of(typed, [], (output, "-y.mid"));
        Assert.Equal("tunesmith sing --title=-b ./-x.mid --output=-y.mid", string.Join(' ', again));

        ParseResult read = Parse(command, again.Split(' ')[2..]);
        Assert.Empty(read.Errors);
        Assert.Equal(
            ("./-x.mid", "-y.mid", "-b"), (read.GetRequiredValue(song), read.GetRequiredValue(output), read.GetRequiredValue(title)));
    }

    private static ParseResult Parse(Command command, string[] words) => new RootCommand { command }.Parse([command.Name, .. words]);
}
