using Tunesmith.Audio.Timelines;
using Tunesmith.Audio.Voices;

namespace Tunesmith.Audio;

/// <summary>A performance with someone who looks on: tells how far it is, stops where asked to, and folds stereo into mono.</summary>
/// <param name="timeline">What is played.</param>
/// <param name="options">How.</param>
/// <param name="progress">Who is told.</param>
/// <param name="framesBefore">Samples that were played the first time; 0 where this is the first time.</param>
internal sealed class Playback(
    Timeline timeline, RenderOptions options, IProgress<RenderProgress>? progress, long framesBefore)
{
    private readonly Performance _performance = new(timeline, options);
    private readonly int _framesBetweenLooks = options.SampleRate / 2;
    private long _nextLook;

    /// <summary>The left channel of the block.</summary>
    public float[] Left { get; } = new float[Bus.Block];

    /// <summary>The right channel of the block; in mono the same as the left.</summary>
    public float[] Right { get; } = new float[Bus.Block];

    /// <summary>How many samples have been played.</summary>
    public long Frame => _performance.Frame;

    /// <summary>The most voices that have sounded at once.</summary>
    public int MostVoices => _performance.MostVoices;

    /// <summary>Plays a block.</summary>
    /// <returns>How many samples it has; 0 at the end.</returns>
    public int Next(CancellationToken cancellation)
    {
        if (Frame >= _nextLook)
        {
            cancellation.ThrowIfCancellationRequested();
            _nextLook = Frame + _framesBetweenLooks;
            double rate = options.SampleRate;
            long once = framesBefore > 0 ? framesBefore : Math.Max(timeline.EndFrame, Frame);
            progress?.Report(new RenderProgress((framesBefore + Frame) / rate, 2 * once / rate));
        }

        int length = _performance.NextBlock(Left, Right);
        if (options.Mono)
        {
            for (int t = 0; t < length; t++)
            {
                Left[t] = Right[t] = (Left[t] + Right[t]) / 2;
            }
        }

        return length;
    }
}
