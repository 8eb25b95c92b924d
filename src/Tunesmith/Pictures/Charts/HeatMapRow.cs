using Tunesmith.Music;

namespace Tunesmith.Pictures.Charts;

/// <summary>The row of an outcome.</summary>
/// <param name="Outcome">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Pitch">The pitch it names; null for a hold, a rest and the like.</param>
/// <param name="Greatest">How probable it is where it is most so.</param>
internal readonly record struct HeatMapRow(int Outcome, string Name, Pitch? Pitch, double Greatest)
{
    /// <summary>
    /// The rows from the top down: pitches from the highest, then the other outcomes in their order.
    /// </summary>
    /// <param name="outcomes">The names of all outcomes.</param>
    /// <param name="distributions">The distributions that are drawn.</param>
    /// <param name="drawn">What was drawn from each.</param>
    /// <param name="threshold">How probable an outcome must be once, unless it was drawn.</param>
    public static HeatMapRow[] Of(
        IReadOnlyList<string> outcomes,
        IReadOnlyList<IReadOnlyList<float>> distributions,
        IReadOnlyList<int> drawn,
        double threshold)
    {
        HashSet<int> sampled = [.. drawn];
        HeatMapRow[] rows =
        [
            .. Enumerable.Range(0, outcomes.Count)
                .Select(outcome => new HeatMapRow(
                    outcome,
                    PictureText.Name(outcomes[outcome], 16),
                    Music.Pitch.TryParse(outcomes[outcome], out Pitch pitch) ? pitch : null,
                    distributions.Select(distribution => (double)distribution[outcome]).Where(double.IsFinite).DefaultIfEmpty(0).Max()))
                .Where(row => row.Greatest >= threshold || sampled.Contains(row.Outcome))
                .OrderByDescending(row => sampled.Contains(row.Outcome))
                .ThenByDescending(row => row.Greatest)
                .Take(HeatMapOptions.MostRows),
        ];
        return
        [
            .. rows.Where(row => row.Pitch is not null).OrderByDescending(row => row.Pitch),
            .. rows.Where(row => row.Pitch is null).OrderBy(row => row.Outcome),
        ];
    }
}
