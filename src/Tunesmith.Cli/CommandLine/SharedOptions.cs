using System.CommandLine;
using System.CommandLine.Parsing;
using Tunesmith.Cli.Completion;
using Tunesmith.Corpus;
using Tunesmith.Encoding;

namespace Tunesmith.Cli.CommandLine;

/// <summary>Options that mean the same in every command that has them.</summary>
internal static class SharedOptions
{
    /// <summary>One JSON document on standard output; progress and notes move to standard error.</summary>
    public static Option<bool> Json() => new("--json")
    {
        Description = "Write one JSON document to standard output; progress and notes go to standard error",
    };

    /// <summary>Fixes every random choice of a run.</summary>
    public static Option<ulong?> Seed(string otherwise) =>
        NumberOption.Create("--seed", $"Fixes every random choice: the same seed gives the same bytes; {otherwise}", 0UL, ulong.MaxValue);

    /// <summary>How many threads compute. The result does not depend on it.</summary>
    public static Option<int?> Threads() =>
        NumberOption.Create("--threads", "Threads to compute with; the result does not depend on it; otherwise one for each core", 1, 1024);

    /// <summary>How songs are heard as melodies. Null where the option is absent.</summary>
    public static Option<MelodyEncoding?> Encoding(string otherwise) => new("--encoding")
    {
        Description = $"How a song is heard as one melody: {EncodingNames}; {otherwise}",
        HelpName = "NAME",
        CustomParser = ParseEncoding,
        CompletionSources = { ValueSources.Of([.. Encodings.All.Select(encoding => encoding.Name)]) },
    };

    /// <summary>The least steps of a song that is learned from. Null where the option is absent.</summary>
    public static Option<int?> MinSteps(string otherwise) => NumberOption.Create(
        "--min-steps", $"Songs of fewer steps are left out; {otherwise}", 0, MelodyEncoding.MaxSteps);

    /// <summary>The file to write.</summary>
    public static Option<string> Output(string description) => new("--output", "-o") { Description = description, HelpName = "FILE" };

    /// <summary>The folder of songs.</summary>
    public static Argument<string> Folder(string description) => new("FOLDER")
    {
        Description = description,
        HelpName = "FOLDER",
        CompletionSources = { ValueSources.Songbooks },
    };

    /// <summary>The songs to learn from: a folder, or the songbook.</summary>
    public static Argument<string> Songs() => Folder(
        "A folder of songs, searched with its subfolders for .mid, .midi, .kar, .smf and .abc files; "
            + $"or {Songbook.Name}, the tunes that come with Tunesmith");

    /// <summary>A choice of names.</summary>
    /// <param name="name">With the dashes.</param>
    /// <param name="description">What is chosen; the names are added.</param>
    /// <param name="names">The names, the default first.</param>
    public static Option<string> Choice(string name, string description, params string[] names)
    {
        Option<string> option = new(name)
        {
            Description = description,
            HelpName = string.Join('|', names),
            DefaultValueFactory = _ => names[0],
        };
        Choices.Accept(option, names);
        return option;
    }

    private static string EncodingNames => string.Join(", ", Encodings.All.Select(encoding => encoding.Name));

    private static MelodyEncoding? ParseEncoding(ArgumentResult result)
    {
        string name = result.Tokens[0].Value;
        if (!Encodings.TryByName(name, out MelodyEncoding? encoding))
        {
            result.AddError(Choices.Mistake("--encoding", name, [.. Encodings.All.Select(known => known.Name)]));
        }

        return encoding;
    }
}
