namespace Tunesmith.Analysis.Statistics;

/// <summary>A statistic that gives a song a histogram of its notes.</summary>
public sealed record NoteStatistic
{
    private NoteStatistic(string name, string unit, Func<SongNotes, Histogram> measure) => (Name, Unit, Measure) = (name, unit, measure);

    /// <summary>Its name, as in JSON.</summary>
    public string Name { get; }

    /// <summary>What its bins count.</summary>
    public string Unit { get; }

    /// <summary>Gives the histogram of a song; empty where it has none.</summary>
    public Func<SongNotes, Histogram> Measure { get; }

    /// <summary>Every one there is for melodies.</summary>
    public static IReadOnlyList<NoteStatistic> All { get; } =
    [
        new("intervals", "semitones", Intervals.Distribution),
        new("noteLengths", "steps", NoteLengths.Distribution),
        new("pitchClasses", "pitch classes from C", PitchUse.PitchClassDistribution),
        new("onsetPositions", "steps after the bar line", OnsetPositions.Distribution),
    ];

    /// <summary>The statistic of a name.</summary>
    /// <param name="name">Such as <c>pitchClasses</c>.</param>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static NoteStatistic ByName(string name) =>
        All.FirstOrDefault(statistic => statistic.Name == name) ?? throw new ArgumentException(
            $"Expected one of {string.Join(", ", All.Select(statistic => statistic.Name))}; found {name}.", nameof(name));

    /// <summary>The place of this statistic in <see cref="All"/>; there are no others.</summary>
    internal int Place => Enumerable.Range(0, All.Count).First(place => All[place] == this);
}
