using Tunesmith.Compute;

namespace Tunesmith.Audio;

/// <summary>
/// A small room: eight delays fed back into each other through a reflection (a feedback delay network with Householder's matrix, Jot and
/// Chaigne 1991), each losing its high frequencies a little faster than the rest.
/// </summary>
internal sealed class Room
{
    private const int Lines = 8;

    /// <summary>How long the room takes to fade by 60 dB, in seconds.</summary>
    private const double Seconds = 0.9;

    /// <summary>What of the sound comes back, as an amplitude.</summary>
    private const double Wet = 0.16;

    /// <summary>How long the first reflection takes, in seconds.</summary>
    private const double FirstReflection = 0.009;

    private static readonly double[] Milliseconds = [17.3, 20.9, 24.1, 28.7, 31.9, 36.1, 40.3, 45.7];

    private readonly float[][] _delays;
    private readonly int[] _places = new int[Lines];
    private readonly float[] _gains = new float[Lines];
    private readonly float[] _damped = new float[Lines];
    private readonly float[] _predelay;
    private readonly float _damping;
    private readonly float _cut;
    private readonly float _wet;
    private int _predelayPlace;
    private float _low;
    private bool _isQuiet = true;
    private int _quietFor;

    /// <summary>Makes an empty room.</summary>
    /// <param name="sampleRate">Samples a second.</param>
    /// <param name="amount">How much of it is heard; 1 is usual, 0 none.</param>
    public Room(int sampleRate, double amount)
    {
        _delays = [.. Milliseconds.Select(time => new float[(int)(time * sampleRate / 1000) | 1])];
        _predelay = new float[(int)(FirstReflection * sampleRate) | 1];
        for (int line = 0; line < Lines; line++)
        {
            _gains[line] = (float)Functions.Exp(-Decibels.Sixty * _delays[line].Length / (Seconds * sampleRate));
        }

        _damping = (float)Math.Min(1, 4 * 4_500.0 / sampleRate); // a pole near 4.5 kHz
        _cut = (float)Math.Min(1, 6.28 * 160 / sampleRate); // what lies below 160 Hz stays outside
        _wet = (float)(Wet * amount);
    }

    /// <summary>Whether nothing is heard any more.</summary>
    public bool IsQuiet => _isQuiet || _wet == 0;

    /// <summary>Adds what comes back.</summary>
    /// <param name="input">What goes in.</param>
    /// <param name="left">The left channel; added to.</param>
    /// <param name="right">The right channel; added to.</param>
    public void Render(ReadOnlySpan<float> input, Span<float> left, Span<float> right)
    {
        float loudest = 0;
        foreach (float sample in input)
        {
            loudest = Math.Max(loudest, Math.Abs(sample));
        }

        if (_wet == 0 || (_isQuiet && loudest == 0))
        {
            return;
        }

        Span<float> heard = stackalloc float[Lines];
        for (int t = 0; t < input.Length; t++)
        {
            float late = _predelay[_predelayPlace];
            _predelay[_predelayPlace] = input[t];
            _predelayPlace = _predelayPlace + 1 == _predelay.Length ? 0 : _predelayPlace + 1;
            _low += _cut * (late - _low);
            late -= _low;
            float sum = 0;
            for (int line = 0; line < Lines; line++)
            {
                float sample = _delays[line][_places[line]];
                _damped[line] += _damping * (sample - _damped[line]);
                heard[line] = _damped[line];
                sum += _damped[line];
            }

            float reflected = sum * (2f / Lines);
            for (int line = 0; line < Lines; line++)
            {
                float[] delay = _delays[line];
                delay[_places[line]] = ((heard[line] - reflected) * _gains[line]) + ((line & 2) == 0 ? late : -late);
                _places[line] = _places[line] + 1 == delay.Length ? 0 : _places[line] + 1;
            }

            float one = heard[0] - heard[3] + heard[4] - heard[7];
            float other = heard[1] - heard[2] + heard[5] - heard[6];
            left[t] += _wet * one;
            right[t] += _wet * other;
            loudest = Math.Max(loudest, Math.Max(Math.Abs(one), Math.Abs(other)));
        }

        _isQuiet = false;
        Rest(loudest, input.Length);
    }

    /// <summary>Empties the room when nothing has been heard for as long as the longest way round.</summary>
    private void Rest(float loudest, int length)
    {
        _quietFor = loudest < 1e-6f ? _quietFor + length : 0;
        if (_quietFor > _delays[^1].Length + _predelay.Length)
        {
            Array.ForEach(_delays, Array.Clear);
            Array.Clear(_predelay);
            Array.Clear(_damped);
            (_low, _quietFor, _isQuiet) = (0, 0, true);
        }
    }
}
