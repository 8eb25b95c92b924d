using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Tunesmith.Cli.CommandLine;

/// <summary>The help of the parser, with headings among the options of a command that has many, and its examples below.</summary>
internal sealed class CommandHelp(HelpAction help) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        TextWriter output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is not ToolCommand command)
        {
            RootHelp.Write(parseResult.RootCommandResult.Command, output, help.MaxWidth);
            return ExitCode.Done;
        }

        using StringWriter text = new() { NewLine = output.NewLine };
        parseResult.InvocationConfiguration.Output = text;
        int code = help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output = output;
        output.Write(WithHeadings(text.ToString(), command, output.NewLine));
        output.WriteLine(command.Examples.Count == 1 ? "Example:" : "Examples:");
        foreach (CommandExample example in command.Examples)
        {
            output.WriteLine($"  {example.CommandLine}");
            output.WriteLine($"      {example.Explanation}");
        }

        output.WriteLine();
        return code;
    }

    /// <summary>The help with a heading before the first row of each group of options.</summary>
    private static string WithHeadings(string help, ToolCommand command, string newLine)
    {
        List<string> lines = [.. help.Split(newLine)];
        foreach (OptionGroup group in command.OptionGroups.Where(group => group.Heading.Length > 0 && group.Options.Count > 0))
        {
            int row = lines.FindIndex(line => IsRowOf(line, group.Options[0]));
            if (row >= 0)
            {
                lines.InsertRange(row, ["", $"{group.Heading}:"]);
            }
        }

        return string.Join(newLine, lines);
    }

    /// <summary>Whether a line is where an option's row begins: its names, between commas and blanks, behind two blanks.</summary>
    private static bool IsRowOf(string line, Option option) =>
        line.StartsWith("  -", StringComparison.Ordinal)
        && line.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
            .TakeWhile(word => word.StartsWith('-'))
            .Contains(option.Name);
}
