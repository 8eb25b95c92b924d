using System.CommandLine;
using System.CommandLine.Help;

namespace Tunesmith.Cli.CommandLine;

/// <summary>
/// One run of the tool: reads the command line, runs the command, and turns whatever happens into an exit code and at most one line of
/// explanation. Knows no command by name.
/// </summary>
internal static class Tool
{
    /// <summary>What is typed to call the tool.</summary>
    public const string Name = "tunesmith";

    /// <summary>What is typed before a command for its help: <c>tunesmith help COMMAND</c>.</summary>
    public const string HelpWord = "help";

    private const int LeastHelpWidth = 60; // in less, the parser breaks the names of the options
    private const string Description = "Learns from a folder of songs and writes new ones.";

    /// <summary>Runs the tool.</summary>
    /// <param name="arguments">The command line, without the name of the tool.</param>
    /// <param name="commands">The commands it offers.</param>
    /// <param name="console">Where everything it says goes.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, IReadOnlyList<ToolCommand> commands, ToolConsole console, CancellationToken cancellation)
    {
        RootCommand root = MakeRoot(commands, console);
        if (arguments.Count > 0 && arguments[0] == HelpWord)
        {
            string? asked = arguments.ElementAtOrDefault(1);
            bool isOfTool = asked is null or HelpWord || asked.StartsWith('-');
            if (!isOfTool && commands.All(command => command.Name != asked))
            {
                return WrongUsage(console, Name, UsageMistake.NoCommand(asked!, root));
            }

            arguments = isOfTool ? ["--help"] : [asked!, "--help"];
        }

        // A song may be called @home.mid: an argument is never replaced by the lines of a file.
        ParseResult parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        string called = CalledCommand(parsed);
        if (UsageMistake.Of(parsed) is { } mistake)
        {
            return WrongUsage(console, called, mistake);
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = console.Output.Writer,
                    Error = console.Error.Writer,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null, // Interruption listens to signals
                },
                cancellation);
        }
        catch (UsageException exception)
        {
            return WrongUsage(console, called, exception.Message);
        }
        catch (OperationCanceledException exception) when (cancellation.IsCancellationRequested)
        {
            console.Fail(exception is InterruptedException ? exception.Message : "interrupted");
            return ExitCode.Interrupted;
        }
        catch (Exception exception)
        {
            console.Fail(Failure.Explain(exception));
            if (Failure.TraceIsWanted)
            {
                console.Error.WriteLine(exception.ToString());
            }

            return ExitCode.Failed;
        }
    }

    private static RootCommand MakeRoot(IReadOnlyList<ToolCommand> commands, ToolConsole console)
    {
        RootCommand root = new(Description);
        HelpAction help = new() { MaxWidth = Math.Max(console.Output.Width, LeastHelpWidth) };

        // Help as an action of its own would swallow mistyped commands.
        root.SetAction(parsed => RootHelp.Write(root, parsed.InvocationConfiguration.Output, help.MaxWidth));
        foreach (Option option in root.Options)
        {
            option.Action = option switch
            {
                HelpOption => new CommandHelp(help),
                VersionOption => new ShowVersion(),
                _ => option.Action,
            };
        }

        foreach (ToolCommand command in commands)
        {
            command.SetAction((parsed, cancellation) => command.RunAsync(parsed, console, cancellation));
            root.Add(command);
        }

        return root;
    }

    private static int WrongUsage(ToolConsole console, string called, string message)
    {
        console.Fail($"{message.TrimEnd('.')} (see: {called} --help)");
        return ExitCode.WrongUsage;
    }

    private static string CalledCommand(ParseResult parsed) =>
        parsed.CommandResult.Command is ToolCommand command ? $"{Name} {command.Name}" : Name;
}
