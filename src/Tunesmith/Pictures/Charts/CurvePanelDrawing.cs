using System.Globalization;

namespace Tunesmith.Pictures.Charts;

/// <summary>Draws one panel of curves.</summary>
internal sealed class CurvePanelDrawing
{
    private const int Stretches = 150;
    private const double MarkDistance = 60;
    private const double LabelHeight = 13;

    private readonly CurvePanel _panel;
    private readonly NiceTicks _steps;
    private readonly NiceTicks _values;
    private readonly double _left;
    private readonly double _right;
    private readonly double _top;
    private readonly double _bottom;
    private readonly string[] _looks;

    /// <summary>Makes the drawing of a panel.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="steps">The ticks of the steps.</param>
    /// <param name="left">Where the first step is.</param>
    /// <param name="right">Where the last step is; labels stand right of it.</param>
    /// <param name="top">Where the greatest value is.</param>
    /// <param name="bottom">Where the least value is.</param>
    /// <param name="looks">The names of curves in the order of their looks.</param>
    public CurvePanelDrawing(
        CurvePanel panel, NiceTicks steps, double left, double right, double top, double bottom, string[] looks)
    {
        (_panel, _steps, _left, _right, _top, _bottom, _looks) = (panel, steps, left, right, top, bottom, looks);
        double[] values = [.. panel.Series.SelectMany(series => series.Points).Select(point => point.Value)
            .Concat(panel.Levels.Select(level => level.Value)).Where(double.IsFinite)];
        double least = values.DefaultIfEmpty(0).Min();
        double greatest = values.DefaultIfEmpty(1).Max();
        _values = panel.IsShare
            ? NiceTicks.Around(Math.Min(0, least), Math.Max(1, greatest), 5)
            : NiceTicks.Around(least > 0 && least < 0.4 * greatest ? 0 : least, greatest, Math.Max(2, (int)((bottom - top) / 36)));
    }

    /// <summary>Where it ends, labels and all.</summary>
    public double Bottom { get; private set; }

    /// <summary>The width of the widest label of a panel.</summary>
    public static double LabelWidth(CurvePanel panel) => panel.Series.Select(series => LabelOf(series, panel.IsShare))
        .Concat(panel.Levels.Select(level => Label(level.Name, level.Value, panel.IsShare)))
        .Select(label => PictureText.Width(label, PictureFrame.TextSize)).DefaultIfEmpty(0).Max();

    /// <summary>Where a step is.</summary>
    public static double XOf(NiceTicks steps, double left, double right, double step) =>
        left + ((NiceTicks.Within(step) - steps.First) / (steps.Last - steps.First) * (right - left));

    /// <summary>Draws it.</summary>
    public void Draw(SvgWriter svg)
    {
        Bottom = _bottom;
        Axes(svg);
        List<(string Text, int? Look, double X, double Y)> labels = [];
        foreach (CurveLevel level in _panel.Levels.Where(level => double.IsFinite(level.Value)))
        {
            new SvgPath().Horizontal(_left, _right, YOf(level.Value)).Draw(svg, "ts-level");
            labels.Add((Label(level.Name, level.Value, _panel.IsShare), null, _right, YOf(level.Value)));
        }

        for (int index = 0; index < _panel.Series.Count; index++)
        {
            int look = Array.IndexOf(_looks, _panel.Series[index].Name);
            if (Curve(svg, _panel.Series[index], look) is { } end)
            {
                labels.Add((LabelOf(_panel.Series[index], _panel.IsShare), look, XOf(_steps, _left, _right, end.Step), YOf(end.Value)));
            }
        }

        Labels(svg, labels);
    }

    private static string LabelOf(CurveSeries series, bool isShare) =>
        Label(series.Name, series.Points.Select(point => point.Value).LastOrDefault(double.IsFinite, double.NaN), isShare);

    private static string Label(string name, double value, bool isShare) =>
        PictureText.Name(name, 28) + (double.IsFinite(value) ? $" {CurveLook.Value(value, isShare)}" : "");

    private void Axes(SvgWriter svg)
    {
        SvgPath lines = new();
        foreach (double value in _values.Values)
        {
            lines.Horizontal(_left, _right, YOf(value));
            string text = _panel.IsShare
                ? (100 * value).ToString("0.##", CultureInfo.InvariantCulture) + " %"
                : value.ToString($"N{_values.Decimals}", CultureInfo.InvariantCulture);
            svg.Text("text", text, ("class", "ts-end"), ("x", _left - 5), ("y", YOf(value) + 3.5));
        }

        foreach (double step in _steps.Values)
        {
            lines.Vertical(XOf(_steps, _left, _right, step), _top, _bottom);
        }

        lines.Draw(svg, "ts-grid");
        new SvgPath().Vertical(_left, _top, _bottom).Horizontal(_left, _right, _bottom).Draw(svg, "ts-axis");
        svg.Text("text", PictureText.Name(_panel.Name, 60), ("class", "ts-word"), ("x", PictureFrame.Margin), ("y", _top - 10));
    }

    /// <summary>Draws a curve with its marks; returns its last point.</summary>
    private CurvePoint? Curve(SvgWriter svg, CurveSeries series, int look)
    {
        SvgPath curve = new();
        SvgPath marks = new();
        double marked = double.NegativeInfinity;
        CurvePoint? last = null;
        foreach (IReadOnlyList<CurvePoint> run in CurveThinning.Thin(series.Points, Stretches))
        {
            for (int index = 0; index < run.Count; index++)
            {
                double x = XOf(_steps, _left, _right, run[index].Step);
                double y = YOf(run[index].Value);
                curve.Go(x, y, isFirst: index == 0);
                if (x - marked >= MarkDistance)
                {
                    CurveLook.Mark(marks, look, x, y);
                    marked = x;
                }
            }

            last = run[^1];
        }

        string number = look.ToString(CultureInfo.InvariantCulture);
        curve.Draw(svg, $"ts-c{number}");
        if (last is { } end)
        {
            CurveLook.Mark(marks, look, XOf(_steps, _left, _right, end.Step), YOf(end.Value));
        }

        marks.Draw(svg, $"ts-m{number}");
        return last;
    }

    private void Labels(SvgWriter svg, List<(string Text, int? Look, double X, double Y)> labels)
    {
        double[] places = DirectLabels.Place([.. labels.Select(label => label.Y)], LabelHeight, _top, _bottom);
        for (int index = 0; index < labels.Count; index++)
        {
            (string text, int? look, double x, double y) = labels[index];
            if (Math.Abs(places[index] - y) > 2 || x < _right - 2)
            {
                new SvgPath().Go(x + 5, y, isFirst: true).Go(_right + 9, places[index], isFirst: false).Draw(svg, "ts-lead");
            }

            svg.Text(
                "text",
                text,
                ("class", look is null ? "ts-base" : FormattableString.Invariant($"ts-m{look}")),
                ("x", _right + 11),
                ("y", places[index] + 3.5));
            Bottom = Math.Max(Bottom, places[index] + LabelHeight);
        }
    }

    private double YOf(double value) =>
        _bottom - ((NiceTicks.Within(value) - _values.First) / (_values.Last - _values.First) * (_bottom - _top));
}
