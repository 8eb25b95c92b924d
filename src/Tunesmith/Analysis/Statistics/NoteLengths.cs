namespace Tunesmith.Analysis.Statistics;

/// <summary>How long notes are held. Drums are left out. Source: Yang and Lerch (2020), NLH.</summary>
internal static class NoteLengths
{
    /// <summary>
    /// How many notes each length has; the bins are steps of the grid, to the nearest, at least 1. Compare songs on one grid alone.
    /// </summary>
    public static Histogram Distribution(SongNotes song) =>
        Histogram.Of(song.Pitched.Select(note => Math.Max(1, song.Steps(note.Length))));

    /// <summary><c>sum of lengths / notes</c>, in quarters, exactly as held; null without a note.</summary>
    public static double? Mean(SongNotes song) => song.Pitched.Count == 0
        ? null
        : (double)song.Pitched.Sum(note => note.Length) / ((double)song.TicksPerQuarter * song.Pitched.Count);
}
