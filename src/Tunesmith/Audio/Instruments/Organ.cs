using Tunesmith.Audio.Timbres;

namespace Tunesmith.Audio.Instruments;

/// <summary>Pipes, tone wheels and free reeds: harmonics that begin at once and stay.</summary>
internal sealed class Organ : Instrument
{
    /// <inheritdoc/>
    public override IEnumerable<int> Programs => From(16, 23);

    /// <inheritdoc/>
    public override Timbre Play(in Strike strike)
    {
        double f = strike.Frequency;
        bool isReed = strike.Program >= 20;
        double[] spectrum = strike.Program switch
        {
            16 => Spectrum.Drawn(f, 1, 0.8, 0.6, 0.35, 0, 0.25, 0, 0.2),
            17 => Spectrum.Drawn(f, 1, 0.7, 0.7, 0.1),
            18 => Spectrum.Drawn(f, 1, 0.9, 0.8, 0.6, 0.3, 0.35, 0, 0.35, 0, 0.2),
            19 => Spectrum.Drawn(f, 1, 0.75, 0.3, 0.55, 0.1, 0.2, 0.05, 0.35, 0, 0.05, 0, 0.1),
            22 => Spectrum.Saw(f, 0.8, 7).Through(f, 0.4, (1200, 600, 1)),
            _ => Spectrum.Saw(f, 0.9, 8),
        };
        return new Timbre
        {
            Tone = new HeldTone
            {
                Frequency = f,
                Dull = spectrum,
                Players = strike.Program switch
                {
                    21 or 23 => [-5, 0, 5], // three reeds a key
                    19 => [-2, 0, 2],
                    _ => [0],
                },
                Vibrato = strike.Program is 16 or 17 or 18 ? 3 : 0,
                Tremolo = strike.Program is 16 or 18 ? 0.06 : 0,
                VibratoRate = 6,
                VibratoDelay = 0,
            },
            Partials = strike.Program == 17 ? Modes.Struck(f, 0.25, (2, 0.6, 1), (3, 0.5, 1)) : [], // the percussion stop
            Attack = isReed ? 0.02 : strike.Program == 19 ? 0.025 : 0.006,
            Release = strike.Program == 19 ? 0.2 : 0.08,
            Level = (isReed ? 0.075 : 0.08) * (0.5 + (0.5 * strike.Force)), // keys that know little of how hard they are struck
            Room = strike.Program == 19 ? 1.8 : 1,
        };
    }
}
