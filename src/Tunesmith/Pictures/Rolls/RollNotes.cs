using Tunesmith.Music;

namespace Tunesmith.Pictures.Rolls;

/// <summary>
/// The notes of a line. A part has a colour and a pattern of its own; how hard a note is struck shows in how full it is, from under half
/// for the softest up; a note of the primer is an outline. Drums are squares on their corners, at the time they are struck.
/// </summary>
internal sealed class RollNotes(PictureFrame frame, IReadOnlyList<RollPart> parts, long? composedFrom)
{
    private const double Outline = 0.8;
    private const double NoteGap = 0.8; // so that a note struck again is two
    private const double LeastWidth = 1.6;
    private const double DrumRadius = 3.6;

    private static readonly double[] Levels = [0.45, 0.65, 0.85]; // of the hardest stroke of the song

    private readonly int _hardest = parts.SelectMany(part => part.Notes).Select(note => note.Velocity).DefaultIfEmpty(127).Max();

    private int _marksLeft = PianoRollOptions.MostMarks;

    /// <summary>How many notes of the lines drawn so far were left out, for they were too many.</summary>
    public long LeftOut { get; private set; }

    /// <summary>The class of the look of a part.</summary>
    public static string StyleOf(int part) => FormattableString.Invariant($"ts-p{part % PictureFill.Count}");

    /// <summary>The styles.</summary>
    public void Style()
    {
        PictureFill.Style(frame, Math.Min(parts.Count, PictureFill.Count), "ts-p");
        frame.Rule(".ts-notes", $"stroke-width:{SvgWriter.Number(Outline)}");
        for (int level = 0; level < Levels.Length; level++)
        {
            frame.Rule($".ts-v{level}", $"fill-opacity:{SvgWriter.Number(0.4 + (0.2 * level))}");
        }

        frame.Rule(".ts-primer", "fill-opacity:.1");
    }

    /// <summary>Draws the notes of a line.</summary>
    public void Draw(SvgWriter svg, RollSystem system)
    {
        for (int part = 0; part < parts.Count; part++)
        {
            ILookup<string, RollMark> marks = Within(Marks(parts[part], system)).ToLookup(mark => mark.Look);
            foreach (IGrouping<string, RollMark> look in marks.OrderBy(group => group.Key, StringComparer.Ordinal))
            {
                string style = $"ts-notes {StyleOf(part)} {look.Key}".TrimEnd();
                if (parts[part].IsDrums)
                {
                    Drums(svg, system, look, style);
                    continue;
                }

                svg.Open("g", ("class", style));
                foreach (RollMark mark in look)
                {
                    Rectangle(svg, system, mark);
                }

                svg.Close();
            }
        }
    }

    private static void Rectangle(SvgWriter svg, RollSystem system, RollMark mark)
    {
        double left = system.XOf(mark.From);
        double right = Math.Max(left + LeastWidth, system.XOf(mark.To) - NoteGap);
        svg.Empty(
            "rect",
            ("x", left + (Outline / 2)),
            ("y", system.YOf(mark.Pitch.Number) + Outline),
            ("width", right - left - Outline),
            ("height", system.RowHeight - (2 * Outline)));
    }

    private static void Drums(SvgWriter svg, RollSystem system, IEnumerable<RollMark> marks, string style)
    {
        SvgPath path = new();
        foreach (RollMark mark in marks)
        {
            int row = 0;
            while (system.Drums[row] != mark.Pitch)
            {
                row++;
            }

            path.Diamond(system.XOf(mark.From), system.DrumMiddle(row), DrumRadius);
        }

        path.Draw(svg, style);
    }

    private IEnumerable<RollMark> Marks(RollPart part, RollSystem system)
    {
        foreach (Note note in part.Notes)
        {
            if (note.Onset >= system.End)
            {
                break;
            }

            if (part.IsDrums ? note.Onset >= system.Start : system.Has(note))
            {
                long from = Math.Max(note.Onset, system.Start);
                long to = Math.Min(Math.Max(note.End, note.Onset + 1), system.End);
                string own = LevelOf(note);
                if (composedFrom is not { } boundary || from >= boundary)
                {
                    yield return new RollMark(from, to, note.Pitch, own);
                }
                else if (part.IsDrums || to <= boundary)
                {
                    yield return new RollMark(from, to, note.Pitch, "ts-primer");
                }
                else
                {
                    yield return new RollMark(from, boundary, note.Pitch, "ts-primer");
                    yield return new RollMark(boundary, to, note.Pitch, own);
                }
            }
        }
    }

    private IEnumerable<RollMark> Within(IEnumerable<RollMark> marks)
    {
        foreach (RollMark mark in marks)
        {
            if (_marksLeft > 0)
            {
                _marksLeft--;
                yield return mark;
            }
            else
            {
                LeftOut++;
            }
        }
    }

    private string LevelOf(Note note)
    {
        int level = Array.FindIndex(Levels, share => note.Velocity < share * _hardest);
        return level < 0 ? "" : FormattableString.Invariant($"ts-v{level}");
    }

    /// <summary>A note, or a piece of one, in one line.</summary>
    private readonly record struct RollMark(long From, long To, Pitch Pitch, string Look);
}
