namespace Tunesmith.Analysis.Statistics;

/// <summary>A statistic that gives a song a histogram of its notes.</summary>
public sealed record NoteStatistic
{
    private NoteStatistic(string name, string unit, Func<SongNotes, Histogram> of) => (Name, Unit, Of) = (name, unit, of);

    /// <summary>Its name, as in JSON.</summary>
    public string Name { get; }

    /// <summary>What its bins count.</summary>
    public string Unit { get; }

    /// <summary>The histogram of a song; empty where it has none.</summary>
    public Func<SongNotes, Histogram> Of { get; }

    /// <summary>Every one there is for melodies.</summary>
    public static IReadOnlyList<NoteStatistic> All { get; } =
    [
        new("intervals", "semitones", Intervals.Distribution),
        new("noteLengths", "steps", NoteLengths.Distribution),
        new("pitchClasses", "pitch classes from C", PitchUse.PitchClassDistribution),
        new("onsetPositions", "steps after the bar line", OnsetPositions.Distribution),
    ];
}
