using static System.FormattableString;


namespace Tunesmith.Pictures.Charts;

/// <summary>
/// Predicted distributions over time: a column a step, a row an outcome, darker (on dark paper, lighter) where it is more probable, and a
/// ring where it was drawn. Rows of pitches stand above those of other outcomes; outcomes that never matter are left out and counted.
/// </summary>
public static class HeatMap
{
    private const double RowHeight = 10;
    private const double GroupGap = 5;
    private const double UsualStepWidth = 6.5;
    private const double LegendHeight = 26;
    private const double StepsHeight = 26;
    private const int StepsPerMark = 16;

    /// <summary>Draws distributions.</summary>
    /// <param name="outcomes">The names of the outcomes; pitches by their names, such as <c>F#4</c>.</param>
    /// <param name="distributions">For each step the probability of each outcome, 0 to 1.</param>
    /// <param name="drawn">For each step the outcome that was drawn, -1 for none.</param>
    /// <param name="options">How; as usual where null.</param>
    /// <exception cref="ArgumentException">
    /// There are not as many probabilities as outcomes, or draws as steps; or an option is out of its range.
    /// </exception>
    public static Picture Draw(
        IReadOnlyList<string> outcomes,
        IReadOnlyList<IReadOnlyList<float>> distributions,
        IReadOnlyList<int> drawn,
        HeatMapOptions? options = null)
    {
        options ??= new HeatMapOptions();
        Check(outcomes, distributions, drawn, options);
        PictureFrame frame = new(options);
        HeatScale.Style(frame);
        Style(frame);
        IReadOnlyList<float>[] shown = [.. distributions.Take(HeatMapOptions.MostSteps)];
        int[] marks = [.. drawn.Take(HeatMapOptions.MostSteps)];
        HeatMapRow[] rows = HeatMapRow.Of(outcomes, shown, marks, options.Threshold);

        double names = rows.Select(row => PictureText.Width(row.Name, PictureFrame.TextSize - 1)).DefaultIfEmpty(20).Max();
        double left = PictureFrame.Margin + names + 6;
        double available = options.Width - left - PictureFrame.Margin;
        int perLine = Math.Max(StepsPerMark, (int)(available / UsualStepWidth) / StepsPerMark * StepsPerMark);
        double stepWidth = available / perLine;

        SvgWriter content = new();
        Legend(content, options.Width, frame.Top);
        double top = frame.Top + LegendHeight;
        for (int from = 0; from < shown.Length; from += perLine)
        {
            HeatMapLine part = new(rows, from, Math.Min(perLine, shown.Length - from), left, top, stepWidth, RowHeight, GroupGap);
            part.Draw(content, shown, marks);
            part.Steps(content, options.FirstStep, StepsPerMark);
            top = part.Bottom + StepsHeight;
        }

        double height = top + PictureFrame.Margin;
        foreach (string line in Footer(outcomes.Count, rows, shown, distributions.Count - shown.Length)
            .SelectMany(sentence => PictureText.Lines(sentence, PictureFrame.TextSize, options.Width - (2 * PictureFrame.Margin))))
        {
            content.Text("text", line, ("class", "ts-more"), ("x", PictureFrame.Margin), ("y", height - 8));
            height += 16;
        }

        SvgWriter svg = new();
        frame.Open(svg, options.Width, height, "Predicted distributions", Describe(rows, shown, marks, options));
        svg.Append(content);
        svg.Close();
        return new Picture(svg.ToString(), options.Width, height);
    }

    private static void Check(
        IReadOnlyList<string> outcomes, IReadOnlyList<IReadOnlyList<float>> distributions, IReadOnlyList<int> drawn, HeatMapOptions options)
    {
        if (drawn.Count != distributions.Count)
        {
            throw new ArgumentException($"Expected a draw for each of {distributions.Count} steps, found {drawn.Count}.", nameof(drawn));
        }

        if (distributions.Any(distribution => distribution.Count != outcomes.Count))
        {
            throw new ArgumentException(
                $"Expected {outcomes.Count} probabilities at each step, one for each outcome.", nameof(distributions));
        }

        if (drawn.Any(outcome => outcome < -1 || outcome >= outcomes.Count))
        {
            throw new ArgumentException($"Expected draws from -1 to {outcomes.Count - 1}.", nameof(drawn));
        }

        if (!(options.Threshold >= 0 && options.Threshold <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.Threshold, "Expected a threshold from 0 to 1.");
        }
    }

    private static void Style(PictureFrame frame)
    {
        frame.Rule(".ts-frame", "fill:none;stroke-width:.8");
        frame.Colour(".ts-frame", "stroke", PictureColour.Line);
        frame.Rule(".ts-grid", "fill:none;stroke-width:.8");
        frame.Colour(".ts-grid", "stroke", PictureColour.Faint);
        frame.Rule(".ts-drawn", "stroke-width:1");
        frame.Colour(".ts-drawn", "fill", PictureColour.Paper);
        frame.Colour(".ts-drawn", "stroke", PictureColour.Ink);
        frame.Rule(".ts-name", $"font-size:{SvgWriter.Number(PictureFrame.TextSize - 1)}px;text-anchor:end");
        frame.Rule(".ts-middle", "text-anchor:middle");
        frame.Rule(".ts-more", "font-style:italic");
    }

    private static void Legend(SvgWriter svg, double width, double top)
    {
        double words = PictureText.Width("probability  0 %  100 %", PictureFrame.TextSize) + 8;
        double swatch = Math.Clamp((width - (2 * PictureFrame.Margin) - words) / HeatScale.Colours.Count, 4, 12);
        double x = PictureFrame.Margin;
        svg.Text("text", "probability", ("x", x), ("y", top + 9.5));
        x += PictureText.Width("probability  0 %  ", PictureFrame.TextSize);
        svg.Text("text", "0 %", ("x", x - 4), ("y", top + 9.5), ("text-anchor", "end"));
        for (int level = 1; level <= HeatScale.Colours.Count; level++)
        {
            svg.Empty(
                "rect", ("class", HeatScale.StyleOf(level)), ("x", x), ("y", top), ("width", swatch), ("height", 12));
            x += swatch;
        }

        double all = HeatScale.Colours.Count * swatch;
        new SvgPath().Rectangle(x - all, top, all, 12).Draw(svg, "ts-frame");
        svg.Text("text", "100 %", ("x", x + 4), ("y", top + 9.5));
        x += PictureText.Width("100 %  ", PictureFrame.TextSize) + 20;
        if (x + 8 + PictureText.Width("drawn", PictureFrame.TextSize) < width)
        {
            new SvgPath().Circle(x, top + 6, 3.5).Draw(svg, "ts-drawn");
            svg.Text("text", "drawn", ("x", x + 8), ("y", top + 9.5));
        }
    }

    private static IEnumerable<string> Footer(int outcomes, HeatMapRow[] rows, IReadOnlyList<float>[] shown, int stepsLeftOut)
    {
        if (stepsLeftOut > 0)
        {
            yield return Invariant($"... and {stepsLeftOut:N0} more {(stepsLeftOut == 1 ? "step" : "steps")}");
        }

        if (outcomes > rows.Length && shown.Length > 0)
        {
            HashSet<int> kept = [.. rows.Select(row => row.Outcome)];
            double greatest = Enumerable.Range(0, outcomes).Where(outcome => !kept.Contains(outcome))
                .Max(outcome => shown.Max(distribution => distribution[outcome]));
            string are = outcomes - rows.Length == 1 ? "outcome is" : "outcomes are";
            string count = Invariant($"{outcomes - rows.Length:N0}");
            yield return Invariant($"{count} {are} left out, never more probable than {100 * greatest:0.##} %");
        }
    }

    private static string Describe(HeatMapRow[] rows, IReadOnlyList<float>[] shown, int[] drawn, HeatMapOptions options)
    {
        if (shown.Length == 0 || rows.Length == 0)
        {
            return "A heat map without steps.";
        }

        double[] given = [.. drawn.Select((outcome, step) => outcome < 0 ? double.NaN : shown[step][outcome]).Where(double.IsFinite)];
        string mean = given.Length == 0 ? "" : Invariant($" What was drawn had a probability of {100 * given.Average():0.#} % on average.");
        int last = options.FirstStep + shown.Length - 1;
        return Invariant($"A heat map of predicted probabilities: steps {options.FirstStep} to {last} run to the right, ")
            + Invariant($"{rows.Length} outcomes from {rows[0].Name} down to {rows[^1].Name} have a row each; ")
            + $"a ring marks what was drawn.{mean}";
    }
}
