using Tunesmith.Music;

namespace Tunesmith.Encoding.Lab;

/// <summary>
/// Writes a roll as the lab does: 220 ticks a quarter, 55 a step, velocity 40, channel 0, one track without tempo or meter. Where a row
/// differs from the one before, its releases come first and then its presses, each by ascending pitch. Unlike the lab's files, what sounds
/// to the end is released at the end of the last step.
/// </summary>
/// <remarks>
/// The track ends 1 tick after the start of the last step or the last event, whichever is later, so that rests at the end are heard
/// again. A roll in which nothing sounds gives a track without events that ends at tick 1, as the lab's does.
/// </remarks>
internal static class LabWriter
{
    private const int TicksPerQuarter = 220;
    private const int TicksPerStep = TicksPerQuarter / LabGrid.StepsPerQuarter;
    private const int Velocity = 40;

    /// <summary>Writes a roll as a song.</summary>
    public static Score Write(LabRoll roll)
    {
        List<KeyEvent> keys = [];
        UInt128 sounding = 0;
        long tick = 0;
        foreach (UInt128 row in roll.Rows)
        {
            Add(keys, tick, sounding & ~row, velocity: 0);
            Add(keys, tick, row & ~sounding, Velocity);
            sounding = row;
            tick += TicksPerStep;
        }

        Add(keys, tick, sounding, velocity: 0);
        long last = keys.Count == 0 ? 0 : Math.Max(keys[^1].Tick, tick - TicksPerStep);
        return new Score(TicksPerQuarter, [new ScoreTrack(keys, endTick: last + 1)]);
    }

    private static void Add(List<KeyEvent> keys, long tick, UInt128 pitches, int velocity)
    {
        for (; pitches != 0; pitches &= pitches - 1)
        {
            int pitch = LabRoll.LowestPitch + (int)UInt128.TrailingZeroCount(pitches);
            keys.Add(new KeyEvent(tick, new Pitch(pitch), velocity, Channel: 0));
        }
    }
}
