using System.Text.RegularExpressions;

namespace Tunesmith.CommandPage;

/// <summary>The text of help as Markdown: what is typed becomes code, and what another page explains a link to it.</summary>
internal static partial class CellText
{
    /// <summary>Phrases of help, and where the documents explain them.</summary>
    public static IReadOnlyList<(string Phrase, string Page)> Links { get; } =
    [
        ("one melody", "encodings.md"),
        ("Which voice", "encodings.md#which-voice"),
        ("breaks its format", "corpus.md#broken-files"),
        ("hold out", "command-line.md#songs-held-out"),
        ("fine-tune", "command-line.md#learn-on"),
        ("Save a checkpoint", "command-line.md#stop-and-go"),
        ("Compose a song every", "command-line.md#hear-it-learn"),
        ("one page", "report.md"),
        ("sound file", "command-line.md#render"),
        ("heat map", "pictures.md#predictions"),
        ("notes of a key", "control.md#keys"),
        ("musical statistics", "statistics.md"),
        ("FluidSynth, where it is installed", "sound.md#fluidsynth"),
        ("the starter model", "songbook.md#the-starter-model"),
        ("the tunes that come with Tunesmith", "songbook.md"),
    ];

    /// <summary>A cell's text.</summary>
    public static string Of(string? help)
    {
        string text = Typed().Replace(help ?? "", match => $"`{match.Value}`").Replace("|", "\\|", StringComparison.Ordinal);
        foreach ((string phrase, string page) in Links)
        {
            int at = text.IndexOf(phrase, StringComparison.Ordinal);
            text = at < 0 ? text : $"{text[..at]}[{phrase}]({page}){text[(at + phrase.Length)..]}";
        }

        return text;
    }

    /// <summary>Code in a cell.</summary>
    public static string Code(string text) => $"`{text.Replace("|", "\\|", StringComparison.Ordinal)}`";

    /// <summary>
    /// Quoted text; options; files and their endings; <c>songbook:NAME</c> and the like; bands and odds; signs such as <c>6/8</c>.
    /// </summary>
    [GeneratedRegex("""
        "[^"]+"|--[a-z][a-z-]*|[A-Za-z_0-9/-]*\.(?:mid|midi|kar|smf|abc|svg|wav|html|json|csv)\b(?:\#\w+)?|\b(?:songbook|track|channel):\w+
        |\b\w+(?:\.\w+)?\.\.\w+(?:\.\d+)?|[A-Z]\#?\d?=[\d.]+|\b\d/\d\b
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Typed();
}
