using System.Text;
using Tunesmith.Pictures.Rolls;
using Tunesmith.Report.Html;
using static System.FormattableString;

namespace Tunesmith.Report.Tunes;

/// <summary>
/// A tune's piano roll in two widths (<see cref="TwoWidths"/>), each with the stretches through which its playhead runs evenly.
/// </summary>
internal sealed class TuneRoll
{
    private const int MostBars = 96; // more would be a book, not a picture

    private readonly PianoRoll _wide;
    private readonly PianoRoll _narrow;

    /// <summary>Draws a tune.</summary>
    /// <param name="tune">The tune.</param>
    /// <param name="id">How the ids of its pictures begin.</param>
    public TuneRoll(ReportTune tune, string id)
    {
        _wide = Draw(tune, $"{id}-wide", TwoWidths.Wide);
        _narrow = Draw(tune, $"{id}-narrow", TwoWidths.Narrow);
    }

    /// <summary>About how many bytes it takes.</summary>
    public int Length => _wide.Picture.Svg.Length + _narrow.Picture.Svg.Length + (50 * (_wide.Spans.Count + _narrow.Spans.Count));

    /// <summary>How many bars the tune has.</summary>
    public long Bars => _wide.Bars;

    /// <summary>Writes both.</summary>
    public void Write(HtmlWriter html, string title)
    {
        html.Open(
            "div",
            ("class", "roll"),
            ("tabindex", "0"),
            ("role", "group"),
            ("aria-label", $"Piano roll of {title}: the space bar plays and stops, arrow keys move by a bar"));
        Write(html, _wide, "wide");
        Write(html, _narrow, "narrow");
        html.Close();
    }

    private static void Write(HtmlWriter html, PianoRoll roll, string style) => html
        .Open("div", ("class", style), ("data-spans", Spans(roll)))
        .Verbatim(roll.Picture.Svg)
        .Close();

    private static PianoRoll Draw(ReportTune tune, string id, double width) => PianoRoll.Draw(tune.Score, new PianoRollOptions
    {
        Title = tune.Title,
        ShowsTitle = false,
        Id = id,
        Width = width,
        HasPaper = false,
        ComposedFrom = tune.ComposedFrom,
        LastBar = MostBars,
    });

    // Rows of from, to, left, right, top, bottom.
    private static string Spans(PianoRoll roll)
    {
        StringBuilder rows = new();
        foreach (RollSpan span in roll.Spans)
        {
            rows.Append(rows.Length == 0 ? "" : ",");
            rows.Append(Invariant($"[{span.FromSeconds:0.####},{span.ToSeconds:0.####},{span.Left:0.##},{span.Right:0.##},"));
            rows.Append(Invariant($"{span.Top:0.##},{span.Bottom:0.##}]"));
        }

        return $"[{rows}]";
    }
}
