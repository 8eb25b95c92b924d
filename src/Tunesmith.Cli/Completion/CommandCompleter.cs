using System.CommandLine;
using System.CommandLine.Completions;

namespace Tunesmith.Cli.Completion;

/// <summary>
/// Finds what could stand in the place of the last word of a command line. Commands and options it knows by the parser's own tree; values
/// by their completion sources, which options with choices have of themselves; files and folders by the name of the place in help (FILE,
/// FOLDER).
/// </summary>
/// <param name="root">The tree.</param>
/// <param name="context">Handed on to the sources.</param>
internal sealed class CommandCompleter(Command root, CompletionContext context)
{
    private static readonly string[] FilePlaces = ["FILE", "MODEL", "SONG", "PATH"];

    /// <summary>The candidates, in the order of help.</summary>
    /// <param name="words">The words after that of the tool, as far as the cursor; the last is to be completed, and may be empty.</param>
    public IReadOnlyList<Candidate> Complete(IReadOnlyList<string> words)
    {
        string word = words.Count > 0 ? words[^1] : "";
        Command command = root;
        Option? open = null; // the option whose value the next word is
        HashSet<Option> given = [];
        int arguments = 0;
        bool hasOptions = true;
        foreach (string before in words.SkipLast(1))
        {
            if (open is not null)
            {
                open = null;
            }
            else if (hasOptions && before == "--")
            {
                hasOptions = false;
            }
            else if (hasOptions && before.StartsWith('-'))
            {
                Option? option = Find(command, before.Split('=')[0]);
                _ = option is not null && given.Add(option);
                open = option is not null && TakesValue(option) && !before.Contains('=', StringComparison.Ordinal) ? option : null;
            }
            else if (command.Subcommands.FirstOrDefault(inner => inner.Name == before) is { } inner)
            {
                command = inner;
            }
            else
            {
                arguments++;
            }
        }

        if (open is not null)
        {
            return ValuesOf(open, word);
        }

        if (hasOptions && word.StartsWith('-'))
        {
            return word.Contains('=', StringComparison.Ordinal)
                ? AfterEqualsSign(command, word)
                : [.. Names(OptionsOf(command).Where(option => !given.Contains(option)), word)];
        }

        return ArgumentAt(command, arguments) is { } argument
            ? Values(argument.CompletionSources, argument.HelpName ?? argument.Name, word)
            : [.. Names(arguments == 0 ? command.Subcommands : [], word)];
    }

    /// <summary>The values of an option that its name is followed by with an equals sign. Shells look for no files there.</summary>
    private Candidate[] AfterEqualsSign(Command command, string word)
    {
        string[] parts = word.Split('=', 2);
        return Find(command, parts[0]) is { } option && TakesValue(option)
            ? [.. ValuesOf(option, parts[1]).Where(value => !IsPlace(value)).Select(value => After($"{parts[0]}=", value))]
            : [];
    }

    private Candidate[] ValuesOf(Option option, string word)
    {
        string place = option.HelpName ?? "";
        int list = place.Contains(',', StringComparison.Ordinal) ? word.LastIndexOf(',') + 1 : 0; // of A,B,... the last is completed
        return [.. Values(option.CompletionSources, place, word[list..]).Select(value => After(word[..list], value))];
    }

    private Candidate[] Values(
        IEnumerable<Func<CompletionContext, IEnumerable<CompletionItem>>> sources, string place, string word)
    {
        Candidate[] values =
        [
            .. sources.SelectMany(source => source(context))
                .Where(item => item.Label.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                .Select(item => UpToColon(new Candidate(item.Label, item.Detail ?? ""), word))
                .Distinct(),
        ];
        string[] places = place.Split('|');
        bool isPastColon = values.Length > 0 && word.Contains(':', StringComparison.Ordinal);
        return isPastColon ? values
            : places.Any(FilePlaces.Contains) ? [.. values, new Candidate(Candidate.AnyFile, "")]
            : places.Contains("FOLDER") ? [.. values, new Candidate(Candidate.AnyFolder, "")]
            : values;
    }

    /// <summary>Of songbook:NAME first <c>songbook:</c> alone, or hundreds of tunes would stand before all else.</summary>
    private static Candidate UpToColon(Candidate value, string word)
    {
        int colon = value.Text.IndexOf(':', StringComparison.Ordinal) + 1;
        return colon == 0 || word.Length >= colon ? value : new Candidate(value.Text[..colon], "");
    }

    private static IEnumerable<Candidate> Names(IEnumerable<Symbol> symbols, string word) => symbols
        .Where(symbol => !symbol.Hidden && symbol.Name.StartsWith(word, StringComparison.Ordinal))
        .Select(symbol => new Candidate(symbol.Name, Gist(symbol.Description ?? "")));

    /// <summary>The beginning of a description, as far as it makes sense by itself.</summary>
    private static string Gist(string description) => description.Split([';', ':', '\n'])[0].TrimEnd('.');

    private static Candidate After(string beginning, Candidate value) => value with { Text = beginning + value.Text };

    private static bool IsPlace(Candidate value) => value.Text is Candidate.AnyFile or Candidate.AnyFolder;

    private static bool TakesValue(Option option) => option.Arity.MaximumNumberOfValues > 0 && option.ValueType != typeof(bool);

    private static Option? Find(Command command, string name) =>
        OptionsOf(command).FirstOrDefault(option => option.Name == name || option.Aliases.Contains(name));

    private static IEnumerable<Option> OptionsOf(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options).Where(option => option.Recursive));

    private static Argument? ArgumentAt(Command command, int index)
    {
        foreach (Argument argument in command.Arguments)
        {
            index -= argument.Arity.MaximumNumberOfValues;
            if (index < 0)
            {
                return argument;
            }
        }

        return null;
    }
}
