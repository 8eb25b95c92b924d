using System.Globalization;
using Tunesmith.Audio.Timelines;
using Tunesmith.Audio.Voices;
using Tunesmith.Music;

namespace Tunesmith.Audio;

/// <summary>Receives samples, channel beside channel.</summary>
internal delegate void SampleSink(ReadOnlySpan<float> samples);

/// <summary>
/// One song's way to samples: it is played once to hear how long and how loud it is, and then given out at the loudness asked for. Where
/// it is too long for that to be kept it is played again, which takes less than to keep two hours of samples.
/// </summary>
internal sealed class Rendering
{
    /// <summary>By how many decibels the limiter may turn down the loudest moment; a song that would need more stays softer.</summary>
    public const double MostLimiting = 6;

    private readonly Timeline _timeline;
    private readonly RenderOptions _options;
    private readonly Take _take;
    private readonly double _gain; // in decibels
    private readonly int _voices;

    private Rendering(Timeline timeline, RenderOptions options, Playback played, Take take, double gain)
    {
        _timeline = timeline;
        _options = options;
        _take = take;
        _gain = gain;
        _voices = played.MostVoices;
        Frames = played.Frame;
    }

    /// <summary>Samples in each channel.</summary>
    public long Frames { get; }

    /// <summary>Plays a song to hear how long and how loud it is.</summary>
    public static Rendering Measure(Score score, RenderOptions options, IProgress<RenderProgress>? progress, CancellationToken cancellation)
    {
        options.Validate();
        Timeline timeline = Timeline.Of(score, options);
        if (timeline.EndFrame > WavWriter.MostFrames(options.Channels) - (long)(Performance.LongestTail * options.SampleRate))
        {
            throw new RenderException(string.Create(
                CultureInfo.InvariantCulture,
                $"The file would have 4 GiB or more, which no WAV file can: {score.Seconds / 60:N1} minutes at {options.SampleRate:N0} Hz. "
                + $"Take a lower rate, or mono."));
        }

        Playback playback = new(timeline, options, progress, 0);
        LoudnessMeter meter = new(options.SampleRate);
        Take take = new();
        float peak = 0;
        while (playback.Next(cancellation) is > 0 and int length)
        {
            for (int t = 0; t < length; t++)
            {
                peak = Math.Max(peak, Math.Max(Math.Abs(playback.Left[t]), Math.Abs(playback.Right[t])));
            }

            meter.Add(playback.Left.AsSpan(0, length), playback.Right.AsSpan(0, length));
            take.Add(playback.Left.AsSpan(0, length), playback.Right.AsSpan(0, length));
        }

        double gain = meter.GainTo(options.Loudness);
        gain = double.IsFinite(gain) ? Math.Min(gain, Decibels.Of(Limiter.Ceiling / peak) + MostLimiting) : 0;
        return new Rendering(timeline, options, playback, take, gain);
    }

    /// <summary>Gives it out, at the loudness asked for.</summary>
    public SoundReport Play(SampleSink sink, IProgress<RenderProgress>? progress, CancellationToken cancellation)
    {
        Output output = new(_options, Decibels.ToAmplitude(_gain), Frames, sink);
        if (_take.IsWhole)
        {
            GiveTake(output, cancellation);
        }
        else
        {
            Playback playback = new(_timeline, _options, progress, Frames);
            while (playback.Next(cancellation) is > 0 and int length)
            {
                output.Add(playback.Left.AsSpan(0, length), playback.Right.AsSpan(0, length));
            }
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
            _voices);
    }

    private void GiveTake(Output output, CancellationToken cancellation)
    {
        for (int at = 0; at < Frames; at += Bus.Block)
        {
            cancellation.ThrowIfCancellationRequested();
            int length = (int)Math.Min(Bus.Block, Frames - at);
            output.Add(_take.Left.Slice(at, length), _take.Right.Slice(at, length));
        }
    }
}
