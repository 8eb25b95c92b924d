using Tunesmith.Audio.Timbres;
using Tunesmith.Compute;

namespace Tunesmith.Audio.Instruments;

/// <summary>Basses: heavy strings with few high partials, and two synthesizers.</summary>
internal sealed class Bass : Instrument
{
    private const int MostPartials = 24;

    /// <inheritdoc/>
    public override IEnumerable<int> Programs => From(32, 39);

    /// <inheritdoc/>
    public override Timbre Play(in Strike strike) => strike.Program >= 38 ? Synthetic(strike) : Plucked(strike);

    private static Timbre Plucked(in Strike strike)
    {
        (double place, double softness, double seconds) = strike.Program switch
        {
            32 => (0.28, 450.0, 2.2), // acoustic
            34 => (0.14, 1500, 4.5), // picked
            35 => (0.3, 600, 5), // fretless
            36 or 37 => (0.1, 2200, 4), // slapped
            _ => (0.2, 800, 4.5), // fingered
        };
        double f = strike.Frequency;
        double reach = softness * (0.5 + strike.Force);
        List<Partial> partials = [];
        for (int k = 1; k <= MostPartials && k * f < Partial.Highest; k++)
        {
            (double shape, _) = Functions.SineAndCosine(k * place / 2);
            double amplitude = (Math.Abs(shape) + 0.05) / k * Functions.Exp(-(k - 1) * f / reach);
            partials.Add(new Partial(k * f, amplitude, seconds * Functions.Power(2, -(strike.Octaves + 2) * 0.5) / (1 + (0.2 * (k - 1)))));
        }

        return new Timbre
        {
            Partials = [.. partials.OrderByDescending(partial => partial.Seconds)],
            Attack = 0.002,
            Release = 0.1,
            Level = 0.23 * strike.Loudness,
            Room = 0.35,
        };
    }

    private static Timbre Synthetic(in Strike strike)
    {
        double f = strike.Frequency;
        return new Timbre
        {
            Tone = new HeldTone
            {
                Frequency = f,
                Dull = Spectrum.Saw(f, 1.6, 4),
                Bright = strike.Program == 38 ? Spectrum.Saw(f, 1, 14) : Spectrum.Hollow(f, 1, 10, 0.3),
                BrightAtFirst = 0.4 + (0.6 * strike.Force),
                BrightInTheEnd = 0.1,
                BrightSeconds = 0.15,
                Sustain = 0.7,
            },
            Attack = 0.003,
            Release = 0.07,
            Level = 0.15 * (0.25 + (0.75 * strike.Loudness)),
            Room = 0.35,
        };
    }
}
