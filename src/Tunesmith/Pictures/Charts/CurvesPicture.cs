using System.Globalization;
using static System.FormattableString;

namespace Tunesmith.Pictures.Charts;

/// <summary>
/// Curves over steps, in panels below each other that share their steps, such as the loss and the accuracy of a training. Curves differ in
/// colour, dash and mark, those of one name have one look, and each is named at its end with its last value.
/// </summary>
public static class CurvesPicture
{
    private const double AxisWidth = 34;
    private const double PanelGap = 30;
    private const double StepsHeight = 32;
    private const double MarkedHeight = 14;

    /// <summary>Draws curves.</summary>
    /// <param name="panels">The panels from the top down; one without a finite value is left empty.</param>
    /// <param name="options">How; as usual where null.</param>
    /// <exception cref="ArgumentException">
    /// There is no panel, the curves have more than eight names, or an option is out of its range.
    /// </exception>
    public static Picture Draw(IReadOnlyList<CurvePanel> panels, CurvesOptions? options = null)
    {
        options ??= new CurvesOptions();
        ArgumentOutOfRangeException.ThrowIfZero(panels.Count, nameof(panels));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.PanelHeight, 80, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.PanelHeight, 2_000, nameof(options));
        string[] looks = [.. panels.SelectMany(panel => panel.Series).Select(series => series.Name).Distinct()];
        ArgumentOutOfRangeException.ThrowIfGreaterThan(looks.Length, PictureColour.Series.Count, nameof(panels));

        PictureFrame frame = new(options);
        CurveLook.Style(frame, looks.Length);
        NiceTicks steps = StepTicks(panels, options);
        double labels = Math.Min(options.Width * 0.4, panels.Max(CurvePanelDrawing.LabelWidth) + 12);
        double left = PictureFrame.Margin + AxisWidth;
        double right = options.Width - PictureFrame.Margin - labels;
        double? marked = options.MarkedStep is { } step && step >= steps.First && step <= steps.Last ? step : null;

        SvgWriter content = new();
        double top = frame.Top + 16 + (marked is null ? 0 : MarkedHeight);
        double first = top;
        foreach (CurvePanel panel in panels)
        {
            CurvePanelDrawing drawing = new(panel, steps, left, right, top, top + options.PanelHeight, looks);
            drawing.Draw(content);
            top = drawing.Bottom + PanelGap;
        }

        double bottom = top - PanelGap;
        if (marked is { } at)
        {
            Mark(content, options, CurvePanelDrawing.XOf(steps, left, right, at), first, bottom, left, right);
        }

        Steps(content, steps, left, right, bottom, PictureText.Name(options.StepName, 60));
        double height = bottom + StepsHeight + PictureFrame.Margin;
        SvgWriter svg = new();
        frame.Open(svg, options.Width, height, "Curves", Describe(panels, options, marked));
        svg.Append(content);
        svg.Close();
        return new Picture(svg.ToString(), options.Width, height);
    }

    private static NiceTicks StepTicks(IReadOnlyList<CurvePanel> panels, CurvesOptions options)
    {
        double[] steps = [.. panels.SelectMany(panel => panel.Series).SelectMany(series => series.Points)
            .Select(point => point.Step).Where(double.IsFinite)];
        return steps.Length == 0
            ? NiceTicks.Around(0, 1, 1)
            : NiceTicks.Around(steps.Min(), steps.Max(), Math.Clamp((int)(options.Width / 110), 2, 10));
    }

    private static void Mark(
        SvgWriter svg, CurvesOptions options, double x, double top, double bottom, double left, double right)
    {
        new SvgPath().Vertical(x, top - 18, bottom).Draw(svg, "ts-mark");
        string text = PictureText.Name(string.Create(CultureInfo.InvariantCulture, $"{options.MarkedName} {options.MarkedStep:0.##}"), 60);
        bool isLeft = x > (left + right) / 2;
        svg.Text(
            "text",
            text,
            ("class", "ts-word"),
            ("x", isLeft ? x - 5 : x + 5),
            ("y", top - 18),
            ("text-anchor", isLeft ? "end" : "start"));
    }

    private static void Steps(SvgWriter svg, NiceTicks steps, double left, double right, double bottom, string name)
    {
        foreach (double step in steps.Values)
        {
            svg.Text(
                "text",
                step.ToString($"N{steps.Decimals}", CultureInfo.InvariantCulture),
                ("class", "ts-middle"),
                ("x", CurvePanelDrawing.XOf(steps, left, right, step)),
                ("y", bottom + 14));
        }

        svg.Text("text", name, ("class", "ts-middle"), ("x", (left + right) / 2), ("y", bottom + 28));
    }

    private static string Describe(IReadOnlyList<CurvePanel> panels, CurvesOptions options, double? marked)
    {
        List<string> sentences = [Invariant($"Curves over the {PictureText.Name(options.StepName, 60)}.")];
        foreach (CurvePanel panel in panels)
        {
            IEnumerable<string> ends = panel.Series.Select(series => Describe(series, panel.IsShare))
                .Concat(panel.Levels.Where(level => double.IsFinite(level.Value))
                    .Select(level => $"{PictureText.Name(level.Name)} is level at {CurveLook.Value(level.Value, panel.IsShare)}"));
            sentences.Add($"{PictureText.Name(panel.Name, 60)}: {string.Join("; ", ends)}.");
        }

        if (marked is { } step)
        {
            sentences.Add(Invariant($"Marked: {PictureText.Name(options.MarkedName, 60)} {step:0.##}."));
        }

        return string.Join(' ', sentences);
    }

    private static string Describe(CurveSeries series, bool isShare)
    {
        CurvePoint[] points = [.. series.Points.Where(point => double.IsFinite(point.Value))];
        string name = PictureText.Name(series.Name);
        return points.Length == 0
            ? $"{name} has no value"
            : Invariant($"{name} from {CurveLook.Value(points[0].Value, isShare)} to {CurveLook.Value(points[^1].Value, isShare)}");
    }
}
