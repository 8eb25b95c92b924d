using Tunesmith.Pictures;
using Tunesmith.Pictures.Charts;
using Tunesmith.Report.Html;

namespace Tunesmith.Report.Tunes;

/// <summary>What the network expected of a tune: a heat map, folded away at first.</summary>
internal sealed class TunePredictions
{
    private const string Title = "What the network expected";

    private readonly Picture _wide;
    private readonly Picture _narrow;

    /// <summary>Draws predictions.</summary>
    /// <param name="predictions">The predictions.</param>
    /// <param name="id">How the ids of its pictures begin.</param>
    public TunePredictions(ReportPredictions predictions, string id)
    {
        _wide = Draw(predictions, $"{id}-wide", TwoWidths.Wide);
        _narrow = Draw(predictions, $"{id}-narrow", TwoWidths.Narrow);
    }

    /// <summary>How many bytes its pictures take.</summary>
    public int Length => _wide.Svg.Length + _narrow.Svg.Length;

    /// <summary>Writes both.</summary>
    public void Write(HtmlWriter html)
    {
        html.Open("details").Element("summary", Title);
        html.Element(
            "p",
            "A column is a step, a row is what may come next: the stronger its colour, the surer the network was. A ring is what was "
            + "drawn.",
            ("class", "hint"));
        TwoWidths.Write(html, _wide.Svg, _narrow.Svg);
        html.Close();
    }

    private static Picture Draw(ReportPredictions predictions, string id, double width) => HeatMap.Draw(
        predictions.Outcomes,
        predictions.Distributions,
        predictions.Drawn,
        new HeatMapOptions
        {
            Id = id,
            Width = width,
            Title = Title,
            ShowsTitle = false,
            HasPaper = false,
            FirstStep = predictions.FirstStep,
        });
}
