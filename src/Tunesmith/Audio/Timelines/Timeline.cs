using Tunesmith.Music;

namespace Tunesmith.Audio.Timelines;

/// <summary>
/// A song as what happens at which sample. At one tick instruments are chosen first; then comes what each track says, in its own order.
/// </summary>
internal sealed class Timeline
{
    /// <summary>How long even the shortest note is held, in seconds.</summary>
    public const double ShortestNote = 0.04;

    private Timeline(SoundEvent[] events, long endFrame)
    {
        Events = events;
        EndFrame = endFrame;
    }

    /// <summary>What happens, in order; the last is the end.</summary>
    public SoundEvent[] Events { get; }

    /// <summary>The sample at which the song is over; what sounds then dies away.</summary>
    public long EndFrame { get; }

    /// <summary>Makes the timeline of a song.</summary>
    /// <exception cref="RenderException">The song is longer than the options allow.</exception>
    public static Timeline Of(Score score, RenderOptions options)
    {
        options.RequireLength(score);
        List<TimedEvent> timed = [];
        int notes = 0;
        foreach (ScoreTrack track in score.Tracks)
        {
            notes = new TrackEvents(track, timed, notes).Add();
        }

        TickClock clock = new(score.Tempos, score.TicksPerQuarter, options.SampleRate);
        SoundEvent[] events = [.. timed.OrderBy(item => item.Tick).ThenBy(item => item.Event.Kind != SoundEventKind.Program)
            .Select(item => item.Event with { Frame = clock.FrameAt(item.Tick) })];
        HoldShortNotes(events, notes, (long)(ShortestNote * options.SampleRate));
        long end = clock.FrameAt(score.EndTick);
        return new Timeline([.. events.OrderBy(item => item.Frame), new SoundEvent(end, SoundEventKind.End, 0)], end);
    }

    private static void HoldShortNotes(SoundEvent[] events, int notes, long shortest)
    {
        long[] begun = new long[notes];
        foreach (ref SoundEvent item in events.AsSpan())
        {
            if (item.Kind == SoundEventKind.Press)
            {
                begun[item.Note] = item.Frame;
            }
            else if (item.Kind == SoundEventKind.Release)
            {
                item = item with { Frame = Math.Max(item.Frame, begun[item.Note] + shortest) };
            }
        }
    }

    /// <summary>An event that has only its tick so far.</summary>
    internal readonly record struct TimedEvent(long Tick, SoundEvent Event);
}
