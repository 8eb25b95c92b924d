using Tunesmith.Audio.Timbres;
using Tunesmith.Compute;

namespace Tunesmith.Audio.Voices;

/// <summary>
/// Noise through a state-variable filter (the trapezoidal form by Simper), with strokes that die away. The mean square is
/// <see cref="NoiseBand.Amplitude"/> squared where the noise is loudest.
/// </summary>
internal sealed class NoiseLayer
{
    private NoiseShape _shape;
    private uint _state;
    private float _a1;
    private float _a2;
    private float _a3;
    private float _damping;
    private float _first;
    private float _second;
    private float _scale;
    private double _level;
    private double _decay;
    private double _strokeDecay;
    private int _strokesLeft;
    private int _strokeLength;
    private int _untilStroke;

    /// <summary>Whether noise is still to be heard.</summary>
    public bool IsOn { get; private set; }

    /// <summary>Makes it silent.</summary>
    public void Stop() => IsOn = false;

    /// <summary>Begins.</summary>
    /// <param name="band">Which noise.</param>
    /// <param name="sampleRate">Samples a second.</param>
    /// <param name="seed">Any number.</param>
    public void Start(NoiseBand band, double sampleRate, uint seed)
    {
        double frequency = Math.Min(band.Frequency, 0.4 * sampleRate);
        (double sine, double cosine) = Functions.SineAndCosine(frequency / sampleRate / 2);
        double g = sine / cosine;
        double damping = 1 / band.Sharpness;
        double a1 = 1 / (1 + (g * (g + damping)));
        (_a1, _a2, _a3) = ((float)a1, (float)(g * a1), (float)(g * g * a1));
        _damping = (float)damping;
        (_first, _second) = (0, 0);
        _shape = band.Shape;
        double heard = frequency / (sampleRate / 2);
        heard = band.Shape switch
        {
            NoiseShape.Band => Math.Min(1, heard * Math.PI / 2 * damping),
            NoiseShape.High => 1 - heard,
            _ => Math.Min(1, heard * 1.2),
        };
        _scale = (float)(band.Amplitude / Math.Sqrt(heard / 3) / 2147483648.0); // even noise of -1 to 1 has the mean square 1/3
        _state = (seed * 2654435761u) | 1;
        _decay = DecayOf(band.Seconds, sampleRate);
        _strokeDecay = DecayOf(band.StrokeSeconds * 1.5, sampleRate);
        _strokesLeft = band.Strokes - 1;
        _strokeLength = (int)(band.StrokeSeconds * sampleRate);
        _untilStroke = _strokeLength;
        _level = 1;
        IsOn = true;
    }

    /// <summary>Writes noise.</summary>
    /// <param name="destination">Receives the samples.</param>
    /// <param name="length">How many.</param>
    /// <returns>How loud the noise is at the first sample and after the last.</returns>
    public (double From, double To) Render(Span<float> destination, int length)
    {
        for (int t = 0; t < length; t++)
        {
            _state ^= _state << 13;
            _state ^= _state >> 17;
            _state ^= _state << 5;
            float input = (int)_state * _scale;
            float third = input - _second;
            float band = (_a1 * _first) + (_a2 * third);
            float low = _second + (_a2 * _first) + (_a3 * third);
            _first = (2 * band) - _first;
            _second = (2 * low) - _second;
            destination[t] = _shape switch
            {
                NoiseShape.Band => _damping * band,
                NoiseShape.High => input - (_damping * band) - low,
                _ => low,
            };
        }

        double from = _level;
        _level *= Functions.Exp(length * (_strokesLeft > 0 ? _strokeDecay : _decay));
        _untilStroke -= length;
        double to = _level;
        if (_strokesLeft > 0 && _untilStroke <= 0)
        {
            _untilStroke += _strokeLength;
            _strokesLeft--;
            _level = 1;
        }

        IsOn = _level > 1e-5 || _strokesLeft > 0;
        return (from, to);
    }

    private static double DecayOf(double seconds, double sampleRate) =>
        double.IsPositiveInfinity(seconds) ? 0 : -Decibels.Sixty / (seconds * sampleRate);
}
