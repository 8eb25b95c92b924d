using System.CommandLine;

namespace Tunesmith.Cli.CommandLine;

/// <summary>The help of the tool itself: its commands under headings, and which to begin with.</summary>
internal static class RootHelp
{
    /// <summary>Writes it.</summary>
    /// <param name="root">The tool.</param>
    /// <param name="output">Where.</param>
    /// <param name="columns">How wide it may be.</param>
    public static void Write(Command root, TextWriter output, int columns)
    {
        ToolCommand[] commands = [.. root.Subcommands.OfType<ToolCommand>().Where(command => !command.Hidden)];
        (string Names, string Description)[] options =
            [.. root.Options.Select(option => (string.Join(", ", NamesOf(option)), option.Description ?? ""))];
        int width = commands.Select(NameOf).Concat(options.Select(option => option.Names)).Max(name => name.Length);

        output.WriteLine(root.Description);
        output.WriteLine();
        output.WriteLine("Usage:");
        output.WriteLine($"  {Tool.Name} COMMAND [options]");
        foreach (IGrouping<string, ToolCommand> group in commands.GroupBy(command => command.Heading))
        {
            output.WriteLine();
            output.WriteLine(group.Key.Length == 0 ? "Commands:" : $"{group.Key}:");
            foreach (ToolCommand command in group)
            {
                WriteRow(NameOf(command), command.Description ?? "");
            }
        }

        output.WriteLine();
        output.WriteLine("Options:");
        foreach ((string names, string description) in options)
        {
            WriteRow(names, description);
        }

        output.WriteLine();
        output.WriteLine($"Begin with: {Tool.Name} {commands[0].Name}.");
        foreach (string line in Wrapped($"Every command has --help with examples; {Tool.Name} help COMMAND shows the same.", columns))
        {
            output.WriteLine(line);
        }

        void WriteRow(string names, string description)
        {
            string before = $"  {names.PadRight(width)}  ";
            foreach (string line in Wrapped(description, columns - before.Length))
            {
                output.WriteLine(before + line);
                before = new string(' ', before.Length);
            }
        }
    }

    private static IEnumerable<string> Wrapped(string text, int columns)
    {
        string line = "";
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > columns)
            {
                yield return line;
                line = word;
            }
            else
            {
                line += line.Length > 0 ? $" {word}" : word;
            }
        }

        yield return line;
    }

    private static IEnumerable<string> NamesOf(Option option) =>
        option.Aliases.Where(alias => alias.StartsWith('-')).Append(option.Name); // not /h, which looks like a folder

    /// <summary>A command with what is named after it; in brackets what need not be.</summary>
    private static string NameOf(ToolCommand command) => string.Join(' ', command.Arguments
        .Where(argument => !argument.Hidden)
        .Select(argument => argument.Arity.MinimumNumberOfValues == 0 ? $"[<{argument.Name}>]" : $"<{argument.Name}>")
        .Prepend(command.Name));
}
