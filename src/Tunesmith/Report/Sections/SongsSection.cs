using Tunesmith.Corpus;
using Tunesmith.Pictures;
using Tunesmith.Report.Html;
using static System.FormattableString;

namespace Tunesmith.Report.Sections;

/// <summary>What was learned from, what was left out and why, and what the songs are too few or too alike for.</summary>
internal static class SongsSection
{
    private const int MostNamed = 400;
    private const int MostRemarks = 12;
    private const int LongestName = 100;

    /// <summary>The section.</summary>
    public static IEnumerable<PageSection> Of(ReportSongs songs, string heading)
    {
        CorpusReport report = CorpusReport.Of(songs.Corpus);
        yield return new PageSection("songs", "Songs", heading, html => Write(html, songs, report));
    }

    private static void Write(HtmlWriter html, ReportSongs songs, CorpusReport report)
    {
        SongCorpus corpus = songs.Corpus;
        TermList.Write(html, Terms(songs, report));
        foreach (string remark in report.Remarks.Take(MostRemarks))
        {
            html.Element("p", Sentence(remark), ("class", "note"));
        }

        WriteReasons(html, "Left out", "file", report.LeftOut, corpus.Options);
        WriteReasons(html, "Used in part", "song", report.Missing, corpus.Options);
        WriteNames(
            html, Invariant($"The {Words.Count(corpus.Songs.Count, "song")}"), corpus.Songs, song => Words.Count(song.Steps, "step"));
        CorpusFile[] left = [.. corpus.Files.Where(file => !file.IsUsed)];
        WriteNames(html, Invariant($"The {Words.Count(left.Length, "file")} left out"), left, file => file.Reason!);
        WriteTitles(html, songs.HeldOutTitles);
    }

    private static IEnumerable<(string Term, string Meaning)> Terms(ReportSongs songs, CorpusReport report)
    {
        CorpusTotals totals = report.Totals;
        int left = songs.Corpus.Files.Count - totals.Songs;
        string leftOut = left == 0 ? "none left out" : Invariant($"{left:N0} of {Words.Count(songs.Corpus.Files.Count, "file")} left out");
        yield return ("Source", songs.Corpus.Source);
        yield return ("Songs", Invariant($"{totals.Songs:N0}, {leftOut}"));
        yield return ("Titles", Invariant($"{report.Titles.Groups.Count:N0}") + HeldOut(songs.HeldOutTitles.Count));
        yield return ("Length", Invariant($"{Words.Count(totals.Steps, "step")}, {Words.Clock(totals.Seconds)} of music"));
        if (totals is { Lowest: { } lowest, Highest: { } highest })
        {
            yield return ("Range", $"{lowest} to {highest}");
        }

        yield return ("Meters", string.Join(", ", totals.Meters.Take(8).Select(meter => Invariant($"{meter.Key} in {meter.Value:N0}")))
            + (totals.Meters.Count > 8 ? ", and others" : ""));
    }

    private static string HeldOut(int titles) =>
        titles == 0 ? "" : Invariant($", of which {titles:N0} kept from the network to judge it by");

    private static void WriteReasons(
        HtmlWriter html, string heading, string thing, IReadOnlyList<KeyValuePair<CorpusCause, int>> causes, CorpusOptions options)
    {
        if (causes.Count == 0)
        {
            return;
        }

        html.Element("h3", heading).Open("ul");
        foreach ((CorpusCause cause, int count) in causes)
        {
            html.Element("li", $"{Words.Count(count, thing)}: {CorpusReason.InCommon(cause, options)}");
        }

        html.Close();
    }

    private static void WriteNames(HtmlWriter html, string summary, IReadOnlyList<CorpusFile> files, Func<CorpusFile, string> remark)
    {
        if (files.Count == 0)
        {
            return;
        }

        html.Open("details").Element("summary", summary).Open("ul", ("class", "names"));
        foreach (CorpusFile file in files.Take(MostNamed))
        {
            html.Open("li").Element("span", Cut(file.Name)).Text(" ").Element("span", Cut(remark(file)), ("class", "remark")).Close();
        }

        html.Close();
        More(html, files.Count);
        html.Close();
    }

    private static void WriteTitles(HtmlWriter html, IReadOnlyList<string> titles)
    {
        if (titles.Count == 0)
        {
            return;
        }

        html.Open("details").Element("summary", Invariant($"The {Words.Count(titles.Count, "title")} kept from the network"));
        html.Open("ul", ("class", "names"));
        foreach (string title in titles.Take(MostNamed))
        {
            html.Element("li", Cut(title));
        }

        html.Close();
        More(html, titles.Count);
        html.Close();
    }

    private static void More(HtmlWriter html, int count)
    {
        if (count > MostNamed)
        {
            html.Element("p", Invariant($"… and {count - MostNamed:N0} more"));
        }
    }

    private static string Cut(string name) => PictureText.Name(name, LongestName);

    private static string Sentence(string remark) =>
        remark.Length == 0 ? remark : $"{char.ToUpperInvariant(remark[0])}{remark[1..].TrimEnd('.')}.";
}
