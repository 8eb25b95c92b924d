using Tunesmith.Music;

namespace Tunesmith.Tests.Music;

/// <summary>What makes two songs the same: everything a <see cref="Score"/> holds.</summary>
internal static class ScoreAssert
{
    public static bool Same(Score left, Score right) =>
        left.TicksPerQuarter == right.TicksPerQuarter && left.EndTick == right.EndTick
        && left.Tempos.Changes.SequenceEqual(right.Tempos.Changes) && left.Meters.Changes.SequenceEqual(right.Meters.Changes)
        && left.Tracks.Count == right.Tracks.Count && left.Tracks.Zip(right.Tracks).All(pair => Same(pair.First, pair.Second));

    private static bool Same(ScoreTrack left, ScoreTrack right) =>
        left.Name == right.Name && left.ChannelNames.SequenceEqual(right.ChannelNames) && left.EndTick == right.EndTick
        && left.Keys.SequenceEqual(right.Keys) && left.Programs.SequenceEqual(right.Programs)
        && left.Controls.SequenceEqual(right.Controls) && left.Bends.SequenceEqual(right.Bends)
        && left.Notes.SequenceEqual(right.Notes);
}
