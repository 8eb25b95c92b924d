using Spectre.Console.Testing;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Drawing;
using Tunesmith.Music;

namespace Tunesmith.Cli.Tests.Drawing;

public sealed class MelodyRollTests
{
    [Fact]
    public void Without_colour_a_row_is_a_pitch_and_letters_tell_onsets_from_holds()
    {
        StringWriter writer = new();
        Melody melody = new(
            [Onset(60), Hold(60), Onset(60), MelodyStep.Rest, .. Enumerable.Repeat(MelodyStep.Rest, 12), Onset(62), Hold(62), Onset(59)]);

        ConsoleStream.ForText(writer).Draw(new MelodyRoll(melody));

        Assert.Equal(
            """
                 1                2
            D4   |                |O= |
            C#4  |                |   |
            C4   |O=O             |   |
            B3   |                |  O|

            """,
            writer.ToString().ReplaceLineEndings());
    }

    [Fact]
    public void With_colour_a_row_is_two_pitches_and_onsets_are_brighter()
    {
        TestConsole terminal = ToolRun.Terminal();
        Melody melody = new([Onset(60), Hold(60), Onset(61), Onset(63)]);

        terminal.Write(new MelodyRoll(melody));

        string[] rows = terminal.Output.Split('\n');
        Assert.Equal(4, rows.Length); // bar numbers, D4 and D#4, C4 and C#4, and the end
        Assert.Contains("▀", rows[1], StringComparison.Ordinal); // D#4 is the upper half of the row of D4
        Assert.StartsWith("C4", WithoutColour(rows[2]), StringComparison.Ordinal);
        Assert.Contains("▄▄▀", WithoutColour(rows[2]), StringComparison.Ordinal);
        Assert.Matches("▄\u001b\\[.*▄", rows[2]); // the held step has a colour of its own
    }

    [Fact]
    public void A_long_melody_goes_on_below_at_a_bar_line_and_bars_keep_their_numbers()
    {
        TestConsole terminal = ToolRun.Terminal(width: 45, colour: false);

        terminal.Write(new MelodyRoll(Melody.FromSoundingPitches([.. Enumerable.Repeat(60, 40)])));

        Assert.Equal(
            [
                "     1                2",
                "C4   |O===============|================|",
                "     3",
                "C4   |========|",
            ],
            terminal.Lines);
    }

    [Fact]
    public void A_bar_that_is_wider_than_the_terminal_is_cut()
    {
        TestConsole terminal = ToolRun.Terminal(width: 16, colour: false);

        terminal.Write(new MelodyRoll(Melody.FromSoundingPitches([.. Enumerable.Repeat(60, 20)])));

        Assert.All(terminal.Lines, line => Assert.InRange(line.Length, 0, 16));
        Assert.Equal(20, terminal.Output.Count(sign => sign is 'O' or '='));
    }

    [Fact]
    public void Bars_follow_the_meter()
    {
        TestConsole terminal = ToolRun.Terminal(colour: false);
        MeterMap waltz = new([new MeterChange(0, new Meter(3, 4))]);
        Melody melody = new([.. Enumerable.Repeat(Hold(60), 24)], meters: waltz);

        terminal.Write(new MelodyRoll(melody));

        Assert.Equal(["     1            2", "C4   |O===========|============|"], terminal.Lines);
    }

    [Fact]
    public void What_is_beyond_the_steps_asked_for_is_counted()
    {
        TestConsole terminal = ToolRun.Terminal(colour: false);

        terminal.Write(new MelodyRoll(Melody.FromSoundingPitches([.. Enumerable.Repeat(60, 20)])) { MaxSteps = 4 });

        Assert.Equal(["     1", "C4   |O===|", "... and 16 more steps"], terminal.Lines);
    }

    [Fact]
    public void What_a_melody_was_begun_with_is_paler()
    {
        Melody melody = new([Onset(60), Hold(60), Onset(60), Hold(60)]);
        TestConsole letters = ToolRun.Terminal(colour: false);
        letters.Write(new MelodyRoll(melody) { BegunWith = 2 });
        Assert.Equal(["     1", "C4   |o-O=|"], letters.Lines);

        string[] styles = [.. new[] { 0, 1, 2, 4 }.Select(Blocks)];
        Assert.Equal(4, styles.Distinct().Count());

        string Blocks(int begunWith)
        {
            TestConsole terminal = ToolRun.Terminal();
            terminal.Write(new MelodyRoll(melody) { BegunWith = begunWith });
            return terminal.Output;
        }
    }

    [Theory]
    [InlineData(0, "(empty)")]
    [InlineData(8, "(8 steps of silence)")]
    public void A_melody_without_notes_says_so(int steps, string said)
    {
        TestConsole terminal = ToolRun.Terminal(colour: false);

        terminal.Write(new MelodyRoll(Melody.FromSoundingPitches([.. Enumerable.Repeat(-1, steps)])));

        Assert.Equal([said], terminal.Lines);
    }

    private static MelodyStep Onset(int pitch) => MelodyStep.Onset(new Pitch(pitch));

    private static MelodyStep Hold(int pitch) => MelodyStep.Hold(new Pitch(pitch));

    private static string WithoutColour(string text) => System.Text.RegularExpressions.Regex.Replace(text, "\u001b\\[[0-9;]*m", "");
}
