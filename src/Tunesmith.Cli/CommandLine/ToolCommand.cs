using System.CommandLine;

namespace Tunesmith.Cli.CommandLine;

/// <summary>
/// A command of the tool. A class that derives from it holds the whole command: its arguments and options as fields, added in the
/// constructor, its examples, and what it does. <see cref="ToolCommands"/> lists it, and nothing else needs to know of it.
/// </summary>
/// <param name="name">What is typed after <c>tunesmith</c>.</param>
/// <param name="description">What it does, in one sentence.</param>
internal abstract class ToolCommand(string name, string description) : Command(name, description)
{
    /// <summary>Command lines to copy, shown by <c>--help</c>; at least one.</summary>
    public abstract IReadOnlyList<CommandExample> Examples { get; }

    /// <summary>Does the work. Returning is success; <see cref="Tool"/> turns an exception into a line and an exit code.</summary>
    /// <param name="arguments">The values of this command's arguments and options.</param>
    /// <param name="console">Where results, notes and drawings go.</param>
    /// <param name="cancellation">Ctrl-C. Work that takes more than a second looks at it.</param>
    public abstract Task RunAsync(ParseResult arguments, ToolConsole console, CancellationToken cancellation);
}

/// <summary>A command line to copy, and what it does.</summary>
/// <param name="CommandLine">The whole line, with <c>tunesmith</c> in front.</param>
/// <param name="Explanation">What it does, in one sentence.</param>
internal readonly record struct CommandExample(string CommandLine, string Explanation);
