using Tunesmith.Audio.Timbres;
using Tunesmith.Compute;

namespace Tunesmith.Audio.Instruments;

/// <summary>Drums with a pitch, and all else that is struck once: timpani, agogo, woodblock, taiko, toms, the orchestra's hit.</summary>
internal sealed class StruckPercussion : Instrument
{
    /// <inheritdoc/>
    public override IEnumerable<int> Programs => [47, 55, 113, .. From(115, 119)];

    /// <inheritdoc/>
    public override Timbre Play(in Strike strike)
    {
        double f = strike.Frequency;
        double hard = 0.3 + (0.7 * strike.Force);
        Timbre timbre = new() { Attack = 0.001, Release = 0.3, RingsOn = true, Level = 0.19 * strike.Loudness };
        return strike.Program switch
        {
            47 => timbre with // timpani
            {
                Partials = Modes.Struck(f, 2.2, (1, 1, 1), (1.5, 0.6, 0.8), (1.99, 0.4, 0.6), (2.44, 0.25, 0.5), (2.89, 0.15, 0.4)),
                Noise = new NoiseBand { Amplitude = 0.25 * hard, Frequency = 400, Shape = NoiseShape.Low, Seconds = 0.08 },
            },
            55 => timbre with // the orchestra's hit: octaves and fifths, struck together
            {
                Partials =
                [
                    .. Enumerable.Range(1, 24)
                        .Select(k => new Partial(f * k, hard / Functions.Power(k, 0.7), 0.9 / (1 + (0.1 * k))))
                        .Where(partial => partial.Frequency < Partial.Highest),
                ],
                Noise = new NoiseBand { Amplitude = 0.6, Frequency = 1500, Seconds = 0.25 },
                Room = 1.8,
            },
            113 => timbre with // agogo, an octave above its key, as sound banks have it
            {
                Partials = Modes.Struck(f < 4000 ? 2 * f : f, 0.5, (1, 1, 1), (1.5, 0.5, 0.9), (2.8, 0.4, 0.7), (5.2, 0.3, 0.4)),
            },
            115 => timbre with // woodblock
            {
                Partials = Modes.Struck(f, 0.12, (1, 1, 1), (2.4, 0.4, 0.6), (4.1, 0.2, 0.4)),
                Attack = 0.0006,
            },
            119 => timbre with // a cymbal played backwards
            {
                Tone = new HeldTone { Frequency = f, Dull = [0.02] },
                Noise = new NoiseBand { Amplitude = 1, Frequency = 5000, Shape = NoiseShape.High },
                Attack = 1.2,
                Release = 0.05,
                RingsOn = false,
            },
            _ => timbre with // taiko, toms, synth drum
            {
                Partials = Modes.Struck(
                    f, strike.Program == 116 ? 0.9 : 0.6, (1, 1, 1), (1.59, 0.45, 0.6), (2.14, 0.3, 0.4), (2.65, 0.2, 0.3)),
                Noise = new NoiseBand { Amplitude = 0.3 * hard, Frequency = 600, Shape = NoiseShape.Low, Seconds = 0.06 },
                Glide = strike.Program == 118 ? 7 : 2,
                GlideSeconds = strike.Program == 118 ? 0.06 : 0.03,
            },
        };
    }
}
