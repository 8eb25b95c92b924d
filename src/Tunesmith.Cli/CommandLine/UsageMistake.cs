using System.CommandLine;
using System.CommandLine.Parsing;
using Tunesmith.Corpus;

namespace Tunesmith.Cli.CommandLine;

/// <summary>
/// What is wrong with a command line, in the tool's own words: what is not known with what may have been meant, and what is missing with
/// what to name. Whatever an option says of its own value stands as it is.
/// </summary>
internal static class UsageMistake
{
    /// <summary>The first mistake; null where there is none.</summary>
    public static string? Of(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        if (parsed.Action is { ClearsParseErrors: true })
        {
            // Help was asked for: of a command that there is, or of all of them.
            bool isKnown = command is not RootCommand
                || parsed.UnmatchedTokens is [] or [Tool.HelpWord, ..]
                || parsed.UnmatchedTokens[0].StartsWith('-');
            return isKnown ? null : NoCommand(parsed.UnmatchedTokens[0], command);
        }

        if (OptionAsValue(parsed) is { } eager)
        {
            return TakesValue(eager);
        }

        if (UnknownOption(parsed) is { } unknown)
        {
            return NoOption(unknown, command);
        }

        if (parsed.Errors.Count == 0)
        {
            return null;
        }

        if (command is RootCommand && parsed.UnmatchedTokens is [var name, ..])
        {
            return name.StartsWith('-') ? NoOption(name, command) : NoCommand(name, command);
        }

        return NotOneValue(parsed.CommandResult)
            ?? OwnWords(parsed)
            ?? Missing(parsed.CommandResult)
            ?? (parsed.UnmatchedTokens is [var extra, ..]
                ? $"'{extra}' is one name too many for {command.Name}"
                : parsed.Errors[0].Message);
    }

    /// <summary>Says that there is no command of a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="root">What has the commands.</param>
    public static string NoCommand(string name, Command root)
    {
        IEnumerable<string> commands = root.Subcommands.Where(other => !other.Hidden).Select(other => other.Name);
        return $"there is no command {name}{Meant(name, commands.Append(Tool.HelpWord))}";
    }

    private static string NoOption(string name, Command command) =>
        $"there is no option {name}{Meant(name, command.Options.Where(option => !option.Hidden).Select(option => option.Name))}";

    /// <summary>The option that the parser has given the next option as its value: the first of <c>-o --seed 3</c>.</summary>
    private static Option? OptionAsValue(ParseResult parsed)
    {
        Option[] options = [.. parsed.CommandResult.Command.Options, .. parsed.RootCommandResult.Command.Options];
        Token[] tokens = [.. BeforeDashes(parsed)];
        return tokens.Zip(tokens.Skip(1))
            .Where(pair => pair.First.Type == TokenType.Option && pair.Second.Type == TokenType.Argument
                && pair.Second.Value.StartsWith('-') // /h is a folder
                && options.Any(option => IsName(option, pair.Second.Value.Split('=')[0])))
            .Select(pair => Array.Find(options, option => IsName(option, pair.First.Value)))
            .FirstOrDefault();
    }

    private static bool IsName(Option option, string text) => option.Name == text || option.Aliases.Contains(text);

    /// <summary>
    /// The parser would take an option that it does not know for a file of that name. With one dash it may be a file, or the value of the
    /// option before it.
    /// </summary>
    private static string? UnknownOption(ParseResult parsed)
    {
        TokenType before = TokenType.Command;
        foreach (Token token in BeforeDashes(parsed))
        {
            bool isWord = token.Value.Length > 1 && token.Value[0] == '-' && char.IsAsciiLetter(token.Value[1]);
            if (token.Type == TokenType.Argument
                && (token.Value.StartsWith("--", StringComparison.Ordinal)
                    || (isWord && before != TokenType.Option && !Path.Exists(token.Value))))
            {
                return token.Value.Split('=')[0];
            }

            before = token.Type;
        }

        return null;
    }

    private static IEnumerable<Token> BeforeDashes(ParseResult parsed) =>
        parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash);

    /// <summary>An option that was typed without the value that it takes, or with more.</summary>
    private static string? NotOneValue(CommandResult command)
    {
        foreach (OptionResult option in command.Children.OfType<OptionResult>())
        {
            if (option is { Implicit: false, Tokens.Count: 0, Option.Arity.MinimumNumberOfValues: > 0 })
            {
                return TakesValue(option.Option);
            }

            if (option is { Tokens.Count: > 1, Option.Arity.MaximumNumberOfValues: 1 })
            {
                return $"{option.Option.Name} takes one value, not {string.Join(" and ", option.Tokens.Select(token => token.Value))}";
            }
        }

        return null;
    }

    private static string TakesValue(Option option) => $"{option.Name} takes a value: {option.HelpName}";

    /// <summary>What an option or argument says of the value that it was given.</summary>
    private static string? OwnWords(ParseResult parsed) => parsed.Errors
        .FirstOrDefault(error => error.SymbolResult is ArgumentResult { Tokens.Count: > 0 } or OptionResult { Tokens.Count: > 0 })?.Message;

    /// <summary>The first argument or option that must be named and is not.</summary>
    private static string? Missing(CommandResult command)
    {
        foreach (Argument argument in command.Command.Arguments.Where(argument => argument.Arity.MinimumNumberOfValues > 0))
        {
            if (command.GetResult(argument) is null or { Tokens.Count: 0 })
            {
                return $"{argument.Name} is missing: name {Beginning(argument.Description)}";
            }
        }

        foreach (Option option in command.Command.Options.Where(option => option.Required))
        {
            if (command.GetResult(option) is null or { Implicit: true })
            {
                string alias = option.Aliases.FirstOrDefault() is { } shorter ? $", with {shorter}" : "";
                return $"{option.Name} is missing: name {Beginning(option.Description)}{alias}";
            }
        }

        return null;
    }

    /// <summary>What a description says first, to stand within a sentence.</summary>
    private static string Beginning(string? description)
    {
        string first = (description ?? "").Split([';', ','])[0];
        bool isShort = first.Length > 1 && char.IsUpper(first[1]); // MIDI
        return first.Length == 0 ? "one" : isShort ? first : char.ToLowerInvariant(first[0]) + first[1..];
    }

    private static string Meant(string text, IEnumerable<string> names) =>
        LikelyMeant.Among(text, names) is { } meant ? $"; did you mean {meant}?" : "";
}
