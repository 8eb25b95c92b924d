using Tunesmith.Analysis.Originality;
using Tunesmith.Report.Html;
using Tunesmith.Report.Tunes;
using static System.FormattableString;

namespace Tunesmith.Report.Sections;

/// <summary>
/// The section of the tunes. What a page can hold is shared out beforehand: first the pictures and songs of as many tunes as fit, then the
/// sounds, in what is left.
/// </summary>
internal sealed class TuneSection
{
    private const int MostForPictures = 6_000_000; // bytes

    private readonly List<TunePlayer> _players = [];
    private readonly int _leftOut;

    /// <summary>Draws the tunes, as many as fit.</summary>
    public TuneSection(IReadOnlyList<ReportTune> tunes, CancellationToken cancellation)
    {
        int length = 0;
        foreach (ReportTune tune in tunes)
        {
            cancellation.ThrowIfCancellationRequested();
            TunePlayer player = new(tune, _players.Count + 1);
            length += player.Length;
            if (length > MostForPictures)
            {
                break;
            }

            _players.Add(player);
        }

        _leftOut = tunes.Count - _players.Count;
    }

    /// <summary>Makes the tunes sound, as much of them as there is room for.</summary>
    /// <param name="bytes">How many bytes the page has left for it.</param>
    /// <param name="threads">How many threads do it; the bytes do not depend on it.</param>
    /// <param name="cancellation">Stops it.</param>
    public void Render(long bytes, int threads, CancellationToken cancellation)
    {
        double[] limits = SoundShares.Of(
            [.. _players.Select(player => player.Tune.Score.Seconds)], Math.Max(0, bytes - _players.Sum(player => player.DeckLength)));
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, _players.Count, parallel, index => _players[index].Sound = limits[index] > 0
            ? TuneSound.Render(_players[index].Tune.Score, limits[index], cancellation)
            : null);
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
            + "While a tune has the focus, the space bar plays and stops it, the arrow keys move by a bar, and Home goes back to its "
            + "start.",
            ("class", "hint"));
        if (_leftOut > 0)
        {
            html.Element(
                "p",
                Invariant($"{Words.Count(_leftOut, "more tune")} would not fit: a page has at most {ReportPage.MostBytes / 1_000_000} MB."),
                ("class", "note"));
        }

        foreach (TunePlayer player in _players)
        {
            player.Write(html);
        }

        if (_players.Any(player => player.Tune.Originality is not null))
        {
            html.Element("p", OriginalityReport.NoClearance, ("class", "hint"));
        }
    }
}
