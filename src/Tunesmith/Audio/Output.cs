using Tunesmith.Audio.Voices;

namespace Tunesmith.Audio;

/// <summary>The last of the way: makes the song as loud as asked for, limits it, and gives it out channel beside channel.</summary>
internal sealed class Output
{
    private readonly float _gain;
    private readonly bool _mono;
    private readonly SampleSink _sink;
    private readonly Limiter _limiter;
    private readonly LoudnessMeter _meter;
    private readonly float[] _left = new float[Bus.Block];
    private readonly float[] _right = new float[Bus.Block];
    private readonly float[] _together = new float[2 * Bus.Block];
    private long _early;
    private long _late;

    /// <summary>Makes an output.</summary>
    /// <param name="options">Rate and channels.</param>
    /// <param name="gain">What samples are multiplied by.</param>
    /// <param name="frames">How many samples each channel will have.</param>
    /// <param name="sink">Where they go.</param>
    public Output(RenderOptions options, double gain, long frames, SampleSink sink)
    {
        _gain = (float)gain;
        _mono = options.Mono;
        _sink = sink;
        _limiter = new Limiter(options.SampleRate);
        _meter = new LoudnessMeter(options.SampleRate);
        _early = _limiter.Delay;
        _late = frames;
    }

    /// <summary>How loud what was given out is, in LUFS.</summary>
    public double Loudness => _meter.Loudness;

    /// <summary>The loudest sample that was given out.</summary>
    public float Peak { get; private set; }

    /// <summary>The lowest gain of the limiter.</summary>
    public double LowestGain => _limiter.LowestGain;

    /// <summary>Takes a block.</summary>
    public void Add(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        for (int t = 0; t < left.Length; t++)
        {
            _left[t] = left[t] * _gain;
            _right[t] = right[t] * _gain;
        }

        Give(left.Length);
    }

    /// <summary>Gives out what the limiter still holds.</summary>
    public void Finish()
    {
        while (_late > 0)
        {
            Array.Clear(_left);
            Array.Clear(_right);
            Give(Bus.Block);
        }
    }

    private void Give(int length)
    {
        Span<float> left = _left.AsSpan(0, length);
        Span<float> right = _right.AsSpan(0, length);
        _limiter.Run(left, right);
        int skipped = (int)Math.Min(_early, length); // the silence that the limiter begins with
        _early -= skipped;
        int given = (int)Math.Min(_late, length - skipped);
        _late -= given;
        left = left.Slice(skipped, given);
        right = right.Slice(skipped, given);
        _meter.Add(left, right);
        int filled = 0;
        for (int t = 0; t < given; t++)
        {
            Peak = Math.Max(Peak, Math.Max(Math.Abs(left[t]), Math.Abs(right[t])));
            _together[filled++] = left[t];
            if (!_mono)
            {
                _together[filled++] = right[t];
            }
        }

        _sink(_together.AsSpan(0, filled));
    }
}
