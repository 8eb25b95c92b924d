using Tunesmith.Compute;

namespace Tunesmith.Audio;

/// <summary>Amplitudes and powers in decibels, and amplitudes back.</summary>
internal static class Decibels
{
    /// <summary>The natural logarithm of the factor 1,000, which is 60 dB.</summary>
    public const double Sixty = 6.90775527898213705;

    private const double Ln10 = 2.30258509299404568;

    /// <summary><c>20 log10(amplitude)</c>; negative infinity for 0.</summary>
    public static double Of(double amplitude) => 20 / Ln10 * Functions.Log(amplitude);

    /// <summary><c>10 log10(power)</c>; negative infinity for 0.</summary>
    public static double OfPower(double power) => 10 / Ln10 * Functions.Log(power);

    /// <summary><c>10^(decibels / 20)</c>.</summary>
    public static double ToAmplitude(double decibels) => Functions.Exp(decibels * Ln10 / 20);
}
