using System.Globalization;
using Tunesmith.Music;

namespace Tunesmith.Pictures.Rolls;

/// <summary>
/// The words above a line: the numbers of its bars, its meters and tempi, and where the primer ends. A word that would touch the one before
/// it is left out.
/// </summary>
internal static class RollMarks
{
    private const double Size = PictureFrame.TextSize;
    private const double Gap = 6;
    private const double QuarterSign = 9; // the width of the note before a tempo

    private static readonly long[] Strides = [1, 2, 4, 5, 10, 20, 50, 100, 200, 500];

    /// <summary>The styles.</summary>
    public static void Style(PictureFrame frame)
    {
        frame.Rule(".ts-word", "font-weight:600");
        frame.Rule(".ts-end", "stroke-width:2.2;fill:none");
        frame.Colour(".ts-end", "stroke", PictureColour.Ink);
        frame.Colour(".ts-quarter", "fill", PictureColour.Ink);
    }

    /// <summary>Whether a meter or tempo is told above a line.</summary>
    public static bool HasChange(RollSystem system, Score score, bool isFirst) => Changes(system, score, isFirst).Any();

    /// <summary>Draws the words, and the line between primer and what was composed.</summary>
    /// <param name="svg">Where.</param>
    /// <param name="system">The line.</param>
    /// <param name="score">The song.</param>
    /// <param name="isFirst">Whether it is the first line, which tells meter and tempo though they do not change there.</param>
    /// <param name="boundary">The tick at which the primer ends; null where it does not end in this line.</param>
    /// <param name="right">Where the picture ends.</param>
    public static void Draw(SvgWriter svg, RollSystem system, Score score, bool isFirst, long? boundary, double right)
    {
        Numbers(svg, system, boundary is { } end ? system.XOf(end) : null, right);
        bool hasChange = HasChange(system, score, isFirst);
        if (hasChange)
        {
            MetersAndTempos(svg, system, score, isFirst, right);
        }

        if (boundary is { } tick)
        {
            Boundary(svg, system, system.XOf(tick), system.LaneBaseline(hasChange ? 2 : 1), right);
        }
    }

    private static void Numbers(SvgWriter svg, RollSystem system, double? boundary, double right)
    {
        double narrowest = system.Bars.Skip(1).SkipLast(1).Select(bar => bar.Length * system.TickWidth).DefaultIfEmpty(1000).Min();
        double widest = PictureText.Width(Text(system.Bars[^1].Number), Size) + Gap;
        long stride = Strides.FirstOrDefault(stride => stride * narrowest >= widest, 1000);
        double free = 0;
        foreach (RollBar bar in system.Bars)
        {
            double x = system.XOf(bar.Start);
            double end = x + PictureText.Width(Text(bar.Number), Size);
            if (boundary is { } line && x < line + 4 && end > line - 2)
            {
                (x, end) = (line + 4, end + line + 4 - x); // beside the line, not under it
            }

            if (x >= free && end <= right && (stride == 1 || bar.Number % stride == 0 || bar == system.Bars[0]))
            {
                svg.Text("text", Text(bar.Number), ("x", x), ("y", system.LaneBaseline(0)));
                free = end + Gap;
            }
        }
    }

    private static void MetersAndTempos(SvgWriter svg, RollSystem system, Score score, bool isFirst, double right)
    {
        double free = 0;
        string told = "";
        double y = system.LaneBaseline(1);
        foreach ((long tick, Meter? meter, double? tempo) in Changes(system, score, isFirst))
        {
            double x = system.XOf(tick);
            double meterWidth = meter is null ? 0 : PictureText.Width($"{meter}", Size) + Gap;
            string speed = tempo is { } quarters ? Math.Round(quarters).ToString("= 0", CultureInfo.InvariantCulture) : "";
            double end = x + meterWidth + (tempo is null ? 0 : QuarterSign + PictureText.Width(speed, Size));
            if (x < free || end > right || (meter is null && speed == told))
            {
                continue; // there is no room, or a tempo between that had none is over
            }

            told = tempo is null ? told : speed;
            if (meter is not null)
            {
                svg.Text("text", $"{meter}", ("class", "ts-word"), ("x", x), ("y", y));
            }

            if (tempo is not null)
            {
                Quarter(svg, x + meterWidth, y);
                svg.Text("text", speed, ("x", x + meterWidth + QuarterSign), ("y", y));
            }

            free = end + Gap;
        }
    }

    /// <summary>A quarter note, drawn: not every font has one.</summary>
    private static void Quarter(SvgWriter svg, double x, double baseline)
    {
        string at = $"{SvgWriter.Number(x)} {SvgWriter.Number(baseline)}";
        svg.Empty("path", ("class", "ts-quarter"), ("d", $"M{at}m.3-1.4c0-2.5 3.6-3.5 3.7-2.2v-5.4h1v7.7c0 2.5-4.7 2.8-4.7-.1z"));
    }

    private static void Boundary(SvgWriter svg, RollSystem system, double x, double y, double right)
    {
        new SvgPath().Vertical(x, y - Size, system.GridBottom).Draw(svg, "ts-end");
        double composed = Math.Min(x + 5, right - PictureText.Width("composed", Size));
        double primer = Math.Min(x - 5, composed - Gap);
        primer = Math.Max(primer, PictureText.Width("primer", Size));
        svg.Text("text", "primer", ("class", "ts-word"), ("x", primer), ("y", y), ("text-anchor", "end"));
        svg.Text("text", "composed", ("class", "ts-word"), ("x", Math.Max(composed, primer + Gap)), ("y", y));
    }

    /// <summary>The meters and tempi to tell: those that begin in a line, and in the first line those that hold at its start.</summary>
    private static IEnumerable<(long Tick, Meter? Meter, double? Tempo)> Changes(RollSystem system, Score score, bool isFirst)
    {
        SortedDictionary<long, (Meter? Meter, double? Tempo)> changes = [];
        if (isFirst)
        {
            changes[system.Start] = (system.Bars[0].Meter, score.Tempos.At(system.Start).QuartersPerMinute);
        }

        Meter before = score.Meters.At(Math.Max(0, system.Start - 1));
        foreach (MeterChange change in score.Meters.Changes.Where(change => change.Tick >= system.Start && change.Tick < system.End))
        {
            Meter holds = score.Meters.At(change.Tick);
            if (holds != before)
            {
                changes[change.Tick] = (holds, changes.GetValueOrDefault(change.Tick).Tempo);
            }

            before = holds;
        }

        double told = score.Tempos.At(Math.Max(0, system.Start - 1)).QuartersPerMinute;
        long after = isFirst ? system.Start : system.Start - 1;
        foreach (TempoChange change in score.Tempos.Changes.Where(change => change.Tick > after))
        {
            if (change.Tick >= system.End)
            {
                break;
            }

            double tempo = change.QuartersPerMinute;
            if (Math.Abs(tempo - told) >= 0.03 * told)
            {
                changes[change.Tick] = (changes.GetValueOrDefault(change.Tick).Meter, tempo);
                told = tempo;
            }
        }

        return changes.Select(change => (change.Key, change.Value.Meter, change.Value.Tempo));
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
