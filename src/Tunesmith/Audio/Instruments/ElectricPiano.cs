using Tunesmith.Audio.Timbres;

namespace Tunesmith.Audio.Instruments;

/// <summary>Electric pianos: a tine whose pickup adds harmonics as it is struck harder, and the short ring of the tine itself.</summary>
internal sealed class ElectricPiano : Instrument
{
    /// <inheritdoc/>
    public override IEnumerable<int> Programs => [4, 5];

    /// <inheritdoc/>
    public override Timbre Play(in Strike strike)
    {
        double force = strike.Force;
        double seconds = Math.Clamp(7 - (1.6 * strike.Octaves), 1.2, 11);
        bool isDigital = strike.Program == 5;
        return new Timbre
        {
            Partials = Modes.Struck(
                strike.Frequency,
                seconds,
                (1, 1, 1),
                (2, (isDigital ? 0.22 : 0.1) + (0.35 * force * force), 0.6),
                (3, 0.04 + (0.2 * force * force), 0.4),
                (4, 0.12 * force * force, 0.3),
                (isDigital ? 14.02 : 7.1, (isDigital ? 0.22 : 0.14) * force, 0.05),
                (isDigital ? 9 : 20.2, 0.05 * force, 0.03)),
            Release = 0.15,
            Level = 0.14 * (0.15 + (0.85 * strike.Loudness)),
            Pan = Math.Clamp((strike.Key - 64) / 120.0, -0.3, 0.3),
        };
    }
}
