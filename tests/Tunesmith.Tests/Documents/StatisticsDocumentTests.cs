using System.Text.RegularExpressions;
using Tunesmith.Analysis.Statistics;

namespace Tunesmith.Tests.Documents;

/// <summary>The tables of docs/statistics.md name the statistics that there are.</summary>
public sealed partial class StatisticsDocumentTests
{
    [Fact]
    public void Every_statistic_has_its_row()
    {
        string text = File.ReadAllText(RepositoryFolder.PathOf("docs", "statistics.md")).ReplaceLineEndings("\n");
        string[] rows = [.. Row().Matches(text).Select(row => row.Groups[1].Value)];
        string[] names = [.. rows.SelectMany(row => Name().Matches(row).Select(name => name.Groups[1].Value))];

        IEnumerable<string> known = Statistic.All.Select(statistic => statistic.Name);
        Assert.Equal(known.Concat(NoteStatistic.All.Select(statistic => statistic.Name)), names);
    }

    [GeneratedRegex(@"^\| (`[^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();
}
