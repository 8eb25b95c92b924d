using Tunesmith.Audio.Timbres;

namespace Tunesmith.Audio.Instruments;

/// <summary>Bowed strings, alone and in sections: a saw through the resonances of a wooden body, with vibrato.</summary>
internal sealed class BowedStrings : Instrument
{
    /// <inheritdoc/>
    public override IEnumerable<int> Programs => [.. From(40, 44), .. From(48, 51), 110];

    /// <inheritdoc/>
    public override Timbre Play(in Strike strike)
    {
        double f = strike.Frequency;
        bool isSection = strike.Program is 44 or (>= 48 and <= 51);
        bool isSynthetic = strike.Program is 50 or 51;
        double body = strike.Program switch { 41 => 0.8, 42 => 0.5, 43 => 0.35, _ => 1 };
        (double, double, double)[] resonances =
            [(290 * body, 90 * body, 1.2), (480 * body, 150 * body, 1), (1100 * body, 500 * body, 0.7), (2700 * body, 1200 * body, 0.6)];
        return new Timbre
        {
            Tone = new HeldTone
            {
                Frequency = f,
                Dull = Spectrum.Saw(f, 1.3, 3 + (1200 / f)).Through(f, 0.4, resonances),
                Bright = Spectrum.Saw(f, 1, 5 + (4500 / f)).Through(f, 0.4, resonances),
                BrightAtFirst = 0.1,
                BrightInTheEnd = 0.2 + (0.7 * strike.Force),
                BrightSeconds = 0.06,
                Players = isSection ? [-7, 0, 7] : [0],
                Width = 1,
                Vibrato = isSynthetic ? 0 : isSection ? 5 : 9,
                VibratoDelay = isSection ? 0.15 : 0.3,
                Tremolo = strike.Program == 44 ? 0.6 : 0,
                VibratoRate = strike.Program == 44 ? 9 : 5.4,
            },
            Noise = isSynthetic ? null : new NoiseBand { Amplitude = 0.02, Frequency = 3000 },
            Attack = isSection ? 0.035 : 0.025,
            Release = isSection ? 0.3 : 0.18,
            Level = (isSection ? 0.085 : 0.095) * (0.25 + (0.75 * strike.Loudness)),
            Room = 1.4,
        };
    }
}
