using Tunesmith.Audio.Timbres;

namespace Tunesmith.Audio.Instruments;

/// <summary>Electric guitars driven until they sing: many harmonics, held long.</summary>
internal sealed class ElectricGuitar : Instrument
{
    /// <inheritdoc/>
    public override IEnumerable<int> Programs => [29, 30];

    /// <inheritdoc/>
    public override Timbre Play(in Strike strike)
    {
        double f = strike.Frequency;
        bool isDistorted = strike.Program == 30;
        return new Timbre
        {
            Tone = new HeldTone
            {
                Frequency = f,
                Dull = Spectrum.Hollow(f, isDistorted ? 0.75 : 1, 4 + (900 / f), 0.75).Through(f, 0.35, (900, 700, 1), (2600, 1200, 0.5)),
                Bright = Spectrum.Hollow(f, isDistorted ? 0.6 : 0.8, 6 + (2400 / f), 0.75)
                    .Through(f, 0.35, (900, 700, 1), (2600, 1200, 0.7)),
                BrightAtFirst = 1,
                BrightInTheEnd = 0.25,
                BrightSeconds = 0.5,
                Sustain = isDistorted ? 0.6 : 0.35,
                DecaySeconds = isDistorted ? 2.5 : 1.5,
                Players = isDistorted ? [-4, 0, 4] : [0],
                Vibrato = 4,
                VibratoDelay = 0.6,
            },
            Attack = 0.003,
            Release = 0.1,
            Level = 0.075 * (0.4 + (0.6 * strike.Force)),
        };
    }
}
