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
    private readonly List<(string Heading, int From)> _headings = [];

    /// <summary>Command lines to copy, shown by <c>--help</c>; at least one.</summary>
    public abstract IReadOnlyList<CommandExample> Examples { get; }

    /// <summary>Under which heading the help of the tool lists it; empty for none.</summary>
    public string Heading { get; init; } = "";

    /// <summary>The options as help shows them: first those under no heading, which may be all of them, then those under each.</summary>
    public IReadOnlyList<OptionGroup> OptionGroups
    {
        get
        {
            (string Heading, int From)[] starts = [("", 0), .. _headings];
            return
            [
                .. starts.Select((start, index) => new OptionGroup(
                    start.Heading,
                    [.. Options.Take(index + 1 < starts.Length ? starts[index + 1].From : Options.Count).Skip(start.From)])),
            ];
        }
    }

    /// <summary>Does the work. Returning is success; <see cref="Tool"/> turns an exception into a line and an exit code.</summary>
    /// <param name="arguments">The values of this command's arguments and options.</param>
    /// <param name="console">Where results, notes and drawings go.</param>
    /// <param name="cancellation">Ctrl-C. Work that takes more than a second looks at it.</param>
    public abstract Task RunAsync(ParseResult arguments, ToolConsole console, CancellationToken cancellation);

    /// <summary>Begins a heading: the options that are added from here on stand under it in help.</summary>
    /// <param name="heading">What its options are about, in a few words.</param>
    protected void Under(string heading) => _headings.Add((heading, Options.Count));
}

/// <summary>Options of a command that help shows together.</summary>
/// <param name="Heading">What they are about; empty for those that come first.</param>
/// <param name="Options">The options.</param>
internal sealed record OptionGroup(string Heading, IReadOnlyList<Option> Options);

/// <summary>A command line to copy, and what it does.</summary>
/// <param name="CommandLine">The whole line, with <c>tunesmith</c> in front.</param>
/// <param name="Explanation">What it does, in one sentence.</param>
internal readonly record struct CommandExample(string CommandLine, string Explanation);
