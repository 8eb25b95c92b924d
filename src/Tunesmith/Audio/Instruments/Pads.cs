using Tunesmith.Audio.Timbres;

namespace Tunesmith.Audio.Instruments;

/// <summary>Pads and slow synthesizers: several players a little apart, some with bells in front.</summary>
internal sealed class Pads : Instrument
{
    /// <inheritdoc/>
    public override IEnumerable<int> Programs => From(88, 103);

    /// <inheritdoc/>
    public override Timbre Play(in Strike strike)
    {
        double f = strike.Frequency;
        double[] bright = strike.Program switch
        {
            89 or 97 => Spectrum.Saw(f, 1.4, 3 + (1200 / f)), // warm, soundtrack
            91 => Spectrum.Saw(f, 1, 10).Through(f, 0.2, (650, 200, 1), (1150, 250, 0.5)), // choir
            92 => Spectrum.Drawn(f, 1, 0.1, 0.5, 0.1, 0.3, 0.05, 0.15), // bowed glass
            93 or 98 => Spectrum.Drawn(f, 1, 0.3, 0.1, 0.4, 0.05, 0.3, 0.05, 0.2), // metallic, crystal
            94 or 101 => Spectrum.Saw(f, 1, 8).Through(f, 0.25, (900, 300, 1), (2200, 500, 0.5)), // halo, goblins
            _ => Spectrum.Saw(f, 1.15, 4 + (2200 / f)),
        };
        bool hasBells = strike.Program is 88 or 96 or 98 or 99 or 102;
        bool sweeps = strike.Program is 95 or 103;
        return new Timbre
        {
            Tone = new HeldTone
            {
                Frequency = f,
                Dull = [.. bright.Select((amplitude, index) => amplitude / (1 + index))],
                Bright = bright,
                BrightAtFirst = sweeps ? 0 : 0.3,
                BrightInTheEnd = sweeps ? 1 : 0.4 + (0.3 * strike.Force),
                BrightSeconds = sweeps ? 0.8 : 0.4,
                Players = [-6, 0, 6],
                Width = 1,
                Vibrato = 3,
                VibratoRate = 4,
                Tremolo = strike.Program == 102 ? 0.4 : 0,
            },
            Partials = hasBells ? Modes.Struck(f, 2, (1, 0.5, 1), (2, 0.4, 0.7), (3.99, 0.35, 0.4), (6.2, 0.15, 0.2)) : [],
            Attack = hasBells ? 0.012 : 0.045,
            Release = 0.45,
            Level = 0.075 * (0.3 + (0.7 * strike.Loudness)),
            Room = 1.6,
        };
    }
}
