using Tunesmith.Evaluation;
using Tunesmith.Pictures.Charts;
using Tunesmith.Report.Html;
using Tunesmith.Training;
using static System.FormattableString;

namespace Tunesmith.Report.Sections;

/// <summary>The curves of a training, for a page wide and narrow.</summary>
internal static class CurvesSection
{
    /// <summary>Writes the section of a training that was looked at.</summary>
    public static void Write(HtmlWriter html, ReportTraining training)
    {
        string kept = training.Summary.HeldOut?.Step is not { } best ? ""
            : best < 0 ? " No step did better on the songs kept from it than the weights that it began with, which are kept."
            : " The weights kept are those that did best on the songs kept from it; the dashed upright line is where.";
        string begin = training.Scores[0].Step == 0
            ? ""
            : Invariant($" The training was gone on with: its curves begin with the first look after that, ")
                + Invariant($"at step {training.Scores[0].Step:N0}.");
        string baseline = training.Baseline is null ? "" : " The level line is the best that counting can do there.";
        html.Element("p", $"Each point is a look at the network while it learned.{begin}{kept}{baseline}");
        IReadOnlyList<CurvePanel> panels = Panels(training);
        html.Open("figure", ("class", "chart"));
        TwoWidths.Write(
            html,
            Draw(training, panels, "curves-wide", TwoWidths.Wide, 200),
            Draw(training, panels, "curves-narrow", TwoWidths.Narrow, 150));
        html.Close();
    }

    private static string Draw(ReportTraining training, IReadOnlyList<CurvePanel> panels, string id, double width, double height) =>
        CurvesPicture.Draw(panels, new CurvesOptions
        {
            Id = id,
            Width = width,
            PanelHeight = height,
            Title = "How it learned",
            ShowsTitle = false,
            HasPaper = false,
            MarkedStep = training.Summary.HeldOut?.Step,
            MarkedName = "kept: step",
        }).Svg;

    private static List<CurvePanel> Panels(ReportTraining training)
    {
        HeldOutScore? counting = training.Baseline?.Score;
        string name = training.Baseline?.Name ?? "";
        List<CurveSeries> loss = [new("learning", Points(training.Scores, look => look.Step, look => look.Loss))];
        List<CurveSeries> accuracy = [new("learning", Points(training.Scores, look => look.Step, look => look.Accuracy))];
        if (training.HeldOutLooks.Count > 0)
        {
            loss.Add(new("kept from it", Points(training.HeldOutLooks, StepOf, look => look.Loss)));
            accuracy.Add(new("kept from it", Points(training.HeldOutLooks, StepOf, look => look.Accuracy)));
            accuracy.Add(new("at moves", Points(training.HeldOutLooks, StepOf, look => look.MoveAccuracy ?? double.NaN)));
        }

        return
        [
            new CurvePanel("Loss, nats a step", loss) { Levels = Level(name, counting?.NatsPerStep) },
            new CurvePanel("Accuracy", accuracy)
            {
                Levels = Level($"{name} at moves", counting?.MoveAccuracy),
                IsShare = true,
            },
        ];
    }

    // The look before the first step stands where the curves begin.
    private static double StepOf(HeldOutLook look) => Math.Max(0, look.Step);

    private static CurvePoint[] Points<T>(IReadOnlyList<T> looks, Func<T, double> step, Func<T, double> value) =>
        [.. looks.Select(look => new CurvePoint(step(look), value(look)))];

    private static CurveLevel[] Level(string name, double? value) => value is { } number ? [new CurveLevel(name, number)] : [];
}
