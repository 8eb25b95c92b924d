using System.Globalization;

namespace Tunesmith.Pictures.Charts;

/// <summary>One line of a heat map: some steps, with all rows.</summary>
/// <param name="rows">The rows from the top down, pitches first.</param>
/// <param name="from">Its first step.</param>
/// <param name="count">How many steps it has; at least 1.</param>
/// <param name="left">Where the first step begins.</param>
/// <param name="top">Where the first row begins.</param>
/// <param name="stepWidth">The width of a step.</param>
/// <param name="rowHeight">The height of a row.</param>
/// <param name="groupGap">The space between pitches and other outcomes.</param>
internal sealed class HeatMapLine(
    HeatMapRow[] rows, int from, int count, double left, double top, double stepWidth, double rowHeight, double groupGap)
{
    private readonly int _pitches = rows.Count(row => row.Pitch is not null);

    /// <summary>Where the last row ends.</summary>
    public double Bottom => YOf(rows.Length);

    /// <summary>Draws the names of the rows, the cells, and rings where something was drawn.</summary>
    public void Draw(SvgWriter svg, IReadOnlyList<float>[] distributions, int[] drawn)
    {
        Cells(svg, distributions);
        SvgPath frame = new();
        Group(frame, 0, _pitches);
        Group(frame, _pitches, rows.Length);
        frame.Draw(svg, "ts-frame");
        SvgPath rings = new();
        double radius = Math.Min(stepWidth, rowHeight) * 0.33;
        for (int row = 0; row < rows.Length; row++)
        {
            svg.Text("text", rows[row].Name, ("class", "ts-name"), ("x", left - 4), ("y", YOf(row) + (rowHeight / 2) + 3.2));
            for (int step = from; step < from + count; step++)
            {
                if (drawn[step] == rows[row].Outcome)
                {
                    rings.Circle(XOf(step) + (stepWidth / 2), YOf(row) + (rowHeight / 2), radius);
                }
            }
        }

        rings.Draw(svg, "ts-drawn");
    }

    /// <summary>Numbers the steps below, one in so many.</summary>
    public void Steps(SvgWriter svg, int firstStep, int perMark)
    {
        for (int step = from; step < from + count; step += perMark)
        {
            string text = (firstStep + step).ToString(CultureInfo.InvariantCulture);
            svg.Text("text", text, ("x", XOf(step)), ("y", Bottom + 12));
        }
    }

    /// <summary>A path for each level, in which a run of steps of one level is one rectangle.</summary>
    private void Cells(SvgWriter svg, IReadOnlyList<float>[] distributions)
    {
        SvgPath[] levels = [.. Enumerable.Range(0, HeatScale.Colours.Count + 1).Select(_ => new SvgPath())];
        for (int row = 0; row < rows.Length; row++)
        {
            int start = from;
            for (int step = from + 1; step <= from + count; step++)
            {
                int level = LevelAt(distributions, start, row);
                if (step < from + count && LevelAt(distributions, step, row) == level)
                {
                    continue;
                }

                if (level > 0)
                {
                    levels[level].Rectangle(XOf(start), YOf(row), (step - start) * stepWidth, rowHeight);
                }

                start = step;
            }
        }

        for (int level = 1; level < levels.Length; level++)
        {
            levels[level].Draw(svg, HeatScale.StyleOf(level));
        }
    }

    private void Group(SvgPath frame, int first, int end)
    {
        if (end > first)
        {
            frame.Rectangle(left, YOf(first), count * stepWidth, (end - first) * rowHeight);
        }
    }

    private int LevelAt(IReadOnlyList<float>[] distributions, int step, int row) =>
        HeatScale.LevelOf(distributions[step][rows[row].Outcome]);

    private double XOf(int step) => left + ((step - from) * stepWidth);

    private double YOf(int row) => top + (row * rowHeight) + (row >= _pitches && _pitches > 0 && _pitches < rows.Length ? groupGap : 0);
}
