using Tunesmith.Audio.Timbres;

namespace Tunesmith.Audio.Instruments;

/// <summary>Synthesizers for a melody: squares, saws and mixtures of them.</summary>
internal sealed class Leads : Instrument
{
    /// <inheritdoc/>
    public override IEnumerable<int> Programs => From(80, 87);

    /// <inheritdoc/>
    public override Timbre Play(in Strike strike)
    {
        double f = strike.Frequency;
        double[] bright = strike.Program switch
        {
            80 => Spectrum.Hollow(f, 1, 5 + (4000 / f), 0), // square
            82 => Spectrum.Drawn(f, 1, 0.2, 0.1, 0.05), // calliope
            83 => Spectrum.Hollow(f, 1, 3 + (2500 / f), 0.4), // chiff
            84 => Spectrum.Saw(f, 0.7, 5 + (4500 / f)), // charang
            85 => Spectrum.Saw(f, 1, 10).Through(f, 0.2, (650, 200, 1), (1100, 250, 0.6)), // voice
            86 => Fifths(f),
            _ => Spectrum.Saw(f, 1, 5 + (5000 / f)),
        };
        return new Timbre
        {
            Tone = new HeldTone
            {
                Frequency = f,
                Dull = [.. bright.Select((amplitude, index) => amplitude / (1 + (0.5 * index)))],
                Bright = bright,
                BrightAtFirst = 0.9,
                BrightInTheEnd = 0.35 + (0.35 * strike.Force),
                BrightSeconds = 0.3,
                Sustain = 0.85,
                Players = strike.Program is 81 or 84 or 87 ? [-6, 0, 6] : [0],
                Vibrato = 4,
                VibratoDelay = 0.5,
            },
            Noise = strike.Program is 82 or 83
                ? new NoiseBand { Amplitude = 0.4, Frequency = Math.Min(3 * f, 9000), Seconds = 0.09 }
                : null,
            Attack = 0.004,
            Release = 0.09,
            Level = 0.08 * (0.3 + (0.7 * strike.Loudness)),
        };
    }

    /// <summary>A tone and the fifth above its octave, so that the pitch stays where it is.</summary>
    private static double[] Fifths(double f)
    {
        double[] spectrum = Spectrum.Saw(f, 1.1, 5 + (3000 / f));
        for (int index = 2; index < spectrum.Length; index += 3)
        {
            spectrum[index] *= 2.5;
        }

        return spectrum;
    }
}
