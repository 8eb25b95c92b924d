namespace Tunesmith.Training;

/// <summary>
/// Titles that are held out, not learned from, to see what the network makes of songs that it does not know. Where there are some, the
/// model is the one that did best on them.
/// </summary>
public sealed record Validation
{
    /// <summary>The largest share that can be held out.</summary>
    public const double LargestShare = 0.5;

    /// <summary>The share of titles that are held out, at least one if it is above 0; 0 to 0.5. The default is 0: none.</summary>
    public double Share { get; init; }

    /// <summary>
    /// Every how many steps the network is tried on them; 1 or more. The default is 10. It is tried after the last step too.
    /// </summary>
    public int Every { get; init; } = 10;

    /// <summary>
    /// After how many trials in a row without a lower loss the training stops; 0 to go on to the end. The default is 0. Without titles
    /// held out it means nothing.
    /// </summary>
    public int Patience { get; init; }
}
