using Tunesmith.Music;
using Tunesmith.Report.Html;
using static System.FormattableString;

namespace Tunesmith.Report.Tunes;

/// <summary>The beginning of a tune as a band of coloured notes without lines and names: an ornament, hidden from screen readers.</summary>
internal static class TuneRibbon
{
    private const int MostNotes = 90;
    private const double Width = 1000;
    private const double Height = 84;
    private const double Thickness = 6;

    /// <summary>Writes the ribbon; nothing where the tune has no notes.</summary>
    public static void Write(HtmlWriter html, ReportTune tune)
    {
        Note[] notes =
        [
            .. tune.Score.Notes.Where(note => note.Channel != GeneralMidi.DrumChannel)
                .OrderBy(note => note.Onset).ThenBy(note => note.Pitch).Take(MostNotes),
        ];
        if (notes.Length == 0)
        {
            return;
        }

        double end = Math.Max(1, notes.Max(note => note.End));
        int lowest = notes.Min(note => note.Pitch.Number);
        double row = (Height - Thickness) / Math.Max(1, notes.Max(note => note.Pitch.Number) - lowest);
        html.Open("div", ("class", "ribbon"));
        html.Open("svg", ("viewBox", Invariant($"0 0 {Width} {Height}")), ("aria-hidden", "true"));
        foreach (Note note in notes)
        {
            double width = Math.Max(Thickness, (note.Length / end * Width) - 2);
            html.Void(
                "rect",
                ("class", note.Onset < tune.ComposedFrom ? "begun" : "new"),
                ("x", Invariant($"{note.Onset / end * Width:0.#}")),
                ("y", Invariant($"{Height - Thickness - ((note.Pitch.Number - lowest) * row):0.#}")),
                ("width", Invariant($"{width:0.#}")),
                ("height", Invariant($"{Thickness}")),
                ("rx", Invariant($"{Thickness / 2}")));
        }

        html.Close().Close();
    }
}
