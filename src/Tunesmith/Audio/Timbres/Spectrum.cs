using Tunesmith.Compute;

namespace Tunesmith.Audio.Timbres;

/// <summary>The amplitudes of harmonics.</summary>
internal static class Spectrum
{
    /// <summary>The most harmonics of a held tone.</summary>
    public const int Most = 64;

    /// <summary>A saw through a gentle filter: <c>e^(-(k - 1) / roll) / k^slope</c>.</summary>
    public static double[] Saw(double frequency, double slope, double roll) =>
        Of(frequency, k => Functions.Exp(-(k - 1) / roll) / Functions.Power(k, slope));

    /// <summary>As <see cref="Saw"/>, with the even harmonics at a part of their amplitude.</summary>
    public static double[] Hollow(double frequency, double slope, double roll, double even) =>
        Of(frequency, k => (k % 2 == 0 ? even : 1) * Functions.Exp(-(k - 1) / roll) / Functions.Power(k, slope));

    /// <summary>Amplitudes as they are given, 0 after them.</summary>
    public static double[] Drawn(double frequency, params double[] amplitudes) =>
        Of(frequency, k => k <= amplitudes.Length ? amplitudes[k - 1] : 0);

    /// <summary>A spectrum through resonances of the body.</summary>
    /// <param name="amplitudes">The spectrum.</param>
    /// <param name="frequency">Its fundamental in Hz.</param>
    /// <param name="floor">What gets through away from any resonance.</param>
    /// <param name="resonances">Frequency in Hz, width in Hz and height of each.</param>
    public static double[] Through(
        this double[] amplitudes, double frequency, double floor, params (double Frequency, double Width, double Height)[] resonances) =>
        [.. amplitudes.Select((amplitude, index) => amplitude * Response((index + 1) * frequency, floor, resonances))];

    /// <summary>Amplitudes by a formula of the harmonic's number, counted from 1, of those up to <see cref="Partial.Highest"/>.</summary>
    private static double[] Of(double frequency, Func<int, double> amplitude) =>
        [.. Enumerable.Range(1, Math.Clamp((int)(Partial.Highest / frequency), 1, Most)).Select(amplitude)];

    private static double Response(double frequency, double floor, (double Frequency, double Width, double Height)[] resonances)
    {
        double response = floor;
        foreach ((double middle, double width, double height) in resonances)
        {
            double distance = (frequency - middle) / width;
            response += height / (1 + (distance * distance));
        }

        return response;
    }
}
