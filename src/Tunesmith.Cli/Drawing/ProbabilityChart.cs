using System.Globalization;
using Spectre.Console.Rendering;

namespace Tunesmith.Cli.Drawing;

/// <summary>
/// A probability distribution as horizontal bars: one row for each of the most probable outcomes, in the order of the outcomes, and a
/// last row that adds up all others. The longest bar belongs to the most probable outcome.
/// </summary>
/// <param name="labels">The name of each outcome.</param>
/// <param name="probabilities">The probability of each outcome, 0 to 1; as many as labels.</param>
internal sealed class ProbabilityChart(IReadOnlyList<string> labels, IReadOnlyList<double> probabilities) : Renderable
{
    private const string Eighths = " ▏▎▍▌▋▊▉";
    private const string OthersLabel = "others";
    private const int PercentWidth = 9; // " 100.0 % "

    /// <summary>Outcomes shown with a row of their own; default 12.</summary>
    public int MaxRows { get; init; } = 12;

    /// <inheritdoc/>
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        List<(string Label, double Probability)> rows = Rows();
        int labelWidth = rows.Max(row => row.Label.Length);
        int barWidth = Math.Max(1, maxWidth - labelWidth - PercentWidth);
        double greatest = Math.Max(rows.Max(row => row.Probability), double.Epsilon);

        return rows.SelectMany(row => new SegmentRow()
            .Add(row.Label.PadLeft(labelWidth), DrawingStyle.Guide)
            .Add(string.Create(CultureInfo.InvariantCulture, $"{100 * row.Probability,PercentWidth - 3:0.0} % "))
            .Add(Bar(row.Probability / greatest * barWidth, options.HasBlocks()), DrawingStyle.Calm)
            .End());
    }

    private static string Bar(double length, bool blocks)
    {
        if (!blocks)
        {
            return new string('#', (int)Math.Round(length));
        }

        int eighths = (int)Math.Round(length * 8);
        return new string('█', eighths / 8) + Eighths[eighths % 8];
    }

    private List<(string Label, double Probability)> Rows()
    {
        HashSet<int> shown = [.. Enumerable.Range(0, labels.Count).OrderByDescending(index => probabilities[index]).Take(MaxRows)];
        List<(string, double)> rows = [.. Enumerable.Range(0, labels.Count)
            .Where(shown.Contains)
            .Select(index => (labels[index], probabilities[index]))];
        if (shown.Count < labels.Count)
        {
            rows.Add((OthersLabel, probabilities.Where((_, index) => !shown.Contains(index)).Sum()));
        }

        return rows;
    }
}
