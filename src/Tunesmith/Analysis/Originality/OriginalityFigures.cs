namespace Tunesmith.Analysis.Originality;

/// <summary>How much of a song stands in others, in two figures. Each is that of the hearing in which it is the higher.</summary>
/// <param name="LongestSharedNotes">The notes of the longest passage that it shares with any; 0 where no two notes agree.</param>
/// <param name="CoveredShare">
/// The share of its notes that lie in shared passages of at least <see cref="OriginalityIndex.LeastNotes"/> notes; 0 to 1, and 0 of no
/// notes.
/// </param>
public readonly record struct OriginalityFigures(int LongestSharedNotes, double CoveredShare)
{
    /// <summary>The higher of both figures.</summary>
    internal static OriginalityFigures Higher(OriginalityFigures one, OriginalityFigures other) =>
        new(Math.Max(one.LongestSharedNotes, other.LongestSharedNotes), Math.Max(one.CoveredShare, other.CoveredShare));
}

/// <summary>How alike a song is, without what it shares.</summary>
/// <param name="Figures">The figures, each that of the hearing in which it is the higher.</param>
/// <param name="Standing">Where the song stands among real songs.</param>
public readonly record struct OriginalityMeasure(OriginalityFigures Figures, OriginalityStanding Standing);
