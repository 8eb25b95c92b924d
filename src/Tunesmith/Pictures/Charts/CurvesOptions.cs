namespace Tunesmith.Pictures.Charts;

/// <summary>How curves are drawn.</summary>
public sealed record CurvesOptions : PictureOptions
{
    /// <summary>The height of a panel, 80 to 2,000. Default: 200.</summary>
    public double PanelHeight { get; init; } = 200;

    /// <summary>What the steps are, written below the panels. Default: <c>training step</c>.</summary>
    public string StepName { get; init; } = "training step";

    /// <summary>A step that is marked through all panels, such as that of the weights kept. Default: none.</summary>
    public double? MarkedStep { get; init; }

    /// <summary>What is said of <see cref="MarkedStep"/>; the step itself is added. Default: <c>best weights, step</c>.</summary>
    public string MarkedName { get; init; } = "best weights, step";
}
