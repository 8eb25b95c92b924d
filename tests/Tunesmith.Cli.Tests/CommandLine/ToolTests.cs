using System.Text.Json;
using Tunesmith.Cli.CommandLine;

namespace Tunesmith.Cli.Tests.CommandLine;

public sealed class ToolTests
{
    [Fact]
    public async Task A_name_cannot_steer_the_terminal()
    {
        ToolRun run = await EchoThat((_, _) => throw new ToolException("no songs in \u001b[31mred\u0007\nor blue"));

        Assert.Equal(new ToolRun(ExitCode.Failed, "", Lines("tunesmith: no songs in ?[31mred? or blue")), run);
    }

    [Fact]
    public async Task Where_standard_error_cannot_be_written_the_exit_code_says_it()
    {
        using FullWriter full = new();
        ToolConsole console = new(ConsoleStream.ForText(TextWriter.Null), ConsoleStream.ForText(full));

        int code = await Tool.RunAsync(["ecko"], [new EchoCommand()], console, TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.WrongUsage, code);
    }

    [Fact]
    public async Task A_command_that_works_exits_with_0_and_says_nothing_on_standard_error()
    {
        ToolRun run = await Echo("hello", "--seed", "7", "--temperature", "0.5");

        Assert.Equal(new ToolRun(ExitCode.Done, Lines("thinking", "hello seed=7 temperature=0.5 context=stream"), ""), run);
    }

    [Fact]
    public async Task With_json_standard_output_holds_one_document_and_notes_move_to_standard_error()
    {
        ToolRun run = await Echo("hello", "--json", "--threads", "2", "--temperature", "1");

        Assert.Equal(Lines("""{"words":"hello","seed":null,"threads":2,"temperature":1,"context":"stream"}"""), run.Output);
        Assert.Equal(Lines("thinking"), run.Error);
    }

    [Fact]
    public async Task A_number_that_json_does_not_know_is_null()
    {
        ToolRun run = await Echo("hello", "--json");

        using JsonDocument document = JsonDocument.Parse(run.Output);
        Assert.Equal(JsonValueKind.Null, document.RootElement.GetProperty("temperature").ValueKind);
    }

    [Fact]
    public async Task An_argument_that_starts_with_an_at_sign_is_taken_as_it_is()
    {
        ToolRun run = await Echo("@home.mid");

        Assert.StartsWith(Lines("thinking") + "@home.mid ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_two_dashes_an_argument_may_look_like_an_option()
    {
        ToolRun run = await Echo("--", "--loudly");

        Assert.StartsWith(Lines("thinking") + "--loudly ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--threads 0 hello", "--threads takes a whole number from 1 to 1024, not '0'")]
    [InlineData("--threads two hello", "--threads takes a whole number from 1 to 1024, not 'two'")]
    [InlineData("--threads 1.5 hello", "--threads takes a whole number from 1 to 1024, not '1.5'")]
    [InlineData("--seed -1 hello", "--seed takes a whole number of at least 0, not '-1'")]
    [InlineData("--temperature 1,5 hello", "--temperature takes a number from 0 to 10, not '1,5'")]
    [InlineData("--temperature NaN hello", "--temperature takes a number from 0 to 10, not 'NaN'")]
    [InlineData("--loudly hello", "there is no option --loudly")]
    [InlineData("--loudly", "there is no option --loudly")]
    [InlineData("--context nothing hello", "nothing")]
    [InlineData("", "WORDS")]
    public async Task Wrong_usage_exits_with_2_and_one_line_that_points_to_the_help(string line, string message)
    {
        ToolRun run = await Echo(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.StartsWith("tunesmith: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.EndsWith(Lines("(see: tunesmith echo --help)"), run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_command_that_does_not_exist_is_wrong_usage()
    {
        ToolRun run = await ToolRun.Of(["ecko"], [new EchoCommand()]);

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains("ecko", run.Error, StringComparison.Ordinal);
        Assert.EndsWith(Lines("(see: tunesmith --help)"), run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_that_contradict_each_other_are_wrong_usage()
    {
        ToolRun run = await EchoThat((_, _) => throw new UsageException("--json and --quiet exclude each other; drop one"));

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Equal(Lines("tunesmith: --json and --quiet exclude each other; drop one (see: tunesmith echo --help)"), run.Error);
    }

    [Fact]
    public async Task A_failure_exits_with_1_and_its_message_as_one_line()
    {
        ToolRun run = await EchoThat((_, _) => throw new ToolException("no songs in x;\n  name a folder that has some"));

        Assert.Equal(new ToolRun(ExitCode.Failed, "", Lines("tunesmith: no songs in x; name a folder that has some")), run);
    }

    [Fact]
    public async Task A_name_in_a_message_cannot_steer_the_terminal()
    {
        ToolRun run = await EchoThat((_, _) => throw new ToolException("no songs in \u001b[2Jgone"));

        Assert.Equal(Lines("tunesmith: no songs in ?[2Jgone"), run.Error);
    }

    [Fact]
    public async Task A_fault_of_the_tool_asks_for_a_report_and_hides_the_stack()
    {
        ToolRun run = await EchoThat((_, _) => throw new InvalidOperationException("the strings are out of tune"));

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.StartsWith("tunesmith: unexpected InvalidOperationException: the strings are", run.Error, StringComparison.Ordinal);
        Assert.Contains("please report it", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interruption_exits_with_130()
    {
        using CancellationTokenSource source = new();
        ToolRun run = await EchoThat(
            (_, cancellation) =>
            {
                source.Cancel();
                cancellation.ThrowIfCancellationRequested();
            },
            source.Token);

        Assert.Equal(new ToolRun(ExitCode.Interrupted, "", Lines("tunesmith: interrupted")), run);
    }

    [Fact]
    public async Task A_warning_is_a_line_on_standard_error_and_the_work_goes_on()
    {
        ToolRun run = await EchoThat((console, _) => console.Warn("this is loud"));

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(Lines("tunesmith: warning: this is loud"), run.Error);
    }

    [Fact]
    public async Task Help_shows_options_and_examples()
    {
        ToolRun run = await Echo("--help");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("--temperature <X>", run.Output, StringComparison.Ordinal);
        Assert.Contains("--threads <N>", run.Output, StringComparison.Ordinal);
        Assert.Contains(Lines("Example:", "  tunesmith echo hello --seed 7", "      Says hello."), run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("compose")]
    [InlineData("train")]
    [InlineData("bench")]
    public async Task Help_shows_each_option_once_and_under_its_heading(string name)
    {
        ToolCommand command = ToolCommands.All().Single(command => command.Name == name);

        ToolRun run = await ToolRun.Of([name, "--help"]);

        int begin = run.Output.IndexOf("Options:", StringComparison.Ordinal);
        string options = run.Output[begin..run.Output.IndexOf("Example", StringComparison.Ordinal)];
        string[] lines = options.ReplaceLineEndings("\n").Split('\n');
        string[] shown = [.. lines
            .Where(line => line.StartsWith("  -", StringComparison.Ordinal) || line.Length > 0 && line[0] != ' ')
            .Select(line => line[0] == ' ' ? line.Split(' ').First(word => word.StartsWith("--", StringComparison.Ordinal)) : line)];
        string[] expected = [.. command.OptionGroups.SelectMany(
            group => group.Options.Select(option => option.Name).Prepend(group.Heading.Length > 0 ? $"{group.Heading}:" : "Options:"))];
        Assert.Equal([.. expected, "--help"], shown);
    }

    [Theory]
    [InlineData("train", 5)]
    [InlineData("train", 20)]
    [InlineData("train", 40)]
    [InlineData("train", 60)]
    [InlineData("compose", 5)]
    [InlineData("compose", 20)]
    [InlineData("compose", 40)]
    [InlineData("compose", 60)]
    public async Task Help_has_each_heading_once_however_narrow_the_terminal(string name, int width)
    {
        ToolCommand command = ToolCommands.All().Single(command => command.Name == name);

        ToolRun run = await ToolRun.Of([name, "--help"], width: width);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        string[] lines = run.Output.Split(Environment.NewLine);
        Assert.Equal(
            command.OptionGroups.Skip(1).Select(group => $"{group.Heading}:"),
            lines.Where(line => command.OptionGroups.Any(group => group.Heading.Length > 0 && line == $"{group.Heading}:")));
    }

    [Fact]
    public async Task Without_a_command_the_tool_lists_its_commands()
    {
        ToolRun run = await ToolRun.Of([], [new EchoCommand()]);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("echo <WORDS>", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_three_numbers()
    {
        ToolRun run = await ToolRun.Of(["--version"]);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?\s*$", run.Output);
    }

    [Fact]
    public void Every_command_has_a_description_and_an_example_that_calls_it()
    {
        Assert.All(ToolCommands.All(), command =>
        {
            Assert.False(string.IsNullOrWhiteSpace(command.Description));
            Assert.NotEmpty(command.Examples);
            Assert.All(command.Examples, example =>
                Assert.StartsWith($"tunesmith {command.Name}", example.CommandLine, StringComparison.Ordinal));
            Assert.All(command.Options, option => Assert.False(string.IsNullOrWhiteSpace(option.Description), option.Name));
            Assert.All(command.Arguments, argument => Assert.False(string.IsNullOrWhiteSpace(argument.Description), argument.Name));
        });
    }

    private static Task<ToolRun> Echo(params string[] arguments) => ToolRun.Of(["echo", .. arguments], [new EchoCommand()]);

    private static Task<ToolRun> EchoThat(Action<ToolConsole, CancellationToken> work, CancellationToken? cancellation = null) =>
        ToolRun.Of(["echo", "hello"], [new EchoCommand(work)], cancellation);

    private static string Lines(params string[] lines) => string.Concat(lines.Select(line => line + Environment.NewLine));

    private sealed class FullWriter : StringWriter
    {
        public override void WriteLine(string? value) => throw new IOException("No space left on device");
    }
}
