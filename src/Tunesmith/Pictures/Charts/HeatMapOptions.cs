namespace Tunesmith.Pictures.Charts;

/// <summary>How a heat map is drawn.</summary>
public sealed record HeatMapOptions : PictureOptions
{
    /// <summary>The most steps drawn; the others are counted below.</summary>
    public const int MostSteps = 512;

    /// <summary>The most rows drawn, those of the most probable outcomes; the others are counted below.</summary>
    public const int MostRows = 48;

    /// <summary>The number of the first step, such as the length of the primer. Default: 0.</summary>
    public int FirstStep { get; init; }

    /// <summary>
    /// Outcomes that never are this probable, and never drawn, have no row; 0 to 1. Default: 0.05.
    /// </summary>
    public double Threshold { get; init; } = 0.05;
}
