namespace Tunesmith.Audio;

/// <summary>
/// Keeps samples below a ceiling. It looks ahead: where a sample would be too loud, the gain has come down smoothly by then, and it goes up
/// again slowly. What is below the ceiling for long enough passes as it is, later by <see cref="Delay"/> samples.
/// </summary>
internal sealed class Limiter
{
    /// <summary>The loudest sample that comes out: -1 dBFS.</summary>
    public const float Ceiling = 0.89125f;

    private const double LookAheadSeconds = 0.003;
    private const double RecoverySeconds = 0.08;

    private readonly float[] _left;
    private readonly float[] _right;
    private readonly float[] _gains;
    private readonly (long Frame, float Gain)[] _lowest; // a queue of ascending gains: the lowest since the sample given out comes first
    private readonly double _recovery;
    private int _lowestFirst;
    private int _lowestCount;
    private long _frame;
    private int _place;
    private double _held = 1;
    private double _sum;

    /// <summary>Makes a limiter.</summary>
    /// <param name="sampleRate">Samples a second.</param>
    public Limiter(int sampleRate)
    {
        Delay = Math.Max(8, (int)(LookAheadSeconds * sampleRate));
        _left = new float[Delay];
        _right = new float[Delay];
        _gains = new float[Delay];
        Array.Fill(_gains, 1);
        _sum = Delay;
        _lowest = new (long, float)[Delay + 2];
        _recovery = 1 / (RecoverySeconds * sampleRate);
    }

    /// <summary>How many samples later what goes in comes out.</summary>
    public int Delay { get; }

    /// <summary>The lowest gain so far.</summary>
    public double LowestGain { get; private set; } = 1;

    /// <summary>Takes samples in and gives as many out, in place.</summary>
    public void Run(Span<float> left, Span<float> right)
    {
        for (int t = 0; t < left.Length; t++)
        {
            float peak = Math.Max(Math.Abs(left[t]), Math.Abs(right[t]));
            float lowest = LowestWith(peak > Ceiling ? Ceiling / peak : 1);
            _held = Math.Min(lowest, _held + (_recovery * (1 - _held)));
            float held = _held > 0.99999 ? 1 : (float)_held;
            _sum += (double)held - _gains[_place];
            _gains[_place] = held;
            double gain = Math.Min(1, _sum / Delay);
            LowestGain = Math.Min(LowestGain, gain);
            (float leftNow, float rightNow) = (left[t], right[t]);
            left[t] = Math.Clamp((float)(_left[_place] * gain), -Ceiling, Ceiling);
            right[t] = Math.Clamp((float)(_right[_place] * gain), -Ceiling, Ceiling);
            (_left[_place], _right[_place]) = (leftNow, rightNow);
            _place = _place + 1 == Delay ? 0 : _place + 1;
            _frame++;
        }
    }

    private float LowestWith(float gain)
    {
        while (_lowestCount > 0 && _lowest[At(_lowestCount - 1)].Gain >= gain)
        {
            _lowestCount--;
        }

        _lowest[At(_lowestCount++)] = (_frame, gain);
        if (_lowest[_lowestFirst].Frame <= _frame - Delay - 1)
        {
            _lowestFirst = At(1);
            _lowestCount--;
        }

        return _lowest[_lowestFirst].Gain;
    }

    private int At(int offset) => (_lowestFirst + offset) % _lowest.Length;
}
