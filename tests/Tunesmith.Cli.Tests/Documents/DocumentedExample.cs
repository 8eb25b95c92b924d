using System.Text.RegularExpressions;
using Tunesmith.Cli.CommandLine;

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
/// <param name="Words">Its words behind <c>tunesmith</c>, as a shell would hand them over; what is piped to other programs is left out.</param>
/// <param name="OutputFile">The file that its output goes to; null for none.</param>
/// <param name="End">How it ends.</param>
internal sealed partial record DocumentedExample(string Line, string[] Words, string? OutputFile, ExampleEnd End)
{
    /// <summary>The examples of a document, in their order, but those that come from the help of commands.</summary>
    public static DocumentedExample[] In(string document)
    {
        string text = File.ReadAllText(Path.Combine(DocumentTests.RepositoryFolder(), document)).ReplaceLineEndings("\n");
        return
        [
            .. ShownLine().Matches(Generated().Replace(text, "").Replace("\\\n", " ", StringComparison.Ordinal))
                .Select(match => Of(match.Groups["words"].Value, match.Groups["next"].Value))
                .Where(example => example.Words is not ["COMMAND", ..]),
        ];
    }

    /// <summary>The examples that <c>--help</c> of a command shows.</summary>
    public static DocumentedExample[] In(ToolCommand command) =>
        [.. command.Examples.Select(example => Of(example.CommandLine[(Tool.Name.Length + 1)..], ""))];

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

    [GeneratedRegex("<!-- (usage|options|examples) of .*?<!-- end of", RegexOptions.Singleline)]
    private static partial Regex Generated();

    [GeneratedRegex("(?:[^\" ]|\"[^\"]*\")+")]
    private static partial Regex Word();
}
