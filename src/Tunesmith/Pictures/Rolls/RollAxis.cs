using Tunesmith.Music;

namespace Tunesmith.Pictures.Rolls;

/// <summary>What stands behind the notes of a line: the keys with their names, the rows, the bar lines and the beats.</summary>
internal static class RollAxis
{
    private const double KeyWidth = 11;
    private const double LeastBeat = 5;
    private const double LeastBar = 3;

    /// <summary>The styles.</summary>
    public static void Style(PictureFrame frame)
    {
        frame.Colour(".ts-shade", "fill", PictureColour.Shade);
        frame.Colour(".ts-beat", "stroke", PictureColour.Faint);
        frame.Colour(".ts-bar", "stroke", PictureColour.Line);
        frame.Colour(".ts-keys", "stroke", PictureColour.Line);
        frame.Colour(".ts-black", "fill", PictureColour.Line);
        frame.Rule(".ts-beat,.ts-bar,.ts-keys", "fill:none;stroke-width:.8");
        frame.Rule(".ts-name", $"font-size:{SvgWriter.Number(PictureFrame.TextSize - 1)}px;text-anchor:end");
    }

    /// <summary>Draws them.</summary>
    public static void Draw(SvgWriter svg, RollSystem system, int ticksPerQuarter)
    {
        Rows(svg, system);
        Lines(svg, system, ticksPerQuarter);
        Keys(svg, system);
        Names(svg, system);
    }

    private static bool IsBlack(int pitch) => new Pitch(pitch).Class is 1 or 3 or 6 or 8 or 10;

    private static void Rows(SvgWriter svg, RollSystem system)
    {
        SvgPath shades = new();
        SvgPath octaves = new();
        for (int pitch = system.LowestRow; pitch <= system.HighestRow; pitch++)
        {
            if (IsBlack(pitch))
            {
                shades.Rectangle(system.Left, system.YOf(pitch), system.Right - system.Left, system.RowHeight);
            }
            else if (new Pitch(pitch).Class == 0 && pitch > system.LowestRow)
            {
                octaves.Horizontal(system.Left, system.Right, system.YOf(pitch - 1));
            }
        }

        for (int row = 1; row < system.Drums.Count; row++)
        {
            octaves.Horizontal(system.Left, system.Right, system.DrumTop + (row * RollSystem.DrumRowHeight));
        }

        shades.Draw(svg, "ts-shade");
        octaves.Draw(svg, "ts-beat");
    }

    private static void Lines(SvgWriter svg, RollSystem system, int ticksPerQuarter)
    {
        SvgPath beats = new();
        SvgPath bars = new();
        double last = double.NegativeInfinity;
        foreach (RollBar bar in system.Bars)
        {
            double barX = system.XOf(bar.Start);
            if (barX - last >= LeastBar)
            {
                bars.Vertical(barX, system.GridTop, system.GridBottom);
                last = barX;
            }

            double beatX = barX;
            foreach (double beat in bar.Beats(ticksPerQuarter))
            {
                if (system.XOf(beat) - beatX >= LeastBeat)
                {
                    beatX = system.XOf(beat);
                    beats.Vertical(beatX, system.GridTop, system.GridBottom);
                }
            }
        }

        bars.Vertical(system.Right, system.GridTop, system.GridBottom);
        beats.Draw(svg, "ts-beat");
        bars.Draw(svg, "ts-bar");
    }

    /// <summary>A strip of piano keys: black ones filled, lines where two white ones meet.</summary>
    private static void Keys(SvgWriter svg, RollSystem system)
    {
        if (system.Rows == 0)
        {
            return;
        }

        double left = system.Left - KeyWidth;
        SvgPath black = new();
        SvgPath edges = new();
        edges.Rectangle(left, system.GridTop, KeyWidth, system.PitchBottom - system.GridTop);
        for (int pitch = system.LowestRow; pitch <= system.HighestRow; pitch++)
        {
            if (IsBlack(pitch))
            {
                black.Rectangle(left, system.YOf(pitch), KeyWidth * 0.62, system.RowHeight);
                edges.Horizontal(left + (KeyWidth * 0.62), system.Left, system.YOf(pitch) + (system.RowHeight / 2));
            }
            else if (pitch > system.LowestRow && !IsBlack(pitch - 1))
            {
                edges.Horizontal(left, system.Left, system.YOf(pitch - 1));
            }
        }

        black.Draw(svg, "ts-black");
        edges.Draw(svg, "ts-keys");
    }

    private static void Names(SvgWriter svg, RollSystem system)
    {
        double x = system.Left - KeyWidth - 3;
        for (int pitch = system.HighestRow; pitch >= system.LowestRow; pitch--)
        {
            Pitch named = new(pitch);
            bool isNamed = named.Class == 0
                || (system.RowHeight >= 4 && named.Class is 4 or 7)
                || (system.RowHeight >= 6 && named.Class == 9);
            if (isNamed)
            {
                Name(svg, named.ToString(), x, system.YOf(pitch) + (system.RowHeight / 2));
            }
        }

        for (int row = 0; row < system.Drums.Count; row++)
        {
            Name(svg, GeneralMidi.DrumName(system.Drums[row]), system.Left - 5, system.DrumMiddle(row));
        }
    }

    private static void Name(SvgWriter svg, string name, double x, double middle) =>
        svg.Text("text", name, ("class", "ts-name"), ("x", x), ("y", middle + 3.2));
}
