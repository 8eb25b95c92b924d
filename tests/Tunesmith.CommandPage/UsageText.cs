using System.CommandLine;
using System.CommandLine.Help;
using System.Text;
using Tunesmith.Cli.CommandLine;

namespace Tunesmith.CommandPage;

/// <summary>How a command is typed: its arguments, the options that must be given, and the others in brackets, as indented code.</summary>
internal static class UsageText
{
    private const int Width = 118;

    /// <summary>The lines of a command.</summary>
    public static string Of(ToolCommand command)
    {
        string start = $"    {Tool.Name} {command.Name}";
        StringBuilder text = new();
        string line = start;
        foreach (string part in Parts(command))
        {
            if (line.Length + 1 + part.Length > Width)
            {
                text.Append(line).Append('\n');
                line = new string(' ', start.Length);
            }

            line += $" {part}";
        }

        return text.Append(line).Append('\n').ToString();
    }

    /// <summary>Whether an option is for people, and not <c>--help</c>, which all commands have.</summary>
    public static bool IsShown(Option option) => option is not HelpOption && !option.Hidden;

    /// <summary>The arguments that are for people.</summary>
    public static IEnumerable<Argument> ArgumentsOf(Command command) => command.Arguments.Where(argument => !argument.Hidden);

    /// <summary>What stands for the value of an option: its name in help, or nothing where it takes none.</summary>
    public static string ValueOf(Option option) => option.Arity.MaximumNumberOfValues > 0 && option.ValueType != typeof(bool)
        ? $" {option.HelpName ?? throw new FormatException($"{option.Name} has no HelpName; give it one")}"
        : "";

    private static IEnumerable<string> Parts(Command command)
    {
        IEnumerable<string> arguments = ArgumentsOf(command)
            .Select(argument => Bracketed(argument.HelpName ?? argument.Name, argument.Arity.MinimumNumberOfValues > 0));
        IEnumerable<string> options = command.Options
            .Where(IsShown)
            .OrderByDescending(option => option.Required)
            .Select(option => Bracketed($"{Shortest(option)}{ValueOf(option)}", option.Required));
        return arguments.Concat(options);
    }

    private static string Shortest(Option option) => option.Aliases.Append(option.Name).MinBy(name => name.Length)!;

    private static string Bracketed(string part, bool isRequired) => isRequired ? part : $"[{part}]";
}
