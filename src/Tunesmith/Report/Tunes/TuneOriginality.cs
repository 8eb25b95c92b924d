using Tunesmith.Analysis.Originality;
using Tunesmith.Pictures;
using Tunesmith.Report.Html;
using static System.FormattableString;

namespace Tunesmith.Report.Tunes;

/// <summary>What a tune shares with the songs learned from, in a few honest sentences, with the longest passages to look up.</summary>
internal sealed class TuneOriginality
{
    private const int MostPassages = 10;
    private const int LongestName = 100;
    private const int Furniture = 1_500; // about how much markup and words stand around the passages
    private const int Line = 200;
    private const int LongestSign = 6; // bytes of a sign of a text, such as &quot;

    private readonly OriginalityReport _report;
    private readonly SharedPassage[] _passages;

    /// <summary>Takes the first of the passages.</summary>
    public TuneOriginality(OriginalityReport report)
    {
        _report = report;
        _passages = [.. report.Passages.Take(MostPassages)];
    }

    /// <summary>About how many bytes it takes.</summary>
    public int Length => Furniture + _passages.Sum(passage => Line + (LongestSign * Cut(passage.Name).Length));

    /// <summary>Writes it.</summary>
    public void Write(HtmlWriter html)
    {
        html.Element("p", string.Join(' ', Sentences()), ("class", "about"));
        if (_passages.Length > 0)
        {
            html.Open("details").Element("summary", "The passages that it shares").Open("ul", ("class", "names"));
            foreach (SharedPassage passage in _passages)
            {
                string place = $"{Words.Count(passage.Notes, "note")}, {Bars(passage.Bars)}; there {Bars(passage.OtherBars)}";
                html.Open("li").Element("span", Cut(passage.Name)).Text(" ");
                html.Element("span", $"{place}; {passage.Difference}", ("class", "remark")).Close();
            }

            html.Close();
            int more = _report.Passages.Count - _passages.Length;
            if (more > 0)
            {
                html.Element("p", Invariant($"… and one with each of {Words.Count(more, "more song")}"));
            }

            html.Close();
        }
    }

    private IEnumerable<string> Sentences()
    {
        string least = Invariant($"{OriginalityIndex.LeastNotes} notes in a row or more");
        yield return _passages is [{ } longest, ..]
            ? $"It shares {Words.Count(longest.Notes, "note")} in a row with {Cut(longest.Name)}, {Bars(longest.Bars)}; "
                + Invariant($"{100 * _report.CoveredShare:0} % of its notes lie in passages of {least} that some song has.")
            : _report.LongestSharedNotes > 0
                ? $"It shares at most {Words.Count(_report.LongestSharedNotes, "note")} in a row with any song that it learned from."
                : "It shares no passage with any song that it learned from.";
        if (_report.Standing is { RealSongs: > 0 } standing)
        {
            yield return $"{char.ToUpperInvariant(standing.InWords[0])}{standing.InWords[1..]}.";
        }
    }

    private static string Bars((int First, int Last) bars) =>
        bars.First == bars.Last ? Invariant($"bar {bars.First}") : Invariant($"bars {bars.First}–{bars.Last}");

    private static string Cut(string name) => PictureText.Name(name, LongestName);
}
