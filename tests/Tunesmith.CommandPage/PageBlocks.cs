using System.Text;
using Tunesmith.Cli.CommandLine;

namespace Tunesmith.CommandPage;

/// <summary>
/// The blocks of docs/command-line.md that are made from the commands themselves. A block stands between <c>&lt;!-- NAME --&gt;</c> and
/// <c>&lt;!-- end of NAME --&gt;</c>, each on a line of its own. There is one <c>commands</c>, and for each command
/// <c>usage of COMMAND</c>, <c>options of COMMAND</c> and <c>examples of COMMAND</c>. What stands around them is written by hand and stays.
/// </summary>
internal static class PageBlocks
{
    /// <summary>A page with all of its blocks made anew.</summary>
    /// <param name="page">The page, its lines ended by line feeds.</param>
    /// <param name="commands">The commands, in the order of the list.</param>
    /// <exception cref="FormatException">A block is missing, or stands there more than once.</exception>
    public static string Renew(string page, IReadOnlyList<ToolCommand> commands)
    {
        page = Replace(page, "commands", ListOf(commands));
        foreach (ToolCommand command in commands)
        {
            page = Replace(page, $"usage of {command.Name}", UsageText.Of(command));
            page = Replace(page, $"options of {command.Name}", OptionTable.Of(command));
            page = Replace(page, $"examples of {command.Name}", ExamplesOf(command));
        }

        return page;
    }

    private static string ListOf(IReadOnlyList<ToolCommand> commands)
    {
        StringBuilder list = new("| command | what it does |\n|---|---|\n");
        foreach (ToolCommand command in commands)
        {
            list.Append($"| [{command.Name}](command-line.md#{command.Name}) | {command.Description} |\n");
        }

        return list.ToString();
    }

    private static string ExamplesOf(ToolCommand command)
    {
        IEnumerable<string> lines = command.Examples.Select(example => $"# {example.Explanation}\n{example.CommandLine}\n");
        return $"```sh\n{string.Join('\n', lines)}```\n";
    }

    private static string Replace(string page, string name, string block)
    {
        (string first, string last) = ($"<!-- {name} -->\n", $"<!-- end of {name} -->\n");
        int from = Only(page, first);
        int to = Only(page, last);
        if (to < from)
        {
            throw new FormatException($"the line \"{last.TrimEnd()}\" stands before \"{first.TrimEnd()}\"; put it below");
        }

        // Blank lines, for Markdown sees a table or code only behind one.
        return $"{page[..(from + first.Length)]}\n{block}\n{page[to..]}";
    }

    private static int Only(string page, string line)
    {
        int at = page.IndexOf($"\n{line}", StringComparison.Ordinal);
        if (at < 0 || page.IndexOf($"\n{line}", at + 1, StringComparison.Ordinal) >= 0)
        {
            string problem = at < 0 ? "is missing; add it" : "stands there twice; remove one";
            throw new FormatException($"the line \"{line.TrimEnd()}\" {problem}");
        }

        return at + 1;
    }
}
