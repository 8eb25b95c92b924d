using Tunesmith.Audio.Timbres;

namespace Tunesmith.Audio.Instruments;

/// <summary>Flutes, whistles and bottles: few harmonics and some breath.</summary>
internal sealed class Flutes : Instrument
{
    /// <inheritdoc/>
    public override IEnumerable<int> Programs => From(72, 79);

    /// <inheritdoc/>
    public override Timbre Play(in Strike strike)
    {
        double f = strike.Frequency;
        (double[] spectrum, double breath) = strike.Program switch
        {
            72 => (Spectrum.Drawn(f, 1, 0.3, 0.1, 0.03), 0.03), // piccolo
            74 => (Spectrum.Drawn(f, 1, 0.12, 0.2, 0.04, 0.05), 0.03), // recorder
            75 => (Spectrum.Drawn(f, 1, 0.08, 0.18, 0.02), 0.12), // pan flute
            76 => (Spectrum.Drawn(f, 1, 0.04, 0.05), 0.2), // blown bottle
            77 => (Spectrum.Drawn(f, 1, 0.5, 0.3, 0.15, 0.08), 0.16), // shakuhachi
            78 => (Spectrum.Drawn(f, 1, 0.02), 0.02), // whistle
            79 => (Spectrum.Drawn(f, 1, 0.06, 0.04), 0.04), // ocarina
            _ => (Spectrum.Drawn(f, 1, 0.55, 0.25, 0.12, 0.06, 0.03), 0.04), // flute
        };
        return new Timbre
        {
            Tone = new HeldTone
            {
                Frequency = f,
                Dull = [.. spectrum.Select((amplitude, index) => index == 0 ? amplitude : amplitude * 0.4)],
                Bright = spectrum,
                BrightInTheEnd = 0.2 + (0.8 * strike.Force),
                BrightSeconds = 0.05,
                Vibrato = strike.Program is 78 or 77 ? 12 : 6,
                Tremolo = 0.05,
                VibratoRate = 4.8,
                VibratoDelay = 0.3,
            },
            Noise = new NoiseBand { Amplitude = breath, Frequency = Math.Min(2 * f, 8000), Sharpness = 0.8 },
            Attack = 0.025,
            Release = 0.12,
            Level = 0.1 * (0.25 + (0.75 * strike.Loudness)),
            Room = 1.3,
        };
    }
}
