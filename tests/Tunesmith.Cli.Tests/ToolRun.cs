using Spectre.Console;
using Spectre.Console.Testing;
using Tunesmith.Cli.CommandLine;

namespace Tunesmith.Cli.Tests;

/// <summary>One run of the tool inside the tests: what it said and how it ended.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    /// <summary>Calls the tool with commands of its own or of the test.</summary>
    public static async Task<ToolRun> Of(
        string[] arguments, ToolCommand[]? commands = null, CancellationToken? cancellation = null, int width = 100)
    {
        StringWriter output = new();
        StringWriter error = new();
        ToolConsole console = new(ConsoleStream.ForText(output, width), ConsoleStream.ForText(error, width));
        int code = await Tool.RunAsync(
            arguments, commands ?? ToolCommands.All(), console, cancellation ?? TestContext.Current.CancellationToken);
        return new ToolRun(code, output.ToString(), error.ToString());
    }

    /// <summary>A terminal for drawings, with or without colour.</summary>
    public static TestConsole Terminal(int width = 80, bool colour = true)
    {
        TestConsole terminal = new TestConsole().Width(width).SupportsUnicode(true);
        return colour ? terminal.Colors(ColorSystem.TrueColor).EmitAnsiSequences() : terminal.Colors(ColorSystem.NoColors);
    }
}
