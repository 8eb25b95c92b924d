using System.Globalization;
using System.Text.RegularExpressions;
using Tunesmith.Encoding;
using Tunesmith.Encoding.Inputs;
using Tunesmith.Model;
using Tunesmith.Tests.Encoding.Inputs;

namespace Tunesmith.Tests.Documents;

/// <summary>docs/inputs.md says what the program does.</summary>
public sealed partial class InputsDocumentTests
{
    private const int Bar = 4;

    private static readonly string Text = RepositoryDocuments.Read("docs/inputs.md");
    private static readonly MelodyEncoding Encoding = Encodings.Melody();

    [Fact]
    public void Its_tables_name_every_row_group_and_every_source()
    {
        string[] groups = [.. Tables("name").First()[1..].Select(row => row[0].Trim('`'))];
        Assert.Equal(InputSongs.Groups(Encoding).Select(group => group.Name).Order(), groups.Order());
        new ModelDefinition { Encoding = "melody", Inputs = groups }.CreateLayout();

        string[] sources = [.. Tables("name").ElementAt(1)[1..].Select(row => row[0].Trim('`'))];
        Assert.Equal(["bars N", "figure", "hold", "pitch", "sequence N"], sources.Order(StringComparer.Ordinal));
        Assert.All(sources, source => CopySources.ByName(source.Replace('N', '3')));
    }

    [Fact]
    public void The_rows_of_its_example_are_those_that_are_shown() => CheckExample(0, (header, step) =>
    {
        InputLayout layout = new(Encoding, [InputSongs.Groups(Encoding).Single(group => group.Name == header)]);
        int row = InputSongs.Read(layout, Song.AsSpan(0, step + 1), Bar).Rows[0];
        return header switch
        {
            "held" => Invariant($"{row + 1}"),
            "position" => Invariant($"{row - (Bar * (Bar - 1) / 2)} of {Bar}"),
            _ => row < 0 ? "none" : Encoding.TokenName(row),
        };
    });

    [Fact]
    public void The_proposals_of_its_example_are_those_that_are_made() => CheckExample(1, (header, step) =>
    {
        InputLayout layout = new(Encoding, [new HeldRows()], [CopySources.ByName(header)]);
        Proposal proposal = InputSongs.Read(layout, Song.AsSpan(0, step + 1), Bar).Proposals[0];
        return proposal.Exists ? Invariant($"{Encoding.TokenName(proposal.Token)} ({proposal.Agreement})") : "none";
    });

    private static int[] Song => InputSongs.Tokens(Encoding, Block().Match(Text).Groups[1].Value);

    private static void CheckExample(int table, Func<string, int, string> cell)
    {
        string[][] shown = Tables("step").ElementAt(table);
        string[] headers = [.. shown[0].Select(header => header.Trim('`'))];
        string[][] found = [.. Enumerable.Range(0, Song.Length).Select(step => new[] { Invariant($"{step}") }
            .Concat(headers[1..].Select(header => cell(header, step))).ToArray())];
        Assert.Equal(shown[1..], found);
    }

    /// <summary>The tables whose first column has a header: the header, then the rows, cell by cell.</summary>
    private static IEnumerable<string[][]> Tables(string first) => Table().Matches(Text)
        .Select(match => match.Value.TrimEnd().Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1]).ToArray())
        .Where(table => table[0][0] == first)
        .Select(table => (string[][])[table[0], .. table[2..]]);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^```song\n(.*?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"(^\|.*\n)+", RegexOptions.Multiline)]
    private static partial Regex Table();
}
