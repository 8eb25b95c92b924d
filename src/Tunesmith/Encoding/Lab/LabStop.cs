using Tunesmith.Music;

namespace Tunesmith.Encoding.Lab;

/// <summary>
/// Where the lab stops hearing a song: at the first meter whose numerator is neither 2 nor 4, else at the song's last tick. At the tick of
/// such a meter, what comes before it is still heard: the tracks before its own, and of its own track the events before it.
/// </summary>
/// <param name="Tick">The last tick that is heard.</param>
/// <param name="Track">The track of the meter; past all tracks where there is none.</param>
/// <param name="Keys">How many key events of that track are heard.</param>
/// <param name="Meter">The meter that ends the hearing; null where the song is heard to its end.</param>
internal readonly record struct LabStop(long Tick, int Track, int Keys, Meter? Meter)
{
    /// <summary>Where the lab stops hearing a song.</summary>
    public static LabStop Of(Score score)
    {
        LabStop stop = new(score.EndTick, int.MaxValue, 0, null);
        foreach (MeterChange change in score.Meters.FromStart(score.TicksPerQuarter).Changes)
        {
            if (change.Meter.Numerator is not (2 or 4) && (change.Tick, change.Track).CompareTo((stop.Tick, stop.Track)) < 0)
            {
                stop = new LabStop(change.Tick, change.Track, change.KeysBefore, change.Meter);
            }
        }

        return stop;
    }

    /// <summary>Whether a key event is heard.</summary>
    /// <param name="tick">Its tick.</param>
    /// <param name="track">Its track.</param>
    /// <param name="index">Its place among the key events of its track.</param>
    public bool Hears(long tick, int track, int index) =>
        tick < Tick || (tick == Tick && (track < Track || (track == Track && index < Keys)));
}
