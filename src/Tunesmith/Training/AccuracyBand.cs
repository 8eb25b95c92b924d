namespace Tunesmith.Training;

/// <summary>
/// Accuracies at which a training may stop. The lab advises 0.75 to 0.90: music that is fully predictable is boring, music that is fully
/// unpredictable is unpleasant.
/// </summary>
/// <param name="Low">The lowest accuracy of the band, 0 to 1.</param>
/// <param name="High">The highest, from the lowest to 1.</param>
public sealed record AccuracyBand(double Low = 0.75, double High = 0.9)
{
    /// <summary>Whether an accuracy lies in the band.</summary>
    internal bool Contains(double accuracy) => accuracy >= Low && accuracy <= High;
}
