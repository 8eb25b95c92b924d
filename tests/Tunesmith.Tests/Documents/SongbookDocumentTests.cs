using System.Globalization;
using Tunesmith.Corpus;

namespace Tunesmith.Tests.Documents;

/// <summary><c>docs/songbook.md</c> has a line for every file of <c>songbook</c>, made of the file's fields.</summary>
public sealed class SongbookDocumentTests
{
    private const string Document = "docs/songbook.md";

    private static readonly string[] Lines = File.ReadAllLines(RepositoryFolder.PathOf("docs", "songbook.md"));

    [Fact]
    public void The_document_lists_every_tune_as_its_file_has_it()
    {
        string[] expected = [.. SongbookFile.All.Select(Row)];
        string[] found = [.. Lines.Where(line => line.StartsWith("| `", StringComparison.Ordinal))];
        if (found.SequenceEqual(expected))
        {
            return;
        }

        string[] wrong = [.. found.Except(expected)];
        string[] missing = [.. expected.Except(found)];
        string advice = wrong.Length + missing.Length == 0
            ? "Put its lines in the order of the files."
            : $"Take these lines out:\n{string.Join('\n', wrong)}\nPut these in, in the order of the files:\n{string.Join('\n', missing)}";
        Assert.Fail($"The table of {Document} is not that of the files. {advice}");
    }

    [Fact]
    public void The_document_counts_the_tunes()
    {
        IEnumerable<string> meters = SongbookFile.All
            .CountBy(file => file.Meter)
            .OrderByDescending(meter => meter.Value)
            .Select(meter => Say($"{meter.Value} in {meter.Key}"));

        Assert.Contains(
            Say($"{SongbookFile.All.Count} tunes, {Songbook.Load().Steps:N0} sixteenth steps: {string.Join(", ", meters)}."), Lines);
    }

    private static string Row(SongbookFile file) =>
        $"| `{file.Name}` | {string.Join("; ", file.Titles)} | {file.Fields('C')[0]} | {file.Fields('O')[0]} | {file.Reason} |";

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
