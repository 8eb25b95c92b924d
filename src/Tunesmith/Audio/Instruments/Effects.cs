using Tunesmith.Audio.Timbres;

namespace Tunesmith.Audio.Instruments;

/// <summary>
/// The noises of General MIDI: breath, sea, bird, telephone, helicopter, applause, gunshot. Sketches, in tune where they can be.
/// </summary>
internal sealed class Effects : Instrument
{
    /// <inheritdoc/>
    public override IEnumerable<int> Programs => From(120, 127);

    /// <inheritdoc/>
    public override Timbre Play(in Strike strike)
    {
        double f = strike.Frequency;
        Timbre timbre = new() { Attack = 0.01, Release = 0.2, Level = 0.08 * strike.Loudness };
        HeldTone tone = new() { Frequency = f, Dull = [1] };
        return strike.Program switch
        {
            120 => timbre with // fret noise
            {
                Noise = new NoiseBand { Amplitude = 1, Frequency = Math.Clamp(4 * f, 800, 6000), Sharpness = 3, Seconds = 0.2 },
                RingsOn = true,
            },
            121 => timbre with // breath
            {
                Noise = new NoiseBand { Amplitude = 1, Frequency = Math.Clamp(4 * f, 800, 6000), Seconds = 0.5 },
            },
            122 => timbre with { Noise = new NoiseBand { Amplitude = 1, Frequency = 700 }, Attack = 0.8, Release = 1.5, Room = 2 }, // sea
            123 => timbre with { Tone = tone with { Vibrato = 300, VibratoRate = 11, VibratoDelay = 0 } }, // bird
            // A telephone.
            124 => timbre with { Tone = tone with { Dull = [1, 0.2, 0.3], Tremolo = 0.9, VibratoRate = 20, VibratoDelay = 0 } },
            125 => timbre with // helicopter
            {
                Tone = tone with { Dull = [0.05], Tremolo = 0.8, VibratoRate = 11, VibratoDelay = 0 },
                Noise = new NoiseBand { Amplitude = 1, Frequency = 250, Shape = NoiseShape.Low },
            },
            126 => timbre with { Noise = new NoiseBand { Amplitude = 1, Frequency = 1800 }, Attack = 0.2, Release = 0.8 }, // applause
            _ => timbre with // gunshot
            {
                Noise = new NoiseBand { Amplitude = 1, Frequency = 1200, Shape = NoiseShape.Low, Seconds = 0.5 },
                Attack = 0.0008,
                RingsOn = true,
                Room = 2,
            },
        };
    }
}
