using System.CommandLine;
using System.CommandLine.Parsing;
using Tunesmith.Cli.Completion;
using Tunesmith.Corpus;

namespace Tunesmith.Cli.CommandLine;

/// <summary>Options and arguments that take one of some names.</summary>
internal static class Choices
{
    /// <summary>Makes an option take nothing but some names, and complete them.</summary>
    public static void Accept(Option option, params IReadOnlyList<string> names)
    {
        option.CompletionSources.Clear();
        option.CompletionSources.Add(ValueSources.Of([.. names]));
        option.Validators.Add(result => Check(result, option.Name, result.Tokens, names));
    }

    /// <summary>Makes an argument take nothing but some names, and complete them.</summary>
    public static void Accept(Argument argument, params IReadOnlyList<string> names)
    {
        argument.CompletionSources.Clear();
        argument.CompletionSources.Add(ValueSources.Of([.. names]));
        argument.Validators.Add(result => Check(result, argument.Name, result.Tokens, names));
    }

    /// <summary>Says that a name is none of those that an option or an argument takes.</summary>
    /// <param name="name">The option or argument.</param>
    /// <param name="value">What it was given.</param>
    /// <param name="names">The names that it takes; at least two.</param>
    public static string Mistake(string name, string value, IReadOnlyList<string> names)
    {
        string meant = LikelyMeant.Among(value, names) is { } near ? $"; did you mean {near}?" : "";
        return $"{name} takes {string.Join(", ", names.SkipLast(1))} or {names[^1]}, not '{value}'{meant}";
    }

    private static void Check(SymbolResult result, string name, IReadOnlyList<Token> tokens, IReadOnlyList<string> names)
    {
        if (tokens is [{ Value: var value }, ..] && !names.Contains(value))
        {
            result.AddError(Mistake(name, value, names));
        }
    }
}
