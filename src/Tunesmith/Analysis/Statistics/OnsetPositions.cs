namespace Tunesmith.Analysis.Statistics;

/// <summary>
/// Where in the bar notes begin: how many at each step after the bar line, to the nearest step of the grid. Drums are left out, and notes
/// struck together each count. Compare songs on one grid alone; bars of several meters are counted together.
/// </summary>
internal static class OnsetPositions
{
    /// <summary>How many notes begin at each place; the bins are steps since the bar line, 0 or more.</summary>
    public static Histogram Distribution(SongNotes song) => Histogram.Of(song.Pitched.Select(note => song.PlaceOf(note).Step));
}
