using Tunesmith.Audio.Timbres;

namespace Tunesmith.Audio.Instruments;

/// <summary>Brass: the louder the brighter, and brighter still as a note begins to speak.</summary>
internal sealed class Brass : Instrument
{
    /// <inheritdoc/>
    public override IEnumerable<int> Programs => From(56, 63);

    /// <inheritdoc/>
    public override Timbre Play(in Strike strike)
    {
        double f = strike.Frequency;
        (double reach, double mute) = strike.Program switch
        {
            57 => (1500.0, 1.0), // trombone
            58 => (700, 1), // tuba
            59 => (2600, 0.35), // muted trumpet
            60 => (900, 1), // horn
            _ => (2200, 1),
        };
        bool isSection = strike.Program >= 61;
        double[] bright = Spectrum.Saw(f, 0.5, 1 + (reach * 1.6 / f));
        if (mute < 1)
        {
            bright = bright.Through(f, 0.2, (1600, 500, 1.2), (3200, 700, 0.8));
        }

        return new Timbre
        {
            Tone = new HeldTone
            {
                Frequency = f,
                Dull = Spectrum.Saw(f, 1, 1 + (reach * 0.3 / f)),
                Bright = bright,
                BrightAtFirst = 0,
                BrightInTheEnd = 0.25 + (0.7 * strike.Force),
                BrightSeconds = 0.035,
                Sustain = 0.85,
                DecaySeconds = 0.25,
                Players = isSection ? [-6, 0, 6] : [0],
                Vibrato = strike.Program >= 62 ? 0 : 5,
                VibratoDelay = 0.5,
            },
            Attack = isSection ? 0.03 : 0.025,
            Release = 0.12,
            Level = 0.095 * (0.2 + (0.8 * strike.Loudness)),
            Room = 1.2,
        };
    }
}
