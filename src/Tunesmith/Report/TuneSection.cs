namespace Tunesmith.Report;

/// <summary>
/// The section of the tunes. What a page can hold is shared out beforehand: first the pictures and songs of as many tunes as fit, then the
/// sounds, in what is left.
/// </summary>
internal sealed class TuneSection
{
    // Of the bytes of a page: this much is kept for all that is not a tune, and this much at most is for what of a tune is not sound.
    private const int KeptForTheRest = 2_500_000;
    private const int MostForPictures = 6_000_000;

    private readonly IReadOnlyList<TunePlayer> _players;
    private readonly int _leftOut;

    private TuneSection(IReadOnlyList<TunePlayer> players, int leftOut)
    {
        _players = players;
        _leftOut = leftOut;
    }

    /// <summary>Draws the tunes and makes them sound.</summary>
    public static TuneSection Of(IReadOnlyList<ReportTune> tunes, int threads, CancellationToken cancellation)
    {
        List<TunePlayer> players = [];
        int length = 0;
        foreach (ReportTune tune in tunes)
        {
            cancellation.ThrowIfCancellationRequested();
            TunePlayer player = new(tune, players.Count + 1);
            if (length + player.Length > MostForPictures)
            {
                break;
            }

            length += player.Length;
            players.Add(player);
        }

        double[] limits = SoundShares.Of(
            [.. players.Select(player => player.Tune.Score.Seconds)], ReportPage.MostBytes - KeptForTheRest - length);
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, players.Count, parallel, index =>
            players[index].Sound = limits[index] > 0 ? TuneSound.Render(players[index].Tune.Score, limits[index], cancellation) : null);
        return new TuneSection(players, tunes.Count - players.Count);
    }

    /// <summary>The section; none where there are no tunes.</summary>
    public IEnumerable<PageSection> Sections()
    {
        if (_players.Count + _leftOut > 0)
        {
            yield return new PageSection("tunes", "Listen", _players.Count + _leftOut == 1 ? "The tune" : "The tunes", Write);
        }
    }

    private void Write(HtmlWriter html)
    {
        html.Element(
            "p",
            "Outlined notes are what a tune was begun with; the filled ones were composed. Click into a roll to hear from there. "
            + "While a tune has the focus, the space bar plays and stops it, the arrow keys move by a bar, and Home goes back to its start.",
            ("class", "hint"));
        if (_leftOut > 0)
        {
            html.Element(
                "p",
                Words.Say($"{Words.Count(_leftOut, "more tune")} would not fit: a page has at most {ReportPage.MostBytes / 1_000_000} MB."),
                ("class", "note"));
        }

        foreach (TunePlayer player in _players)
        {
            player.Write(html);
        }
    }
}
