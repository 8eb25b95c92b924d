using Tunesmith.Music;

namespace Tunesmith.Encoding;

/// <summary>
/// Where the lab stops hearing a song: at the first meter whose numerator is neither 2 nor 4, else at the song's last tick. At the tick of
/// such a meter the tracks before its own are still heard.
/// </summary>
/// <param name="Tick">The last tick that is heard.</param>
/// <param name="Track">At that tick, the first track that is no longer heard.</param>
/// <param name="Meter">The meter that ends the hearing; null where the song is heard to its end.</param>
internal readonly record struct LabStop(long Tick, int Track, Meter? Meter)
{
    /// <summary>Where the lab stops hearing a song.</summary>
    public static LabStop Of(Score score)
    {
        LabStop stop = new(score.EndTick, int.MaxValue, null);
        foreach (MeterChange change in score.Meters.Changes)
        {
            if (change.Meter.Numerator is not (2 or 4) && (change.Tick, change.Track).CompareTo((stop.Tick, stop.Track)) < 0)
            {
                stop = new LabStop(change.Tick, change.Track, change.Meter);
            }
        }

        return stop;
    }
}
