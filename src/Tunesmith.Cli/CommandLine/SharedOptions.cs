using System.CommandLine;

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

    /// <summary>The file to write.</summary>
    public static Option<string> Output(string description) => new("--output", "-o") { Description = description, HelpName = "FILE" };

    /// <summary>The folder of songs.</summary>
    public static Argument<string> Folder(string description) => new("FOLDER") { Description = description };

    /// <summary>A choice of names.</summary>
    /// <param name="name">With the dashes.</param>
    /// <param name="description">What is chosen; the names are added.</param>
    /// <param name="names">The names, the default first.</param>
    public static Option<string> Choice(string name, string description, params string[] names)
    {
        Option<string> option = new(name) { Description = description, DefaultValueFactory = _ => names[0] };
        return option.AcceptOnlyFromAmong(names);
    }
}
