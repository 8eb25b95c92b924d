namespace Tunesmith.Analysis.Statistics;

/// <summary>
/// How the statistics of many songs are distributed: a corpus, or what a model has composed. The songs should be on one grid.
/// </summary>
public sealed class SongSetStatistics
{
    /// <summary>Puts songs together.</summary>
    /// <param name="songs">The statistics of each.</param>
    public SongSetStatistics(IReadOnlyCollection<SongStatistics> songs)
    {
        Songs = songs.Count;
        Distributions = [.. Statistic.All.Select((statistic, index) =>
            new Distribution(songs.Select(song => song.Values[index]), statistic.BinWidth))];
        Histograms = [.. NoteStatistic.All.Select((_, index) => Histogram.Sum(songs.Select(song => song.Histograms[index])))];
    }

    /// <summary>How many songs there are.</summary>
    public int Songs { get; }

    /// <summary>The distribution over songs of each of <see cref="Statistic.All"/>, in that order.</summary>
    public IReadOnlyList<Distribution> Distributions { get; }

    /// <summary>The distribution over songs of a statistic.</summary>
    /// <param name="statistic">One of <see cref="Statistic.All"/>.</param>
    /// <exception cref="ArgumentException">It is none of those.</exception>
    public Distribution this[Statistic statistic] => Distributions[statistic.Place];

    /// <summary>Each of <see cref="NoteStatistic.All"/>, in that order, the notes of all songs counted together.</summary>
    public IReadOnlyList<Histogram> Histograms { get; }

    /// <summary>A statistic's histogram of the notes of all songs counted together.</summary>
    /// <param name="statistic">One of <see cref="NoteStatistic.All"/>.</param>
    public Histogram this[NoteStatistic statistic] => Histograms[statistic.Place];

    /// <summary>
    /// How far out in this set a song lies: the mean of <see cref="Distribution.Outlyingness"/>, <c>|songs below - songs above| /
    /// songs</c>, over the statistics that both the song and the set have. 0 where it is in the middle of every one, 1 where it lies
    /// outside of all; about 1/2 for a song of the set, so that less is more typical and much more is strange. A song without a note has 1.
    /// Null where song and set have no statistic in common.
    /// </summary>
    /// <remarks>It goes by ranks: neither units nor bins matter, and a single strange song of the set pulls at nothing.</remarks>
    public double? DistanceOf(SongStatistics song)
    {
        if (!song.HasNotes)
        {
            return 1;
        }

        double[] distances = [.. song.Values
            .Zip(Distributions, (value, distribution) => value is { } known ? distribution.Outlyingness(known) : null)
            .OfType<double>()];
        return distances.Length == 0 ? null : distances.Sum() / distances.Length;
    }
}
