using System.CommandLine;
using System.Text;
using Tunesmith.Cli.CommandLine;

namespace Tunesmith.CommandPage;

/// <summary>
/// The tables of a command's arguments and options, one for each heading of its help: what is typed, what it means, and what holds
/// otherwise. The last is what stands behind <c>; otherwise</c> in the text of help, or the default that the parser knows.
/// </summary>
internal static class OptionTable
{
    private const string Otherwise = "; otherwise ";
    private const string Head = "| option | meaning | otherwise |\n|---|---|---|\n";

    /// <summary>The tables of a command.</summary>
    public static string Of(ToolCommand command)
    {
        StringBuilder table = new(Head);
        foreach (Argument argument in UsageText.ArgumentsOf(command))
        {
            bool isRequired = argument.Arity.MinimumNumberOfValues > 0;
            AddRow(table, CellText.Code(argument.HelpName ?? argument.Name), argument.Description, isRequired, null);
        }

        foreach (OptionGroup group in command.OptionGroups)
        {
            table.Append(group.Heading.Length > 0 ? $"\n**{group.Heading}**\n\n{Head}" : "");
            foreach (Option option in group.Options.Where(UsageText.IsShown))
            {
                string[] names = [.. option.Aliases.Append(option.Name).OrderBy(name => name.Length)];
                names[^1] += UsageText.ValueOf(option);
                string typed = string.Join(", ", names.Select(CellText.Code));
                string? otherwise = option.HasDefaultValue ? option.GetDefaultValue() as string : null;
                AddRow(table, typed, option.Description, option.Required, otherwise);
            }
        }

        return table.ToString();
    }

    private static void AddRow(StringBuilder table, string typed, string? description, bool isRequired, string? usual)
    {
        string text = description ?? throw new FormatException($"{typed} has no description; give it one");
        int split = text.LastIndexOf(Otherwise, StringComparison.Ordinal);
        string meaning = CellText.Of(split < 0 ? text : text[..split]);
        string otherwise = split >= 0 ? CellText.Of(text[(split + Otherwise.Length)..])
            : isRequired ? "must be given"
            : usual is not null ? CellText.Code(usual)
            : "";
        table.Append($"| {typed} | {meaning} | {otherwise}{(otherwise.Length > 0 ? " " : "")}|\n");
    }
}
