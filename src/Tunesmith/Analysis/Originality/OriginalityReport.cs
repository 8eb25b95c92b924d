namespace Tunesmith.Analysis.Originality;

/// <summary>
/// What a song shares with others, and whether that is more than real songs share by accident. It says nothing about anybody's rights:
/// what may be used, and whose it is, is for people and laws to say.
/// </summary>
/// <param name="Figures">The figures, each that of the hearing in which it is the higher.</param>
/// <param name="Standing">Where the song stands among real songs.</param>
public sealed record OriginalityReport(OriginalityFigures Figures, OriginalityStanding Standing)
{
    /// <summary>The sentence that stands below every report.</summary>
    public const string NoClearance =
        "This counts notes that are alike; it is no legal clearance, and says nothing about whose music it is.";

    /// <summary>The figures in each hearing, in the order of the index.</summary>
    public required IReadOnlyList<OriginalityHearing> Hearings { get; init; }

    /// <summary>What half, 90 of 100 and all of the real songs share at most; empty where there is none to compare with.</summary>
    public required IReadOnlyList<RealQuantile> Real { get; init; }

    /// <summary>
    /// The longest passage with each song that shares at least <see cref="OriginalityIndex.LeastNotes"/> notes, from long to short; of
    /// equal length in the order of the songs.
    /// </summary>
    public required IReadOnlyList<SharedPassage> Passages { get; init; }

    /// <summary>The notes of the longest passage shared with any song, also where it is short; 0 where no two notes agree.</summary>
    public int LongestSharedNotes => Figures.LongestSharedNotes;

    /// <summary>The share of the notes in shared passages of at least <see cref="OriginalityIndex.LeastNotes"/> notes, 0 to 1.</summary>
    public double CoveredShare => Figures.CoveredShare;

    /// <summary>More alike than so many of 100 real songs; null where there is nothing to compare with.</summary>
    public double? Percentile => Standing.Percentile;

    /// <summary>The songs that are the song judged: note for note, at the same pitch and in the same time.</summary>
    public IEnumerable<SharedPassage> Copies => Passages.Where(passage => passage is { IsWhole: true, Semitones: 0, Stretch: 1 });

    /// <summary>The hearing that a figure comes from: the first in which it is as high as it is.</summary>
    /// <param name="figure">The figure.</param>
    public OriginalityHearing HearingOf(Func<OriginalityFigures, double> figure) =>
        Hearings.First(hearing => figure(hearing.Figures) == figure(Figures));
}

/// <summary>A song in one hearing.</summary>
/// <param name="StepsPerQuarter">The grid.</param>
/// <param name="Notes">How many notes are judged.</param>
/// <param name="Figures">What they share.</param>
public sealed record OriginalityHearing(int StepsPerQuarter, int Notes, OriginalityFigures Figures);

/// <summary>What real songs share, each figure by itself.</summary>
/// <param name="Share">So much of them, 0 to 1, lies at or below the figures.</param>
/// <param name="Figures">The figures.</param>
public sealed record RealQuantile(double Share, OriginalityFigures Figures);
