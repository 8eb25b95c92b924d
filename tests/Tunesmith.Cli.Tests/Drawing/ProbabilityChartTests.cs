using Spectre.Console.Testing;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Drawing;

namespace Tunesmith.Cli.Tests.Drawing;

public sealed class ProbabilityChartTests
{
    private static readonly string[] Labels = ["rest", "C4", "D4", "E4"];
    private static readonly double[] Probabilities = [0.5, 0.25, 0.0, 0.25];

    [Fact]
    public void On_a_terminal_bars_are_blocks_and_the_greatest_fills_the_width()
    {
        TestConsole terminal = ToolRun.Terminal(width: 22, colour: false);

        terminal.Write(new ProbabilityChart(Labels, Probabilities));

        Assert.Equal(["rest  50.0 % █████████", "  C4  25.0 % ████▌", "  D4   0.0 %", "  E4  25.0 % ████▌"], terminal.Lines);
    }

    [Fact]
    public void In_a_file_bars_are_signs()
    {
        StringWriter writer = new();

        ConsoleStream.ForText(writer, width: 23).Draw(new ProbabilityChart(Labels, Probabilities));

        Assert.Equal(
            ["rest  50.0 % ##########", "  C4  25.0 % #####", "  D4   0.0 %", "  E4  25.0 % #####", ""],
            writer.ToString().ReplaceLineEndings("\n").Split('\n'));
    }

    [Fact]
    public void The_most_probable_keep_their_order_and_the_others_are_added_up()
    {
        TestConsole terminal = ToolRun.Terminal(width: 40, colour: false);

        terminal.Write(new ProbabilityChart(["A", "B", "C", "D"], [0.1, 0.4, 0.2, 0.3]) { MaxRows = 2 });

        Assert.Equal(["B", "D", "others"], terminal.Lines.Select(line => line.Trim().Split(' ')[0]));
        Assert.Contains("others  30.0 %", terminal.Lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_distribution_of_nothing_but_zeros_has_no_bars()
    {
        TestConsole terminal = ToolRun.Terminal(colour: false);

        terminal.Write(new ProbabilityChart(["A"], [0]));

        Assert.Equal("A   0.0 %", terminal.Lines[0]);
    }
}
