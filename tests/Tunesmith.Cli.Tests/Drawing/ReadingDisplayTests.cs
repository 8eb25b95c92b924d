using Spectre.Console.Testing;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Drawing;
using Tunesmith.Corpus;

namespace Tunesmith.Cli.Tests.Drawing;

public sealed class ReadingDisplayTests
{
    [Fact]
    public void What_is_read_in_a_moment_is_not_shown()
    {
        StringWriter writer = new();
        ReadingDisplay display = new(ConsoleStream.ForText(writer)) { Patience = TimeSpan.FromMinutes(1) };
        Assert.Equal(7, display.Run(() => 7));
        Assert.Equal("", writer.ToString());
    }

    [Fact]
    public void In_a_file_a_plain_line_tells_how_far_it_is()
    {
        StringWriter writer = new();
        ReadingDisplay display = new(ConsoleStream.ForText(writer))
        {
            Patience = TimeSpan.Zero,
            TimeBetweenLines = TimeSpan.FromMilliseconds(1),
        };
        display.Report(new CorpusProgress(1_234, 10_000, "a.mid"));
        display.Report(new CorpusProgress(1_200, 10_000, "b.mid")); // of another thread, overtaken
        display.Run(() =>
        {
            Thread.Sleep(50);
            return true;
        });
        string[] lines = writer.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Equal("reading songs: 1,234 of 10,000 files", line));
    }

    [Fact]
    public void On_a_terminal_a_bar_fills()
    {
        TestConsole terminal = ToolRun.Terminal(width: 80);
        ReadingDisplay display = new(new ConsoleStream(TextWriter.Null, terminal, isTerminal: true)) { Patience = TimeSpan.Zero };
        display.Report(new CorpusProgress(5_000, 10_000, "a.mid"));
        display.Run(() =>
        {
            Thread.Sleep(300);
            return true;
        });
        Assert.Contains("reading songs: 5,000 of 10,000 files", terminal.Output, StringComparison.Ordinal);
        Assert.Contains(new string('━', 15), terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_reading_throws_comes_as_it_is()
    {
        ReadingDisplay display = new(ConsoleStream.ForText(TextWriter.Null)) { Patience = TimeSpan.Zero };
        CorpusException error = Assert.Throws<CorpusException>(() => display.Run<int>(() => throw new CorpusException("songs", "none")));
        Assert.Equal("none", error.Message);
    }
}
