using System.Globalization;
using Tunesmith.Music;

namespace Tunesmith.Audio;

/// <summary>Receives samples, channel beside channel.</summary>
internal delegate void SampleSink(ReadOnlySpan<float> samples);

/// <summary>
/// One song's way to samples: it is played once to hear how long and how loud it is, and a second time to be given out at the loudness
/// asked for. To play it twice takes less than to keep two hours of samples.
/// </summary>
internal sealed class Rendering
{
    /// <summary>By how many decibels the limiter may turn down the loudest moment; a song that would need more stays softer.</summary>
    public const double MostLimiting = 6;

    private readonly Timeline _timeline;
    private readonly RenderOptions _options;
    private readonly double _gain; // in decibels

    private Rendering(Timeline timeline, RenderOptions options, long frames, double gain)
    {
        _timeline = timeline;
        _options = options;
        Frames = frames;
        _gain = gain;
    }

    /// <summary>Samples in each channel.</summary>
    public long Frames { get; }

    /// <summary>Plays a song to hear how long and how loud it is.</summary>
    public static Rendering Measure(Score score, RenderOptions options, IProgress<RenderProgress>? progress, CancellationToken cancellation)
    {
        options.Validate();
        Timeline timeline = Timeline.Of(score, options);
        if (timeline.EndFrame > WavFile.MostFrames(options.Channels) - (long)(Performance.LongestTail * options.SampleRate))
        {
            throw new RenderException(string.Create(
                CultureInfo.InvariantCulture,
                $"The file would have 4 GiB or more, which no WAV file can: {score.Seconds / 60:N1} minutes at {options.SampleRate:N0} Hz. "
                + $"Take a lower rate, or mono."));
        }

        Playback playback = new(timeline, options, progress, 0);
        LoudnessMeter meter = new(options.SampleRate);
        float peak = 0;
        while (playback.Next(cancellation) is > 0 and int length)
        {
            for (int t = 0; t < length; t++)
            {
                peak = Math.Max(peak, Math.Max(Math.Abs(playback.Left[t]), Math.Abs(playback.Right[t])));
            }

            meter.Add(playback.Left.AsSpan(0, length), playback.Right.AsSpan(0, length));
        }

        double gain = meter.GainTo(options.Loudness);
        gain = double.IsFinite(gain) ? Math.Min(gain, Decibels.Of(Limiter.Ceiling / peak) + MostLimiting) : 0;
        return new Rendering(timeline, options, playback.Frame, gain);
    }

    /// <summary>Plays it again, at the loudness asked for.</summary>
    public SoundReport Play(SampleSink sink, IProgress<RenderProgress>? progress, CancellationToken cancellation)
    {
        Output output = new(_options, Decibels.ToAmplitude(_gain), Frames, sink);
        Playback playback = new(_timeline, _options, progress, Frames);
        while (playback.Next(cancellation) is > 0 and int length)
        {
            output.Add(playback.Left.AsSpan(0, length), playback.Right.AsSpan(0, length));
        }

        output.Finish();
        progress?.Report(new RenderProgress(2 * Frames / (double)_options.SampleRate, 2 * Frames / (double)_options.SampleRate));
        return new SoundReport(
            Frames,
            Frames / (double)_options.SampleRate,
            output.Loudness,
            Decibels.Of(output.Peak),
            _gain,
            Decibels.Of(1 / output.LowestGain),
            playback.MostVoices);
    }
}
