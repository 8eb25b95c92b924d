using Spectre.Console;
using Tunesmith.Cli.CommandLine;

namespace Tunesmith.Cli.Tests.CommandLine;

public sealed class ConsoleStreamTests
{
    [Fact]
    public void A_file_gets_neither_colour_nor_blocks()
    {
        StringWriter writer = new();
        ConsoleStream stream = ConsoleStream.ForProcess(writer, isRedirected: true, _ => null);

        stream.Draw(new Markup("[red]red[/]\n"));

        Assert.False(stream.IsTerminal);
        Assert.False(stream.Canvas.Profile.Capabilities.Unicode);
        Assert.Equal("red\n", writer.ToString());
    }

    [Fact]
    public void A_terminal_that_can_do_nothing_is_treated_as_a_file()
    {
        Assert.False(ConsoleStream.ForProcess(new StringWriter(), isRedirected: false, Environment("TERM", "dumb")).IsTerminal);
    }

    [Fact]
    public void NO_COLOR_takes_the_colours_from_a_terminal()
    {
        ConsoleStream stream = ConsoleStream.ForProcess(new StringWriter(), isRedirected: false, Environment("NO_COLOR", "1"));

        Assert.True(stream.IsTerminal);
        Assert.Equal(ColorSystem.NoColors, stream.Canvas.Profile.Capabilities.ColorSystem);
    }

    private static Func<string, string?> Environment(string name, string value) => asked => asked == name ? value : null;
}
