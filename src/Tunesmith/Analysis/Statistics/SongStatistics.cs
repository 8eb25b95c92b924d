using Tunesmith.Music;

namespace Tunesmith.Analysis.Statistics;

/// <summary>All statistics of one song, worked out once.</summary>
/// <param name="Values">Its numbers, in the order of <see cref="Statistic.All"/>; null where the song has none.</param>
/// <param name="Histograms">Its histograms, in the order of <see cref="NoteStatistic.All"/>.</param>
/// <param name="HasNotes">Whether it has a note but for the drums'.</param>
public sealed record SongStatistics(IReadOnlyList<double?> Values, IReadOnlyList<Histogram> Histograms, bool HasNotes)
{
    /// <summary>The song's number of a statistic; null where it has none.</summary>
    /// <param name="statistic">One of <see cref="Statistic.All"/>.</param>
    /// <exception cref="ArgumentException">It is none of those.</exception>
    public double? this[Statistic statistic] => Values[statistic.Place];

    /// <summary>The song's histogram of a statistic; empty where it has none.</summary>
    /// <param name="statistic">One of <see cref="NoteStatistic.All"/>.</param>
    public Histogram this[NoteStatistic statistic] => Histograms[statistic.Place];

    /// <summary>The statistics of some notes.</summary>
    public static SongStatistics Of(SongNotes song) => new(
        [.. Statistic.All.Select(statistic => statistic.Measure(song))],
        [.. NoteStatistic.All.Select(statistic => statistic.Measure(song))],
        song.Pitched.Count > 0);

    /// <summary>The statistics of a melody.</summary>
    public static SongStatistics Of(Melody melody) => Of(SongNotes.Of(melody));

    /// <summary>The statistics of a whole song, all of its voices together.</summary>
    /// <param name="score">The song.</param>
    /// <param name="stepsPerQuarter">The steps in a quarter by which onsets and lengths are told apart where a statistic says so.</param>
    public static SongStatistics Of(Score score, int stepsPerQuarter = 4) => Of(SongNotes.Of(score, stepsPerQuarter));
}
