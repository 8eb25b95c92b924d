namespace Tunesmith.Experiments.Choosing;

/// <summary>How unlikely a model holds real songs, in mean nats a step: what lies between the 10th and the 90th of 100.</summary>
/// <param name="Low">The 10th percentile.</param>
/// <param name="High">The 90th percentile.</param>
public readonly record struct LikelihoodBand(double Low, double High)
{
    private const double Tail = 0.1;

    /// <summary>
    /// <c>max(0, 1 - d / (High - Low))</c>, where d is how far the song lies outside: 1 inside the band, and 0 from one width of the band
    /// beside it on. A song below the band is dull or a copy, one above it strays. Outside of a band without width it is 0.
    /// </summary>
    /// <param name="nats">Mean nats a step of a song.</param>
    public double Score(double nats)
    {
        double outside = Math.Max(0, Math.Max(Low - nats, nats - High));
        return outside == 0 ? 1 : High > Low ? Math.Max(0, 1 - (outside / (High - Low))) : 0;
    }

    /// <summary>
    /// The band of some songs: of n in order, those of places <c>floor(n / 10)</c> and <c>n - 1 - floor(n / 10)</c>, from 0.
    /// </summary>
    /// <param name="songs">Mean nats a step of each song; at least one.</param>
    internal static LikelihoodBand Of(IEnumerable<double> songs)
    {
        double[] ordered = [.. songs.Order()];
        int tail = (int)(ordered.Length * Tail);
        return new LikelihoodBand(ordered[tail], ordered[^(1 + tail)]);
    }
}
