using System.CommandLine;
using System.CommandLine.Parsing;

namespace Tunesmith.Cli.CommandLine;

/// <summary>The command line of a run, to be typed again: quoted for a shell where a word asks for it.</summary>
internal static class TypedCommand
{
    /// <summary>A command line as it was typed, with some options changed.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="without">Options to leave out.</param>
    /// <param name="with">Options with what they are to be set to, in place of what they were.</param>
    public static string Of(ParseResult arguments, IReadOnlyList<Option> without, params IReadOnlyList<(Option Option, string Value)> with)
    {
        List<string> words = [Tool.Name, arguments.CommandResult.Command.Name];
        foreach (SymbolResult child in arguments.CommandResult.Children)
        {
            if (child is ArgumentResult argument)
            {
                words.AddRange(argument.Tokens.Select(token => AsArgument(token.Value)));
            }
            else if (child is OptionResult { Implicit: false } option && !IsChanged(option.Option))
            {
                words.AddRange(WithValues(option.Option, [.. option.Tokens.Select(token => token.Value)]));
            }
        }

        words.AddRange(with.SelectMany(changed => WithValues(changed.Option, changed.Value)));
        return string.Join(' ', words.Select(Quoted));

        bool IsChanged(Option option) => without.Contains(option) || with.Any(changed => changed.Option == option);
    }

    /// <summary>
    /// A word as a shell takes it: in single quotes where it holds more than letters, digits and a few signs, or begins with one that means
    /// something there: # a comment, = the place of a program.
    /// </summary>
    public static string Quoted(string word) =>
        word.Length > 0
        && word[0] is not ('#' or '=')
        && word.All(sign => char.IsAsciiLetterOrDigit(sign) || "-_./:,=+%@#".Contains(sign, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>A file whose name begins like that of an option is said to be in the folder one is in.</summary>
    private static string AsArgument(string word) => word.StartsWith('-') ? $"./{word}" : word;

    private static IEnumerable<string> WithValues(Option option, params IReadOnlyList<string> values) =>
        values.Any(value => value.StartsWith('-')) ? values.Select(value => $"{option.Name}={value}") : [option.Name, .. values];
}
