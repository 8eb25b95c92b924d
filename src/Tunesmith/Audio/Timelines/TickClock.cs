using Tunesmith.Music;

namespace Tunesmith.Audio.Timelines;

/// <summary>Finds the sample of a tick. Ticks are asked for in ascending order, so that each tempo is passed once.</summary>
internal sealed class TickClock(TempoMap tempos, int ticksPerQuarter, int sampleRate)
{
    private int _next;
    private long _tick;
    private double _microseconds;
    private int _tempo = TempoMap.DefaultMicrosecondsPerQuarter;

    /// <summary>The sample nearest to a tick: its time in seconds times the rate.</summary>
    public long FrameAt(long tick)
    {
        while (_next < tempos.Changes.Count && tempos.Changes[_next].Tick < tick)
        {
            TempoChange change = tempos.Changes[_next++];
            if (change.Tick > _tick)
            {
                _microseconds += (double)(change.Tick - _tick) * _tempo / ticksPerQuarter;
                _tick = change.Tick;
            }

            _tempo = change.MicrosecondsPerQuarter;
        }

        double microseconds = _microseconds + ((double)(tick - _tick) * _tempo / ticksPerQuarter);
        return (long)Math.Floor((microseconds * sampleRate / 1e6) + 0.5);
    }
}
