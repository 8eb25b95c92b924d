namespace Tunesmith.Analysis.Statistics;

/// <summary>A statistic that gives a song one number.</summary>
public sealed record Statistic
{
    private const double ShareWidth = 0.05;

    private Statistic(string name, string unit, double binWidth, Func<SongNotes, double?> measure) =>
        (Name, Unit, BinWidth, Measure) = (name, unit, binWidth, measure);

    /// <summary>Its name, as in JSON.</summary>
    public string Name { get; internal init; }

    /// <summary>What it counts in; empty for a share of a whole.</summary>
    public string Unit { get; }

    /// <summary>The width of the bins by which the values of two sets of songs are compared.</summary>
    public double BinWidth { get; }

    /// <summary>Gives the number of a song; null where it has none, and never not-a-number.</summary>
    public Func<SongNotes, double?> Measure { get; }

    /// <summary>Every one there is for melodies.</summary>
    public static IReadOnlyList<Statistic> All { get; } =
    [
        new("pitchRange", "semitones", 2, PitchUse.Range),
        new("pitchesUsed", "pitches", 1, song => PitchUse.Pitches(song)),
        new("pitchClassesUsed", "pitch classes", 1, song => PitchUse.PitchClasses(song)),
        new("pitchEntropy", "bits", 0.25, PitchEntropy.OfPitches),
        new("pitchClassEntropy", "bits", 0.25, PitchEntropy.OfPitchClasses),
        new("scaleConsistency", "", ShareWidth, ScaleConsistency.Of),
        new("intervalSize", "semitones", 0.5, Intervals.MeanSize),
        new("leapRate", "", ShareWidth, Intervals.LeapRate),
        new("noteLength", "quarters", 0.125, NoteLengths.Mean),
        new("emptyBeatRate", "", ShareWidth, EmptyRate.OfBeats),
        new("emptyMeasureRate", "", ShareWidth, EmptyRate.OfMeasures),
        new("grooveConsistency", "", ShareWidth, GrooveConsistency.Of),
        new("repetitionAfter1Bar", "", ShareWidth, song => LagRepetition.Of(song, 1)),
        new("repetitionAfter2Bars", "", ShareWidth, song => LagRepetition.Of(song, 2)),
        new("repetitionAfter4Bars", "", ShareWidth, song => LagRepetition.Of(song, 4)),
        new("repetitionAfter8Bars", "", ShareWidth, song => LagRepetition.Of(song, 8)),
    ];

    /// <summary>The statistic of a name.</summary>
    /// <param name="name">Such as <c>pitchEntropy</c>.</param>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static Statistic ByName(string name) => All.FirstOrDefault(statistic => statistic.Name == name) ?? throw new ArgumentException(
        $"Expected one of {string.Join(", ", All.Select(statistic => statistic.Name))}; found {name}.", nameof(name));

    /// <summary>The place of this statistic in <see cref="All"/>.</summary>
    /// <exception cref="ArgumentException">It is none of those.</exception>
    internal int Place
    {
        get
        {
            for (int place = 0; place < All.Count; place++)
            {
                if (All[place] == this)
                {
                    return place;
                }
            }

            throw new ArgumentException($"Expected one of Statistic.All, found {Name}.");
        }
    }
}
