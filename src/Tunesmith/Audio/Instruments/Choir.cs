using Tunesmith.Audio.Timbres;

namespace Tunesmith.Audio.Instruments;

/// <summary>Singers: harmonics through the resonances of a mouth.</summary>
internal sealed class Choir : Instrument
{
    /// <inheritdoc/>
    public override IEnumerable<int> Programs => From(52, 54);

    /// <inheritdoc/>
    public override Timbre Play(in Strike strike)
    {
        double f = strike.Frequency;
        double[] spectrum = strike.Program == 52
            ? Spectrum.Saw(f, 1.1, 14).Through(f, 0.12, (750, 130, 1), (1150, 160, 0.7), (2800, 300, 0.25)) // ah
            : Spectrum.Saw(f, 1.2, 12).Through(f, 0.15, (350, 120, 1), (850, 160, 0.35), (2600, 300, 0.1)); // oo
        spectrum[0] = Math.Max(spectrum[0], 0.5); // a high voice moves its mouth to its pitch
        return new Timbre
        {
            Tone = new HeldTone
            {
                Frequency = f,
                Dull = spectrum,
                Players = strike.Program == 53 ? [-5, 0, 5] : [-8, 0, 8],
                Width = 1,
                Vibrato = 10,
                VibratoRate = 5,
                VibratoDelay = 0.25,
            },
            Noise = new NoiseBand { Amplitude = 0.015, Frequency = 2500 },
            Attack = 0.04,
            Release = 0.3,
            Level = 0.08 * (0.3 + (0.7 * strike.Loudness)),
            Room = 1.6,
        };
    }
}
