using Tunesmith.Compute;

namespace Tunesmith.Audio;

/// <summary>
/// The filter of ITU-R BS.1770 for one channel: a shelf of 4 dB above about 1.7 kHz for the head, and a high pass near 38 Hz. The
/// standard gives numbers for 48 kHz; the analogue filters behind them are what other rates are made of (as De Man found them, 2018).
/// </summary>
internal struct KWeighting
{
    private readonly Biquad _shelf;
    private readonly Biquad _highPass;
    private double _shelf1;
    private double _shelf2;
    private double _highPass1;
    private double _highPass2;

    /// <summary>Makes the filter.</summary>
    /// <param name="sampleRate">Samples a second; 8,000 or more.</param>
    public KWeighting(int sampleRate)
    {
        _shelf = Biquad.Shelf(1681.974450955533, 3.999843853973347, 0.7071752369554196, sampleRate);
        _highPass = Biquad.HighPass(38.13547087602444, 0.5003270373238773, sampleRate);
    }

    /// <summary>Filters the next sample.</summary>
    public double Next(double sample)
    {
        double shelved = (_shelf.B0 * sample) + _shelf1;
        _shelf1 = (_shelf.B1 * sample) - (_shelf.A1 * shelved) + _shelf2;
        _shelf2 = (_shelf.B2 * sample) - (_shelf.A2 * shelved);
        double passed = (_highPass.B0 * shelved) + _highPass1;
        _highPass1 = (_highPass.B1 * shelved) - (_highPass.A1 * passed) + _highPass2;
        _highPass2 = (_highPass.B2 * shelved) - (_highPass.A2 * passed);
        return passed;
    }

    /// <summary>A filter of the second order: <c>y = b0 x + b1 x' + b2 x'' - a1 y' - a2 y''</c>.</summary>
    private readonly record struct Biquad(double B0, double B1, double B2, double A1, double A2)
    {
        public static Biquad Shelf(double frequency, double decibels, double sharpness, int sampleRate)
        {
            double k = Tangent(frequency, sampleRate);
            double high = Decibels.ToAmplitude(decibels);
            double band = Functions.Power(high, 0.4996667741545416);
            double a0 = 1 + (k / sharpness) + (k * k);
            return new Biquad(
                (high + (band * k / sharpness) + (k * k)) / a0,
                2 * ((k * k) - high) / a0,
                (high - (band * k / sharpness) + (k * k)) / a0,
                2 * ((k * k) - 1) / a0,
                (1 - (k / sharpness) + (k * k)) / a0);
        }

        public static Biquad HighPass(double frequency, double sharpness, int sampleRate)
        {
            double k = Tangent(frequency, sampleRate);
            double a0 = 1 + (k / sharpness) + (k * k);
            return new Biquad(1, -2, 1, 2 * ((k * k) - 1) / a0, (1 - (k / sharpness) + (k * k)) / a0);
        }

        private static double Tangent(double frequency, int sampleRate)
        {
            (double sine, double cosine) = Functions.SineAndCosine(frequency / sampleRate / 2);
            return sine / cosine;
        }
    }
}
