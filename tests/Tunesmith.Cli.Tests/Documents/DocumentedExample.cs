using System.Text.RegularExpressions;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Tests.Documents;

namespace Tunesmith.Cli.Tests.Documents;

/// <summary>How an example ends.</summary>
internal enum ExampleEnd
{
    /// <summary>With exit code 0.</summary>
    Done,

    /// <summary>With a line that says what is wrong, which the document shows.</summary>
    Refused,

    /// <summary>By Ctrl-C, with a checkpoint.</summary>
    Interrupted,
}

/// <summary>A command line that a document or the help of a command shows.</summary>
/// <param name="Line">The whole line as it stands there.</param>
/// <param name="Words">
/// Its words behind <c>tunesmith</c>, as a shell would hand them over; what is piped to other programs is left out.
/// </param>
/// <param name="OutputFile">The file that its output goes to; null for none.</param>
/// <param name="End">How it ends.</param>
internal sealed partial record DocumentedExample(string Line, string[] Words, string? OutputFile, ExampleEnd End)
{
    /// <summary>
    /// The examples of a document, in their order, but those that come from the help of commands: the lines that it shows, and the whole
    /// commands within its sentences.
    /// </summary>
    public static DocumentedExample[] In(string document)
    {
        string text = TextOf(document);
        return
        [
            .. ShownLine().Matches(text)
                .Select(match => (match.Index, Example: Of(match.Groups["words"].Value, match.Groups["next"].Value)))
                .Concat(InSentence().Matches(text)
                    .Select(match => (match.Index, Example: Of(match)))
                    .Where(found => IsWhole(found.Example)))
                .OrderBy(found => found.Index)
                .Select(found => found.Example)
                .Where(example => example.Words is not ["COMMAND", ..]),
        ];
    }

    /// <summary>
    /// What a document's sentences name of the tool, whole commands or not: <c>tunesmith train --from</c>, <c>tunesmith demo</c>.
    /// </summary>
    public static DocumentedExample[] MentionsIn(string document) => [.. InSentence().Matches(TextOf(document)).Select(Of)];

    /// <summary>The examples that <c>--help</c> of a command shows.</summary>
    public static DocumentedExample[] In(ToolCommand command) =>
        [.. command.Examples.Select(example => Of(example.CommandLine[(Tool.Name.Length + 1)..], ""))];

    private static string TextOf(string document)
    {
        string text = Generated().Replace(RepositoryDocuments.Read(document), "");
        return text.Replace("\\\n", " ", StringComparison.Ordinal);
    }

    // `tunesmith train songbook` is a name for what it does; with an option, and without a word to be put in, it is meant to be typed.
    private static bool IsWhole(DocumentedExample example) =>
        example.Words is [_, [not '-', ..], ..]
        && example.Words.Any(word => word.StartsWith('-'))
        && !example.Words.Any(word => Placeholder().IsMatch(word));

    private static DocumentedExample Of(Match mention) =>
        Of(mention.Groups["words"].Value.Replace('\n', ' ').Replace("\\|", "|", StringComparison.Ordinal), "");

    private static DocumentedExample Of(string line, string next)
    {
        string[] words = [.. Word().Matches(line).Select(match => match.Value).TakeWhile(word => word != "|" && !word.StartsWith('#'))];
        int redirection = Array.IndexOf(words, ">");
        string? file = redirection < 0 ? null : words[redirection + 1];
        ExampleEnd end = next.Trim() switch
        {
            "^C" => ExampleEnd.Interrupted,
            var said when said.StartsWith("tunesmith: ", StringComparison.Ordinal)
                && !said.StartsWith("tunesmith: warning", StringComparison.Ordinal) => ExampleEnd.Refused,
            _ => ExampleEnd.Done,
        };
        string[] given = redirection < 0 ? words : words[..redirection];
        return new DocumentedExample(line, [.. given.Select(word => word.Replace("\"", "", StringComparison.Ordinal))], file, end);
    }

    [GeneratedRegex("""
        ^\ *(?:\$\ )?(?:tunesmith|dotnet\ run\ -c\ Release\ --project\ src/Tunesmith.Cli\ --)\ (?<words>.*)$(?=(?:\n(?<next>.*))?)
        """, RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex ShownLine();

    [GeneratedRegex("`tunesmith\\s(?<words>[^`]+)`")]
    private static partial Regex InSentence();

    [GeneratedRegex(@"^[A-Z]{2,}(?![A-Za-z])")]
    private static partial Regex Placeholder();

    [GeneratedRegex("<!-- (usage|options|examples) of .*?<!-- end of", RegexOptions.Singleline)]
    private static partial Regex Generated();

    [GeneratedRegex("(?:[^\" ]|\"[^\"]*\")+")]
    private static partial Regex Word();
}
