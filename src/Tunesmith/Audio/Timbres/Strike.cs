using Tunesmith.Compute;

namespace Tunesmith.Audio.Timbres;

/// <summary>A note as an instrument is asked for it.</summary>
/// <param name="Program">The General MIDI program, 0 to 127.</param>
/// <param name="Key">The MIDI number, 0 to 127.</param>
/// <param name="Velocity">How hard, 1 to 127.</param>
internal readonly record struct Strike(int Program, int Key, int Velocity)
{
    private const double Tuning = 440; // A4, in Hz

    /// <summary>The pitch in Hz: <c>440 * 2^((Key - 69) / 12)</c>.</summary>
    public double Frequency => Tuning * Functions.Power(2, (Key - 69) / 12.0);

    /// <summary>How hard, 0 to 1.</summary>
    public double Force => Velocity / 127.0;

    /// <summary>How loud a note of this velocity is beside the loudest: <c>Force^1.7</c>.</summary>
    public double Loudness => Functions.Power(Force, 1.7);

    /// <summary>Octaves from middle C.</summary>
    public double Octaves => (Key - 60) / 12.0;
}
