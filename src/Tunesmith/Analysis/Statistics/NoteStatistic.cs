namespace Tunesmith.Analysis.Statistics;

/// <summary>A statistic that gives a song a histogram of its notes.</summary>
/// <param name="Name">Its name, as in JSON.</param>
/// <param name="Unit">What its bins count.</param>
/// <param name="Of">The histogram of a song; empty where it has none.</param>
public sealed record NoteStatistic(string Name, string Unit, Func<SongNotes, Histogram> Of)
{
    /// <summary>Every one there is for melodies.</summary>
    public static IReadOnlyList<NoteStatistic> All { get; } =
    [
        new("intervals", "semitones", Intervals.Distribution),
        new("noteLengths", "steps", NoteLengths.Distribution),
        new("pitchClasses", "pitch classes from C", PitchUse.PitchClassDistribution),
        new("onsetPositions", "steps after the bar line", OnsetPositions.Distribution),
    ];
}
