namespace Tunesmith.Audio.Timbres;

/// <summary>Bars, bells and skins ring in modes: a few partials at ratios of their own, the first of which is the pitch.</summary>
internal static class Modes
{
    /// <summary>The partials of something struck.</summary>
    /// <param name="frequency">The pitch in Hz.</param>
    /// <param name="seconds">How long the first partial takes to fade by 60 dB.</param>
    /// <param name="modes">Ratio to the pitch, amplitude, and how long it sounds beside the first, of each.</param>
    public static Partial[] Struck(double frequency, double seconds, params (double Ratio, double Amplitude, double Length)[] modes) =>
    [
        .. modes.Select(mode => new Partial(frequency * mode.Ratio, mode.Amplitude, seconds * mode.Length))
            .Where(partial => partial.Frequency < Partial.Highest)
            .OrderByDescending(partial => partial.Seconds),
    ];
}
