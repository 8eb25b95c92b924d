using Tunesmith.Music;

namespace Tunesmith.Tests.Encoding;

/// <summary>Small songs in few words.</summary>
internal static class Songs
{
    /// <summary>A press.</summary>
    public static KeyEvent On(long tick, int pitch, int channel = 0) => new(tick, new Pitch(pitch), 64, channel);

    /// <summary>A release.</summary>
    public static KeyEvent Off(long tick, int pitch, int channel = 0) => new(tick, new Pitch(pitch), 0, channel);

    /// <summary>A track that ends at a tick.</summary>
    public static ScoreTrack Track(long endTick, params KeyEvent[] keys) => new(keys, endTick: endTick);

    /// <summary>A song of tracks, 32 ticks a quarter: a step is 8 ticks, and row k shows what stands before tick 4 + 8k.</summary>
    public static Score Song(params ScoreTrack[] tracks) => new(32, tracks);

    /// <summary>A song of tracks with meters.</summary>
    public static Score Song(MeterChange[] meters, params ScoreTrack[] tracks) => new(32, tracks, meters: new MeterMap(meters));
}
