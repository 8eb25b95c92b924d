using Tunesmith.Audio.Timbres;

namespace Tunesmith.Audio.Instruments;

/// <summary>Reed pipes: saxophones, oboes, bassoon, clarinet, bagpipe and shanai.</summary>
internal sealed class Reeds : Instrument
{
    /// <inheritdoc/>
    public override IEnumerable<int> Programs => [.. From(64, 71), 109, 111];

    /// <inheritdoc/>
    public override Timbre Play(in Strike strike)
    {
        double f = strike.Frequency;
        double roll = 2 + (1800 / f);
        double[] spectrum = strike.Program switch
        {
            71 => Spectrum.Hollow(f, 0.9, roll + 2, 0.12), // clarinet: a closed pipe
            68 or 109 or 111 => Spectrum.Saw(f, 0.4, roll + 2).Through(f, 0.3, (1200, 400, 1.2), (3000, 800, 0.6)), // oboe
            69 => Spectrum.Saw(f, 0.5, roll + 1).Through(f, 0.35, (950, 350, 1.2), (2500, 800, 0.4)), // english horn
            70 => Spectrum.Saw(f, 0.5, roll).Through(f, 0.3, (450, 150, 1.3), (1200, 400, 0.4)), // bassoon
            _ => Spectrum.Saw(f, 0.8, roll + 2).Through(f, 0.5, (700, 300, 0.8), (1800, 700, 0.7)), // saxophones
        };
        spectrum[0] = Math.Max(spectrum[0], 0.4);
        bool isSaxophone = strike.Program <= 67;
        return new Timbre
        {
            Tone = new HeldTone
            {
                Frequency = f,
                Dull = [.. spectrum.Select((amplitude, index) => amplitude / (1 + (0.35 * index)))],
                Bright = spectrum,
                BrightAtFirst = 0.1,
                BrightInTheEnd = 0.3 + (0.7 * strike.Force),
                BrightSeconds = 0.05,
                Vibrato = isSaxophone ? 8 : strike.Program == 71 ? 0 : 5,
                VibratoRate = 5,
                VibratoDelay = 0.35,
            },
            Noise = new NoiseBand { Amplitude = isSaxophone ? 0.03 : 0.012, Frequency = 3500 },
            Attack = 0.022,
            Release = 0.1,
            Level = 0.095 * (0.25 + (0.75 * strike.Loudness)),
        };
    }
}
