using Tunesmith.Music;

namespace Tunesmith.Pictures.Rolls;

/// <summary>Where everything of a piano roll stands: bars to lines, pitches to rows, and how much fits the limits.</summary>
internal sealed class RollLayout
{
    private const double KeyNames = 40;
    private const double SystemGap = 14;
    private const double UsualRowHeight = 8;
    private const double LeastRowHeight = 3.5;
    private const double UsualHeight = 280;
    private const int FewestRows = 10;

    private static readonly int[] Phrases = [32, 16, 8, 4, 2];

    private readonly Score _score;
    private readonly PianoRollOptions _options;
    private readonly double _left;

    /// <summary>Lays a song out.</summary>
    /// <param name="score">The song.</param>
    /// <param name="parts">Its parts.</param>
    /// <param name="options">What of it is drawn, and how.</param>
    /// <param name="legend">What stands above the first line.</param>
    public RollLayout(Score score, IReadOnlyList<RollPart> parts, PianoRollOptions options, RollLegend legend)
    {
        _score = score;
        _options = options;
        Parts = parts;
        (IReadOnlyList<RollBar> bars, Total) =
            RollBar.Of(score, options.FirstBar, options.LastBar, PianoRollOptions.MostBars);
        bars = WithinMarks(bars);
        double names = parts.Where(part => part.IsDrums).SelectMany(part => part.Notes).Select(note => note.Pitch).Distinct()
            .Select(key => PictureText.Width(GeneralMidi.DrumName(key), PictureFrame.TextSize - 1) + 8).DefaultIfEmpty(0).Max();
        _left = PictureFrame.Margin + Math.Max(KeyNames, names);
        Systems = bars.Count == 0 ? [] : Stack(Break(bars), legend.Bottom);
        Width = options.IsOneLine && Systems.Count > 0
            ? Math.Max(PictureOptions.LeastWidth, Math.Max(legend.Right, Systems[0].Right) + PictureFrame.Margin)
            : options.Width;
        Bottom = Systems.Count == 0 ? legend.Bottom : Systems[^1].GridBottom;
    }

    /// <summary>The parts of the song.</summary>
    public IReadOnlyList<RollPart> Parts { get; }

    /// <summary>The lines from the top down; none where no bar is drawn.</summary>
    public IReadOnlyList<RollSystem> Systems { get; }

    /// <summary>How many bars the song has.</summary>
    public long Total { get; }

    /// <summary>The width of the picture.</summary>
    public double Width { get; }

    /// <summary>Where the last line ends.</summary>
    public double Bottom { get; }

    /// <summary>How much room a line has to the right of the names.</summary>
    private double Available => _options.Width - _left - PictureFrame.Margin;

    /// <summary>Whether the primer ends in a line, which takes a lane above its notes.</summary>
    public bool HasBoundary(RollSystem system) =>
        _options.ComposedFrom is { } tick && tick > 0 && tick >= system.Start && tick < system.End;

    /// <summary>The bars from the first on whose notes are not too many, and at least one.</summary>
    private IReadOnlyList<RollBar> WithinMarks(IReadOnlyList<RollBar> bars)
    {
        if (bars.Count == 0)
        {
            return bars;
        }

        Note[] notes = [.. Parts.SelectMany(part => part.Notes)
            .Where(note => note.Onset < bars[^1].End && note.End >= bars[0].Start).OrderBy(note => note.Onset)];
        if (notes.Length <= PianoRollOptions.MostMarks)
        {
            return bars;
        }

        long tick = notes[PianoRollOptions.MostMarks].Onset;
        return [.. bars.Where((bar, index) => index == 0 || bar.End <= tick)];
    }

    private List<RollSystem> Stack(IReadOnlyList<RollBar>[] lines, double top)
    {
        double tickWidth = _options.IsOneLine ? QuarterWidth(lines[0]) / _score.TicksPerQuarter : Fill(lines);
        RollSystem[] systems = Array.ConvertAll(lines, line => Rows(new RollSystem
        {
            Bars = line,
            Left = _left,
            TickWidth = tickWidth,
            RowHeight = UsualRowHeight,
        }));
        double rowHeight = Math.Clamp(UsualHeight / Math.Max(1, systems.Max(system => system.Rows)), LeastRowHeight, UsualRowHeight);
        List<RollSystem> stacked = [];
        long marks = 0;
        foreach (RollSystem system in systems)
        {
            marks += Parts.Sum(part => part.Notes.Count(system.Has));
            if (marks > PianoRollOptions.MostMarks && stacked.Count > 0)
            {
                break;
            }

            int lanes = 1 + (HasBoundary(system) ? 1 : 0) + (RollMarks.HasChange(system, _score, stacked.Count == 0) ? 1 : 0);
            stacked.Add(system with { RowHeight = rowHeight, Lanes = lanes, Top = top });
            top = stacked[^1].GridBottom + SystemGap;
        }

        return stacked;
    }

    /// <summary>The rows that a line needs: its pitches with one to spare on both sides, and its drums.</summary>
    private RollSystem Rows(RollSystem system)
    {
        Note[] heard = [.. Parts.Where(part => !part.IsDrums).SelectMany(part => part.Notes).Where(system.Has)];
        bool hasPitches = Parts.Any(part => !part.IsDrums);
        int lowest = heard.Select(note => note.Pitch.Number).DefaultIfEmpty(60).Min() - 1;
        int highest = heard.Select(note => note.Pitch.Number).DefaultIfEmpty(60).Max() + 1;
        int missing = Math.Max(0, FewestRows - (highest - lowest + 1));
        lowest = Math.Max(Pitch.LowestNumber, lowest - (missing / 2));
        highest = Math.Min(Pitch.HighestNumber, highest + missing - (missing / 2));
        return system with
        {
            LowestRow = hasPitches ? lowest : 0,
            HighestRow = hasPitches ? highest : -1,
            Drums =
            [
                .. Parts.Where(part => part.IsDrums).SelectMany(part => part.Notes)
                    .Where(note => note.Onset >= system.Start && note.Onset < system.End).Select(note => note.Pitch)
                    .Distinct().OrderDescending(),
            ],
        };
    }

    /// <summary>The bars of each line: where all are alike a number that phrases are made of, else as many as fit.</summary>
    private IReadOnlyList<RollBar>[] Break(IReadOnlyList<RollBar> bars)
    {
        if (_options.IsOneLine)
        {
            return [bars];
        }

        double tickWidth = QuarterWidth(bars) / _score.TicksPerQuarter;
        long usual = bars.Max(bar => bar.Length);
        int alike = Phrase(Available / (usual * tickWidth));
        long most = Math.Max(usual, (long)(bars.Count(bar => bar.Length == usual) >= bars.Count - 2
            ? alike * usual
            : Available / tickWidth));
        List<IReadOnlyList<RollBar>> lines = [];
        List<RollBar> line = [];
        long ticks = 0;
        foreach (RollBar bar in bars)
        {
            bool isUpbeat = bar.Number == 1 && bar.Length < bar.Meter.BarTicks(_score.TicksPerQuarter);
            if (line.Count > 0 && ticks + bar.Length > most)
            {
                lines.Add(line);
                (line, ticks) = ([], 0);
            }

            line.Add(bar);
            ticks += isUpbeat ? 0 : bar.Length; // a line of an upbeat and four bars is one of four bars
        }

        return [.. lines, line];
    }

    /// <summary>The bars of a line, where so many would fit: they may be squeezed a little to be 4, 8, 12 or 16.</summary>
    private static int Phrase(double fitting) => Phrases.FirstOrDefault(count => count * 0.8 <= fitting, 1);

    /// <summary>The width of a tick at which the longest line is as long as there is room.</summary>
    private double Fill(IReadOnlyList<RollBar>[] lines)
    {
        double filling = Available / lines.Max(line => (double)(line[^1].End - line[0].Start));
        double widest = 1.6 * QuarterWidth(lines[0]) / _score.TicksPerQuarter;
        return lines.Length == 1 ? Math.Min(filling, widest) : filling;
    }

    /// <summary>The width of a quarter at which most notes are long enough to see.</summary>
    private double QuarterWidth(IReadOnlyList<RollBar> bars)
    {
        if (_options.QuarterWidth is { } asked)
        {
            return asked;
        }

        double[] lengths = [.. Parts.Where(part => !part.IsDrums).SelectMany(part => part.Notes)
            .Where(note => note.Onset < bars[^1].End && note.End > bars[0].Start)
            .Select(note => (double)note.Length / _score.TicksPerQuarter).Order()];
        double shortOne = lengths.Length == 0 ? 0.25 : lengths[lengths.Length / 4];
        return Math.Clamp(7 / Math.Max(shortOne, 0.01), 26, 48);
    }
}
