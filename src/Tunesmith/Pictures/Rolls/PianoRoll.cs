using Tunesmith.Music;
using static System.FormattableString;

namespace Tunesmith.Pictures.Rolls;

/// <summary>
/// A song as a piano roll: time runs to the right and pitch upwards; lines of whole bars stand below each other. Drawing never takes more
/// than <see cref="PianoRollOptions.MostBars"/> bars and <see cref="PianoRollOptions.MostMarks"/> marks; what is left out is counted in the
/// picture.
/// </summary>
public sealed class PianoRoll
{
    private const string Kind = "Piano roll";
    private const double FooterHeight = 20;

    private PianoRoll(Picture picture, RollLayout layout, IReadOnlyList<RollSpan> spans, long notesLeftOut)
    {
        Picture = picture;
        Bars = layout.Total;
        FirstBar = layout.Systems.Count == 0 ? 0 : layout.Systems[0].Bars[0].Number;
        LastBar = layout.Systems.Count == 0 ? 0 : layout.Systems[^1].Bars[^1].Number;
        Spans = spans;
        NotesLeftOut = notesLeftOut;
    }

    /// <summary>The picture.</summary>
    public Picture Picture { get; }

    /// <summary>How many bars the song has, an upbeat and a last bar cut short counted.</summary>
    public long Bars { get; }

    /// <summary>The first bar drawn; 0 where none is.</summary>
    public long FirstBar { get; }

    /// <summary>The last bar drawn; 0 where none is.</summary>
    public long LastBar { get; }

    /// <summary>How many notes of these bars are left out, because a bar has more than a picture holds.</summary>
    public long NotesLeftOut { get; }

    /// <summary>
    /// Where a playhead stands when: from one span to the next, in order of time. They end where the music drawn ends, and it may have
    /// begun before the first.
    /// </summary>
    public IReadOnlyList<RollSpan> Spans { get; }

    /// <summary>Writes the picture to a file, whole or not at all.</summary>
    /// <param name="path">Where; a file that is there is replaced.</param>
    public void Save(string path) => Picture.Save(path);

    /// <summary>Draws a song.</summary>
    /// <param name="score">The song.</param>
    /// <param name="options">What of it, and how; all of it in lines of bars where null.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static PianoRoll Draw(Score score, PianoRollOptions? options = null)
    {
        options ??= new PianoRollOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.FirstBar, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.LastBar, options.FirstBar, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.QuarterWidth ?? 4, 4, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.QuarterWidth ?? 4, 200, nameof(options));
        PictureFrame frame = new(options);
        IReadOnlyList<RollPart> parts = RollPart.Of(score);
        RollLegend legend = new(parts, frame.Top, options.Width - PictureFrame.Margin);
        RollLayout layout = new(score, parts, options, legend);
        RollNotes notes = new(frame, parts, options.ComposedFrom);
        RollAxis.Style(frame);
        RollMarks.Style(frame);
        notes.Style();
        frame.Rule(".ts-more", "font-style:italic");

        // The content comes first, for it tells what is left out, and so how high the picture is.
        SvgWriter content = new();
        PictureFill.Define(content, frame, Math.Min(parts.Count, PictureFill.Count));
        legend.Draw(content);
        for (int index = 0; index < layout.Systems.Count; index++)
        {
            RollSystem system = layout.Systems[index];
            long? boundary = layout.HasBoundary(system) ? options.ComposedFrom : null;
            RollAxis.Draw(content, system, score.TicksPerQuarter);
            notes.Draw(content, system);
            RollMarks.Draw(content, system, score, index == 0, boundary, layout.Width - PictureFrame.Margin);
        }

        double height = layout.Bottom + PictureFrame.Margin;
        foreach (string line in Footer(layout, notes.LeftOut)
            .SelectMany(sentence => PictureText.Lines(sentence, PictureFrame.TextSize, layout.Width - (2 * PictureFrame.Margin))))
        {
            content.Text("text", line, ("class", "ts-more"), ("x", PictureFrame.Margin), ("y", height + 4));
            height += FooterHeight;
        }

        SvgWriter svg = new();
        frame.Open(svg, layout.Width, height, Kind, Describe(score, layout, options));
        svg.Append(content);
        svg.Close();
        Picture picture = new(svg.ToString(), layout.Width, height);
        return new PianoRoll(picture, layout, [.. SpansOf(score, layout)], notes.LeftOut);
    }

    /// <summary>Where a playhead stands at a time; before the first span at its left end, after the last at its right.</summary>
    /// <param name="seconds">From the start of the song.</param>
    /// <returns>The place; null where nothing is drawn.</returns>
    public RollPlace? PlaceAt(double seconds)
    {
        if (Spans.Count == 0)
        {
            return null;
        }

        RollSpan span = Spans.LastOrDefault(span => span.FromSeconds <= seconds, Spans[0]);
        double share = Math.Clamp((seconds - span.FromSeconds) / (span.ToSeconds - span.FromSeconds), 0, 1);
        return new RollPlace(span.Left + (share * (span.Right - span.Left)), span.Top, span.Bottom);
    }

    /// <summary>The time of a place, as where someone clicks: in the line nearest to it, and there at its x.</summary>
    /// <param name="x">From the left, in units of the view box.</param>
    /// <param name="y">From the top.</param>
    /// <returns>Seconds from the start of the song; null where nothing is drawn.</returns>
    public double? SecondsAt(double x, double y)
    {
        if (Spans.Count == 0)
        {
            return null;
        }

        double top = Spans.MinBy(span => Math.Max(0, Math.Max(span.Top - y, y - span.Bottom))).Top;
        RollSpan[] line = [.. Spans.Where(span => span.Top == top)];
        RollSpan found = line.LastOrDefault(span => span.Left <= x, line[0]);
        double share = Math.Clamp((x - found.Left) / (found.Right - found.Left), 0, 1);
        return found.FromSeconds + (share * (found.ToSeconds - found.FromSeconds));
    }

    private static IEnumerable<RollSpan> SpansOf(Score score, RollLayout layout)
    {
        RollClock clock = new(score);
        foreach (RollSystem system in layout.Systems)
        {
            long from = system.Start;
            foreach (long to in clock.ChangesBetween(system.Start, system.End).Append(system.End))
            {
                bool isWide = system.XOf(to) - system.XOf(from) >= 1 || to == system.End;
                double start = clock.SecondsAt(from);
                double end = clock.SecondsAt(to);
                if (isWide && end > start)
                {
                    yield return new RollSpan(start, end, system.XOf(from), system.XOf(to), system.GridTop, system.GridBottom);
                    from = to;
                }
            }
        }
    }

    private static IEnumerable<string> Footer(RollLayout layout, long notesLeftOut)
    {
        long more = layout.Total - (layout.Systems.Count == 0 ? 0 : layout.Systems[^1].Bars[^1].Number);
        if (layout.Total == 0)
        {
            yield return "no notes";
        }
        else if (layout.Systems.Count == 0)
        {
            yield return Invariant($"none of these bars: the song has {layout.Total:N0}");
        }
        else if (more > 0)
        {
            yield return Invariant($"... and {more:N0} more {(more == 1 ? "bar" : "bars")}");
        }

        if (notesLeftOut > 0)
        {
            yield return Invariant($"... and {notesLeftOut:N0} more {(notesLeftOut == 1 ? "note" : "notes")} in these bars");
        }
    }

    private static string Describe(Score score, RollLayout layout, PianoRollOptions options)
    {
        if (layout.Systems.Count == 0)
        {
            return "A piano roll without notes.";
        }

        (RollBar first, RollBar last) = (layout.Systems[0].Bars[0], layout.Systems[^1].Bars[^1]);
        List<string> sentences =
        [
            Invariant($"A piano roll of bars {first.Number:N0} to {last.Number:N0} of {layout.Total:N0}, in {first.Meter}."),
            "Time runs to the right, pitch upwards.",
        ];
        Note[] pitched = [.. layout.Parts.Where(part => !part.IsDrums).SelectMany(part => part.Notes)];
        int drums = layout.Parts.Where(part => part.IsDrums).Sum(part => part.Notes.Count);
        if (pitched.Length > 0)
        {
            sentences.Add(Invariant(
                $"The song has {pitched.Length:N0} notes from {pitched.Min(note => note.Pitch)} to {pitched.Max(note => note.Pitch)}."));
        }

        if (drums > 0)
        {
            sentences.Add(Invariant($"Drums are marks on rows of their own below, {drums:N0} in the song."));
        }

        if (layout.Parts.Count > 1)
        {
            string names = string.Join("; ", layout.Parts.Take(16).Select(part => part.Name));
            sentences.Add(Invariant($"Its {layout.Parts.Count} parts: {names}{(layout.Parts.Count > 16 ? "; and others" : "")}."));
        }

        if (options.ComposedFrom is { } tick && tick > 0)
        {
            double bars = score.Meters.BarsBefore(tick, score.TicksPerQuarter);
            sentences.Add(Invariant($"What sounds in the first {bars:0.##} bars is the primer, drawn as outlines; ")
                + "what follows was composed.");
        }

        return string.Join(' ', sentences);
    }
}
