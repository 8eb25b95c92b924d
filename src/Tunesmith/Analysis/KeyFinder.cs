using Tunesmith.Music;

namespace Tunesmith.Analysis;

/// <summary>
/// The key that a melody most likely has: of the 24 major and minor keys the one whose profile has the highest correlation
/// (Pearson's r) with how many steps each pitch class sounds. The profiles are the probe-tone ratings of Krumhansl and Kessler.
/// </summary>
/// <remarks>
/// Krumhansl and Kessler, Tracing the dynamic changes in perceived tonal organization, Psychological Review 89 (1982); the way to find
/// keys by them is Krumhansl and Schmuckler's, in Krumhansl, Cognitive Foundations of Musical Pitch (1990).
/// </remarks>
public static class KeyFinder
{
    private static readonly double[] Major = [6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88];
    private static readonly double[] Minor = [6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17];

    /// <summary>The key of a melody. Of keys that fit equally well the first counts, major before minor, from C up.</summary>
    /// <param name="melody">The melody. Where nothing sounds in it, or every pitch class sounds equally long, the key is C major.</param>
    public static Key Find(Melody melody)
    {
        double[] sounding = new double[12];
        foreach (MelodyStep step in melody.Steps)
        {
            if (step.Pitch is { } pitch)
            {
                sounding[pitch.Class]++;
            }
        }

        Key best = default;
        double highest = double.NegativeInfinity;
        foreach (Mode mode in (Mode[])[Mode.Major, Mode.Minor])
        {
            for (int tonic = 0; tonic < 12; tonic++)
            {
                double fit = Correlation(sounding, mode == Mode.Major ? Major : Minor, tonic);
                if (fit > highest)
                {
                    (best, highest) = (new Key(tonic, mode), fit);
                }
            }
        }

        return best;
    }

    /// <summary>
    /// <c>sum((x - mean(x)) (y - mean(y))) / sqrt(sum((y - mean(y))^2))</c>: the correlation but for a factor that all keys share, so that
    /// a melody of one pitch class, or none, divides by nothing that is 0.
    /// </summary>
    private static double Correlation(double[] sounding, double[] profile, int tonic)
    {
        double mean = sounding.Sum() / 12;
        double profileMean = profile.Sum() / 12;
        double together = 0;
        double spread = 0;
        for (int pitchClass = 0; pitchClass < 12; pitchClass++)
        {
            double rated = profile[(pitchClass - tonic + 12) % 12] - profileMean;
            together += (sounding[pitchClass] - mean) * rated;
            spread += rated * rated;
        }

        return together / Math.Sqrt(spread);
    }
}
