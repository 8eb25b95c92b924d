using Spectre.Console.Testing;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Drawing;

namespace Tunesmith.Cli.Tests.Drawing;

public sealed class TrainingDisplayTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void In_a_file_every_report_is_a_plain_line_in_columns()
    {
        StringWriter writer = new();
        TrainingDisplay display = new(ConsoleStream.ForText(writer), 200, _time);

        int result = display.Run(() =>
        {
            display.Report(0, 4.3567, 0.0123);
            _time.Advance(0.05);
            display.Report(1, 4.2, 0.1);
            _time.Advance(0.45);
            display.Report(10, 0.98765, 0.75);
            return 42;
        });

        Assert.Equal(42, result);
        Assert.Equal(
            [
                "step   0/200  loss  4.3567  accuracy 0.012",
                "step   1/200  loss  4.2000  accuracy 0.100",
                "step  10/200  loss  0.9877  accuracy 0.750   20.0 steps/s  10 s left",
                "",
            ],
            writer.ToString().Split(Environment.NewLine));
    }

    [Fact]
    public void The_time_left_is_not_foretold_by_the_first_slow_steps()
    {
        StringWriter writer = new();
        TrainingDisplay display = new(ConsoleStream.ForText(writer), 250, _time);
        foreach (int step in new[] { 0, 9, 10 })
        {
            display.Report(step, 1, 0.5);
            _time.Advance(1);
        }

        string[] lines = writer.ToString().TrimEnd().Split(Environment.NewLine);
        Assert.Equal([false, false, true], lines.Select(line => line.EndsWith(" left", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_loss_on_songs_held_out_stands_beside_the_other_once_it_is_known()
    {
        StringWriter writer = new();
        TrainingDisplay display = new(ConsoleStream.ForText(writer), 200, _time);
        display.Report(0, 4.3567, 0.0123);
        display.HeldOutLoss = 1.25;
        _time.Advance(0.5);
        display.Report(10, 0.98765, 0.75);
        Assert.Equal(
            [
                "step   0/200  loss  4.3567  accuracy 0.012",
                "step  10/200  loss  0.9877  accuracy 0.750  held out  1.2500   20.0 steps/s  10 s left",
                "",
            ],
            writer.ToString().Split(Environment.NewLine));
    }

    [Fact]
    public void Between_two_reports_the_line_on_a_terminal_moves_on()
    {
        TestConsole terminal = ToolRun.Terminal(width: 100);
        TrainingDisplay display = new(new ConsoleStream(TextWriter.Null, terminal, isTerminal: true), 20, _time);

        display.Run(() =>
        {
            display.Report(0, 3, 0.25);
            _time.Advance(0.5);
            display.Move(10);
            return true;
        });

        Assert.Contains("step 10/20  loss  3.0000  accuracy 0.250   20.0 steps/s  1 s left", terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_file_there_is_no_line_between_two_reports()
    {
        StringWriter writer = new();
        TrainingDisplay display = new(ConsoleStream.ForText(writer), 20, _time);
        display.Move(5);
        Assert.Empty(writer.ToString());
    }

    [Fact]
    public void On_a_terminal_one_line_is_drawn_over_and_the_last_numbers_stay()
    {
        TestConsole terminal = ToolRun.Terminal(width: 100);
        TrainingDisplay display = new(new ConsoleStream(TextWriter.Null, terminal, isTerminal: true), 20, _time);

        display.Run(() =>
        {
            for (int step = 0; step < 20; step++)
            {
                display.Report(step, 2.0 / (step + 1), 0.5);
                _time.Advance(0.1);
            }

            return true;
        });

        Assert.Contains("\u001b[?25l", terminal.Output, StringComparison.Ordinal); // the cursor is hidden
        Assert.EndsWith("\u001b[?25h", terminal.Output.TrimEnd(), StringComparison.Ordinal); // and shown again
        Assert.Contains("step  0/20  loss  2.0000", terminal.Output, StringComparison.Ordinal);
        Assert.Contains("step 19/20  loss  0.1000  accuracy 0.500   10.0 steps/s  0 s left", terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_that_come_faster_than_an_eye_sees_are_not_drawn()
    {
        TestConsole terminal = ToolRun.Terminal(width: 100);
        TrainingDisplay display = new(new ConsoleStream(TextWriter.Null, terminal, isTerminal: true), 1000, _time);

        display.Run(() =>
        {
            for (int step = 0; step < 1000; step++)
            {
                display.Report(step, 1, 0.5);
                _time.Advance(0.0001);
            }

            return true;
        });

        Assert.InRange(terminal.Output.Split("step ").Length - 1, 2, 5);
        Assert.Contains("step  999/1000", terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_training_that_throws_leaves_the_terminal_as_it_was()
    {
        TestConsole terminal = ToolRun.Terminal();
        TrainingDisplay display = new(new ConsoleStream(TextWriter.Null, terminal, isTerminal: true), 10, _time);

        Assert.Throws<OperationCanceledException>(() => display.Run<bool>(() => throw new OperationCanceledException()));

        Assert.EndsWith("\u001b[?25h", terminal.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(80)]
    [InlineData(60)]
    [InlineData(20)]
    public void The_bar_fits_every_width(int width)
    {
        TestConsole terminal = ToolRun.Terminal(width, colour: false);

        terminal.Write(new TrainingBar(new TrainingStatus(99, 200, 0.9, 0.8, 31.25)));

        string line = Assert.Single(terminal.Lines, text => text.Length > 0);
        Assert.InRange(line.Length, 1, width);
    }

    [Fact]
    public void Half_of_the_steps_fill_half_of_the_bar()
    {
        TestConsole terminal = ToolRun.Terminal(width: 120, colour: false);

        terminal.Write(new TrainingBar(new TrainingStatus(99, 200, 0.9, 0.8, null)));

        Assert.StartsWith(new string('━', 20) + new string('─', 20) + "  step", terminal.Lines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(3.2, "4 s")]
    [InlineData(59.5, "1 min 00 s")]
    [InlineData(125, "2 min 05 s")]
    [InlineData(3780, "1 h 03 min")]
    public void Durations_have_two_units_at_most(double seconds, string words)
    {
        Assert.Equal(words, Durations.InWords(TimeSpan.FromSeconds(seconds)));
    }
}
