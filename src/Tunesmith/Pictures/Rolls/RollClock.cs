using Tunesmith.Music;

namespace Tunesmith.Pictures.Rolls;

/// <summary>The time of ticks, found in time that hardly grows with the number of tempi.</summary>
internal sealed class RollClock
{
    private readonly long[] _ticks;
    private readonly double[] _seconds;
    private readonly double[] _secondsPerTick;

    /// <summary>Sets the clock to a song.</summary>
    public RollClock(Score score)
    {
        // Of changes at one tick the last holds; before the first it is 120 quarters a minute.
        TempoChange[] changes = [.. score.Tempos.Changes.GroupBy(change => Math.Max(0, change.Tick)).Select(group => group.Last())];
        if (changes.Length == 0 || changes[0].Tick > 0)
        {
            changes = [new TempoChange(0, TempoMap.DefaultMicrosecondsPerQuarter), .. changes];
        }

        _ticks = Array.ConvertAll(changes, change => Math.Max(0, change.Tick));
        _secondsPerTick = Array.ConvertAll(changes, change => change.MicrosecondsPerQuarter / 1e6 / score.TicksPerQuarter);
        _seconds = new double[changes.Length];
        for (int index = 1; index < changes.Length; index++)
        {
            _seconds[index] = _seconds[index - 1] + ((_ticks[index] - _ticks[index - 1]) * _secondsPerTick[index - 1]);
        }
    }

    /// <summary>The time of a tick, in seconds.</summary>
    /// <param name="tick">0 or more.</param>
    public double SecondsAt(long tick)
    {
        int found = Array.BinarySearch(_ticks, tick);
        int index = found >= 0 ? found : ~found - 1;
        return _seconds[index] + ((tick - _ticks[index]) * _secondsPerTick[index]);
    }

    /// <summary>The ticks between two others at which another tempo begins.</summary>
    public IEnumerable<long> ChangesBetween(long from, long to)
    {
        int found = Array.BinarySearch(_ticks, from);
        for (int index = found >= 0 ? found + 1 : ~found; index < _ticks.Length && _ticks[index] < to; index++)
        {
            yield return _ticks[index];
        }
    }
}
