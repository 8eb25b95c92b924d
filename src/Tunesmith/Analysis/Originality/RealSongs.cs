namespace Tunesmith.Analysis.Originality;

/// <summary>
/// What real songs have in common by accident, and where a song stands among them. A song is ranked twice, by its longest passage and by
/// its covered share, and T is the higher of both ranks: the number of songs strictly below it. That higher one is not itself the
/// rank of a song among real ones, as many have a high rank in one figure; so T is compared with the T of each real song, all
/// ranked together with the song judged. Were that song one more of the real ones, every share of real songs below it would be equally
/// likely, up to ties.
/// </summary>
internal sealed class RealSongs
{
    private readonly OriginalityFigures[] _songs;
    private readonly int[] _longest; // ascending
    private readonly double[] _covered; // ascending
    private readonly (int Longest, int Covered)[] _below; // of each song

    /// <summary>Takes the figures of real songs, each against those of other titles.</summary>
    public RealSongs(IEnumerable<OriginalityFigures> songs)
    {
        _songs = [.. songs];
        _longest = [.. _songs.Select(song => song.LongestSharedNotes).Order()];
        _covered = [.. _songs.Select(song => song.CoveredShare).Order()];
        _below = Array.ConvertAll(_songs, song => (FirstFrom(_longest, song.LongestSharedNotes), FirstFrom(_covered, song.CoveredShare)));
    }

    /// <summary>How many there are.</summary>
    public int Count => _songs.Length;

    /// <summary>The figure of the real song that so much of them lies at or below.</summary>
    /// <param name="share">0 to 1: 0.5 for the one in the middle.</param>
    public OriginalityFigures Quantile(double share)
    {
        int index = Math.Clamp((int)Math.Ceiling(share * Count) - 1, 0, Count - 1);
        return new OriginalityFigures(_longest[index], _covered[index]);
    }

    /// <summary>Where a song stands.</summary>
    public OriginalityStanding Place(OriginalityFigures figures)
    {
        int longer = FirstFrom(_longest, figures.LongestSharedNotes);
        int covered = FirstFrom(_covered, figures.CoveredShare);
        int own = Math.Max(longer, covered);
        int more = 0;
        int same = 0;
        for (int song = 0; song < _songs.Length; song++)
        {
            int longerThan = _below[song].Longest + (figures.LongestSharedNotes < _songs[song].LongestSharedNotes ? 1 : 0);
            int coveredThan = _below[song].Covered + (figures.CoveredShare < _songs[song].CoveredShare ? 1 : 0);
            int real = Math.Max(longerThan, coveredThan);
            more += real < own ? 1 : 0;
            same += real == own ? 1 : 0;
        }

        return new OriginalityStanding(Count) { MoreAlikeThan = more, AsAlikeAs = same, LongerThan = longer, CoveredMoreThan = covered };
    }

    private static int FirstFrom<T>(T[] ascending, T value)
        where T : IComparable<T>
    {
        (int low, int high) = (0, ascending.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = ascending[middle].CompareTo(value) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
