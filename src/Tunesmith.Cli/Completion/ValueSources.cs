using System.CommandLine.Completions;
using Tunesmith.Corpus;

namespace Tunesmith.Cli.Completion;

/// <summary>Values that a place takes beside files and folders, or from which one starts to type; for <c>CompletionSources</c>.</summary>
internal static class ValueSources
{
    /// <summary>The songbook, where a folder of songs may stand.</summary>
    public static IEnumerable<CompletionItem> Songbooks(CompletionContext context) => Items(Songbook.Name);

    /// <summary>The tunes of the songbook, where a song may stand.</summary>
    public static IEnumerable<CompletionItem> Tunes(CompletionContext context) =>
        Songbook.Tunes.Select(tune => new CompletionItem($"{Songbook.Name}:{tune}"));

    /// <summary>Values by themselves.</summary>
    public static Func<CompletionContext, IEnumerable<CompletionItem>> Of(params string[] values) => _ => Items(values);

    private static IEnumerable<CompletionItem> Items(params string[] values) => values.Select(value => new CompletionItem(value));
}
