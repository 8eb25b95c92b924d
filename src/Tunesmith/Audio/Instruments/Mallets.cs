using Tunesmith.Audio.Timbres;
using Tunesmith.Compute;

namespace Tunesmith.Audio.Instruments;

/// <summary>Bars and bells struck with mallets: celesta, glockenspiel, music box, vibraphone, marimba, xylophone, tubular bells.</summary>
internal sealed class Mallets : Instrument
{
    /// <inheritdoc/>
    public override IEnumerable<int> Programs => [.. From(8, 14), 108, 112, 114];

    /// <inheritdoc/>
    public override Timbre Play(in Strike strike)
    {
        double hard = 0.3 + (0.7 * strike.Force);
        double shorter = Functions.Power(2, -strike.Octaves * 0.6); // small bars sound shorter
        double f = strike.Frequency;
        Partial[] partials = strike.Program switch
        {
            8 => Modes.Struck(f, 2.2 * shorter, (1, 1, 1), (2.76, 0.12 * hard, 0.4), (4.03, 0.18 * hard, 0.3), (9, 0.06 * hard, 0.1)),
            9 => Modes.Struck(f, 4 * shorter, (1, 1, 1), (2.76, 0.45 * hard, 0.5), (5.4, 0.22 * hard, 0.25), (8.93, 0.1 * hard, 0.12)),
            10 => Modes.Struck(f, 2.5 * shorter, (1, 1, 1), (3.01, 0.25 * hard, 0.5), (5.9, 0.16 * hard, 0.3), (9.2, 0.08 * hard, 0.15)),
            11 => Modes.Struck(f, 6 * shorter, (1, 1, 1), (3.99, 0.22 * hard, 0.35), (9.9, 0.05 * hard, 0.1)),
            12 => Modes.Struck(f, 1.1 * shorter, (1, 1, 1), (3.93, 0.3 * hard, 0.3), (9.6, 0.1 * hard, 0.12)),
            13 => Modes.Struck(f, 0.7 * shorter, (1, 1, 1), (3, 0.5 * hard, 0.6), (6.1, 0.3 * hard, 0.4), (9.9, 0.12 * hard, 0.2)),
            14 => Modes.Struck(
                f,
                5 * shorter,
                (1, 1, 1),
                (2, 0.7 * hard, 0.8),
                (3.01, 0.55 * hard, 0.6),
                (4.16, 0.35 * hard, 0.4),
                (5.43, 0.25 * hard, 0.3)),
            108 => Modes.Struck(f, 1 * shorter, (1, 1, 1), (5.4, 0.16 * hard, 0.3), (6.4, 0.1 * hard, 0.2)), // kalimba
            112 => Modes.Struck( // bell
                f, 2 * shorter, (1, 1, 1), (2.75, 0.5 * hard, 0.6), (5.2, 0.4 * hard, 0.5), (8.4, 0.25 * hard, 0.4)),
            _ => Modes.Struck( // steel drums
                f,
                1.6 * shorter,
                (1, 1, 1),
                (2, 0.6 * hard, 0.8),
                (2.012, 0.3 * hard, 0.8),
                (3.01, 0.35 * hard, 0.6),
                (4.1, 0.2 * hard, 0.4)),
        };
        return new Timbre
        {
            Partials = partials,
            Attack = 0.0008,
            Release = strike.Program is 11 ? 0.2 : 0.6,
            RingsOn = strike.Program is not (8 or 11),
            Level = 0.16 * strike.Loudness,
            Pan = Math.Clamp((strike.Key - 72) / 80.0, -0.4, 0.4),
            Room = 1.2,
        };
    }
}
