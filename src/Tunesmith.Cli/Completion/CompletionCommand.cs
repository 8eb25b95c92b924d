using System.CommandLine;
using Tunesmith.Cli.CommandLine;

namespace Tunesmith.Cli.Completion;

/// <summary><c>tunesmith completion</c>: makes a shell complete the tool's command lines.</summary>
internal sealed class CompletionCommand : ToolCommand
{
    private readonly Argument<string> _shell = new("SHELL")
    {
        Description = $"The shell: {string.Join(" or ", ShellScript.Shells)}",
        HelpName = "SHELL",
    };

    private readonly Argument<string[]> _words = new("WORDS")
    {
        Description = "What the script asks, after --: the words of a command line as far as the cursor; "
            + "writes what could stand in the place of the last",
        Arity = ArgumentArity.ZeroOrMore,
        Hidden = true,
    };

    public CompletionCommand()
        : base("completion", "Write a script that makes your shell complete commands, options and songs.")
    {
        Choices.Accept(_shell, ShellScript.Shells);
        Add(_shell);
        Add(_words);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples =>
    [
        new("tunesmith completion bash", "In ~/.bashrc, bash 4.4 or newer: eval \"$(tunesmith completion bash)\""),
        new("tunesmith completion zsh", "In ~/.zshrc, after compinit: eval \"$(tunesmith completion zsh)\""),
        new("tunesmith completion fish | source", "In ~/.config/fish/config.fish."),
        new("tunesmith completion pwsh | Out-String | Invoke-Expression", "In the file $PROFILE, PowerShell 7.3 or newer."),
    ];

    /// <inheritdoc/>
    public override Task RunAsync(ParseResult arguments, ToolConsole console, CancellationToken cancellation)
    {
        string shell = arguments.GetRequiredValue(_shell);
        if (arguments.GetValue(_words) is { Length: > 0 } words)
        {
            CommandCompleter completer = new(arguments.RootCommandResult.Command, arguments.GetCompletionContext());
            foreach (Candidate candidate in completer.Complete(words))
            {
                console.Output.WriteLine(candidate.ToString());
            }
        }
        else
        {
            console.Output.Writer.Write(ShellScript.Of(shell));
        }

        return Task.CompletedTask;
    }
}
