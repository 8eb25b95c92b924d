using Tunesmith.Audio.Timbres;
using Tunesmith.Compute;

namespace Tunesmith.Audio.Instruments;

/// <summary>Plucked strings: guitars, harp, banjo, sitar and their kin. A string plucked at a part p of its length has partials as
/// <c>sin(pi k p) / k</c>, and the high ones die away first.</summary>
internal sealed class PluckedStrings : Instrument
{
    private const int MostPartials = 32;

    /// <inheritdoc/>
    public override IEnumerable<int> Programs => [.. From(24, 28), 31, 45, 46, .. From(104, 107)];

    /// <inheritdoc/>
    public override Timbre Play(in Strike strike)
    {
        (double place, double slope, double seconds, double release) = strike.Program switch
        {
            24 => (0.21, 1.25, 3.2, 0.15), // nylon
            25 => (0.15, 1, 4.5, 0.15), // steel
            26 => (0.24, 1.45, 3.8, 0.12), // jazz
            27 => (0.17, 1.1, 5, 0.12), // clean electric
            28 => (0.15, 1.15, 0.35, 0.08), // muted
            31 => (0.5, 2, 3, 0.2), // harmonics
            45 => (0.2, 1.3, 0.6, 0.12), // pizzicato
            46 => (0.33, 1.3, 3.5, 0.5), // harp
            104 => (0.08, 0.8, 4, 0.25), // sitar
            105 => (0.12, 0.95, 1.1, 0.12), // banjo
            106 => (0.1, 1, 1.3, 0.12), // shamisen
            _ => (0.12, 1.05, 2.6, 0.2), // koto
        };
        return new Timbre
        {
            Partials = [.. Partials(strike, place, slope, seconds).OrderByDescending(partial => partial.Seconds)],
            Attack = 0.001,
            Release = release,
            Level = 0.17 * strike.Loudness,
            Pan = strike.Program == 46 ? Math.Clamp((strike.Key - 64) / 70.0, -0.45, 0.45) : 0.1,
        };
    }

    private static IEnumerable<Partial> Partials(Strike strike, double place, double slope, double seconds)
    {
        // A string touched at a quarter of its length sounds two octaves above its key.
        double f = strike.Program == 31 && strike.Frequency < 2000 ? 4 * strike.Frequency : strike.Frequency;
        double length = seconds * Functions.Power(2, -strike.Octaves * 0.7);
        double softness = 1200 + (4000 * strike.Force);
        double buzz = strike.Program == 104 ? 0.25 : 0;
        for (int k = 1; k <= MostPartials; k++)
        {
            double frequency = k * f * Math.Sqrt((1 + (4e-5 * k * k)) / (1 + 4e-5));
            if (frequency > Partial.Highest)
            {
                yield break;
            }

            (double shape, _) = Functions.SineAndCosine(k * place / 2);
            double amplitude = (Math.Abs(shape) + 0.03 + buzz) / Functions.Power(k, slope) * Functions.Exp(-(frequency - f) / softness);
            yield return new Partial(frequency, amplitude, length / (1 + (0.16 * (k - 1)) + (frequency / 5000)));
        }
    }
}
