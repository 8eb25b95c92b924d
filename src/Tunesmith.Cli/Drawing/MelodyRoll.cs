using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;
using Tunesmith.Music;

namespace Tunesmith.Cli.Drawing;

/// <summary>
/// A melody as a piano roll: time runs to the right, one column a step; pitch runs upwards and is named on the left; bars are numbered
/// above their bar lines. What does not fit the width goes on below. With colour a row holds two pitches a semitone apart, as half
/// blocks, and a note starts with a brighter step; without colour a row holds one pitch, <c>O</c> starts a note and <c>=</c> holds it.
/// What the melody was begun with is grey, without colour <c>o</c> and <c>-</c>.
/// </summary>
/// <param name="melody">The melody.</param>
internal sealed class MelodyRoll(Melody melody) : Renderable
{
    private const int AxisWidth = 5; // "C#-1 "

    /// <summary>The first step drawn, one at which a bar begins. Default: 0.</summary>
    public int FirstStep { get; init; }

    /// <summary>Steps drawn from there; a last line tells how many are left out. Default: all.</summary>
    public int MaxSteps { get; init; } = int.MaxValue;

    /// <summary>Steps at the beginning that the melody was begun with, before it goes on with its own. Default: none.</summary>
    public int BegunWith { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        int end = FirstStep + Math.Min(melody.Length - FirstStep, MaxSteps);
        if (Range(end) is not { } range)
        {
            string silence = end == FirstStep ? "(empty)" : $"({end - FirstStep} steps of silence)";
            return new SegmentRow().Add(silence, DrawingStyle.Guide).End();
        }

        Pen pen = options.HasColour() && options.HasBlocks() ? Pen.HalfBlocks : Pen.Letters;
        List<Segment> segments = [];
        List<int> barStarts = [.. Enumerable.Range(0, end).Where(StartsBar)];
        foreach ((int start, int stop) in Systems(barStarts, end, Math.Max(2, maxWidth - AxisWidth - 1)))
        {
            segments.AddRange(BarNumbers(barStarts, start, stop));
            int top = range.Highest - (range.Highest % pen.PitchesPerRow);
            for (int pitch = top; pitch > range.Lowest - pen.PitchesPerRow; pitch -= pen.PitchesPerRow)
            {
                segments.AddRange(Row(pen, pitch, start, stop));
            }
        }

        if (end < melody.Length)
        {
            segments.AddRange(new SegmentRow().Add($"... and {melody.Length - end} more steps", DrawingStyle.Guide).End());
        }

        return segments;
    }

    /// <summary>Cuts the melody into lines, at bar lines where a bar fits the width. A bar takes a column for its line.</summary>
    private IEnumerable<(int Start, int End)> Systems(List<int> barStarts, int length, int width)
    {
        int start = FirstStep;
        int used = 0;
        for (int bar = barStarts.FindIndex(step => step >= FirstStep); bar >= 0 && bar < barStarts.Count; bar++)
        {
            int barStart = barStarts[bar];
            int barEnd = bar + 1 < barStarts.Count ? barStarts[bar + 1] : length;
            if (used > 0 && used + 1 + barEnd - barStart > width)
            {
                yield return (start, barStart);
                start = barStart;
                used = 0;
            }

            used += 1 + barEnd - barStart;
            while (used > width)
            {
                int fitting = width - 1;
                yield return (start, start + fitting);
                start += fitting;
                used = 1 + barEnd - start;
            }
        }

        if (start < length)
        {
            yield return (start, length);
        }
    }

    private static IEnumerable<Segment> BarNumbers(List<int> barStarts, int start, int end)
    {
        string numbers = new(' ', AxisWidth);
        int linesBefore = 0;
        for (int bar = 0; bar < barStarts.Count; bar++)
        {
            if (barStarts[bar] < start || barStarts[bar] >= end)
            {
                continue;
            }

            int column = AxisWidth + barStarts[bar] - start + linesBefore++;
            if (numbers.Length <= column) // else the number before is wider than its bar
            {
                numbers = numbers.PadRight(column) + (bar + 1).ToString(CultureInfo.InvariantCulture) + " ";
            }
        }

        return new SegmentRow().Add(numbers, DrawingStyle.Guide).End();
    }

    private bool StartsBar(int step) => step == 0 || melody.PositionAt(step).Offset == 0;

    private (int Lowest, int Highest)? Range(int end)
    {
        int[] pitches = [.. melody.SoundingPitches()[FirstStep..end].Where(pitch => pitch >= 0)];
        return pitches.Length == 0 ? null : (pitches.Min(), pitches.Max());
    }

    private IEnumerable<Segment> Row(Pen pen, int lowestPitch, int start, int end)
    {
        SegmentRow row = new SegmentRow().Add(new Pitch(lowestPitch).ToString().PadRight(AxisWidth), DrawingStyle.Guide);
        for (int step = start; step < end; step++)
        {
            if (StartsBar(step))
            {
                row.Add(pen.BarLine, DrawingStyle.Guide);
            }

            MelodyStep heard = melody.Steps[step];
            int place = (heard.Pitch?.Number ?? -1) - lowestPitch;
            bool isHere = place >= 0 && place < pen.PitchesPerRow;
            bool isOwn = step >= BegunWith;
            row.Add(isHere ? pen.Mark(place, heard.IsOnset, isOwn) : " ", isHere ? Pen.StyleOf(heard.IsOnset, isOwn) : Style.Plain);
        }

        return row.Add(pen.BarLine, DrawingStyle.Guide).End();
    }

    /// <summary>How a row is filled: what begins and what holds a note, at each place of the row.</summary>
    private sealed record Pen(int PitchesPerRow, string BarLine, string[] Onsets, string[] Holds)
    {
        private static readonly string[] Halves = ["▄", "▀"];

        public static Pen HalfBlocks { get; } = new(2, "│", Halves, Halves);

        public static Pen Letters { get; } = new(1, "|", ["O"], ["="]) { BegunOnsets = ["o"], BegunHolds = ["-"] };

        private string[] BegunOnsets { get; init; } = Halves;

        private string[] BegunHolds { get; init; } = Halves;

        public static Style StyleOf(bool isOnset, bool isOwn) => (isOwn, isOnset) switch
        {
            (true, true) => DrawingStyle.Bright,
            (true, false) => DrawingStyle.Calm,
            (false, true) => DrawingStyle.Pale,
            _ => DrawingStyle.Guide,
        };

        public string Mark(int place, bool isOnset, bool isOwn) =>
            (isOwn ? isOnset ? Onsets : Holds : isOnset ? BegunOnsets : BegunHolds)[place];
    }
}
