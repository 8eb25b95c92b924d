namespace Tunesmith.Pictures.Charts;

/// <summary>A value at a step.</summary>
/// <param name="Step">The step, a finite number.</param>
/// <param name="Value">The value; what is not finite leaves a gap.</param>
public readonly record struct CurvePoint(double Step, double Value);

/// <summary>A curve.</summary>
/// <param name="Name">What it shows, written at its end.</param>
/// <param name="Points">Its points by ascending step; where there are many, those that shape the curve are drawn.</param>
public sealed record CurveSeries(string Name, IReadOnlyList<CurvePoint> Points);

/// <summary>A value to hold curves against, drawn as a level line.</summary>
/// <param name="Name">What it is, written at its end.</param>
/// <param name="Value">The value; a level that is not finite is left out.</param>
public sealed record CurveLevel(string Name, double Value);

/// <summary>Curves of one unit, drawn in one panel.</summary>
/// <param name="Name">What they show, and in which unit, written above the panel.</param>
/// <param name="Series">The curves, of at most eight names in all panels.</param>
public sealed record CurvePanel(string Name, IReadOnlyList<CurveSeries> Series)
{
    /// <summary>What they are held against. Default: nothing.</summary>
    public IReadOnlyList<CurveLevel> Levels { get; init; } = [];

    /// <summary>Whether the values are shares, 0 to 1, written in per cent from 0 to 100. Default: no.</summary>
    public bool IsShare { get; init; }
}
