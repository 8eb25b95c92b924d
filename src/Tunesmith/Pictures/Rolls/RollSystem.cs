using Tunesmith.Music;

namespace Tunesmith.Pictures.Rolls;

/// <summary>One line of a piano roll: some whole bars, the rows of its pitches, and those of its drums below.</summary>
internal sealed record RollSystem
{
    /// <summary>The height of a drum's row.</summary>
    public const double DrumRowHeight = 11;

    /// <summary>The height of a line of words above the notes.</summary>
    public const double LaneHeight = 14;

    private const double DrumGap = 7;

    /// <summary>Its bars, in order; at least one.</summary>
    public required IReadOnlyList<RollBar> Bars { get; init; }

    /// <summary>The lowest row of pitches.</summary>
    public int LowestRow { get; init; }

    /// <summary>The highest row of pitches; below the lowest where there are drums alone.</summary>
    public int HighestRow { get; init; } = -1;

    /// <summary>The drums' keys from the top row down.</summary>
    public IReadOnlyList<Pitch> Drums { get; init; } = [];

    /// <summary>Where its first tick is.</summary>
    public required double Left { get; init; }

    /// <summary>The width of a tick.</summary>
    public required double TickWidth { get; init; }

    /// <summary>The height of a pitch's row.</summary>
    public required double RowHeight { get; init; }

    /// <summary>How many lines of words stand above the notes.</summary>
    public int Lanes { get; init; } = 1;

    /// <summary>Where it begins, words and all.</summary>
    public double Top { get; init; }

    /// <summary>Its first tick.</summary>
    public long Start => Bars[0].Start;

    /// <summary>The tick after its last.</summary>
    public long End => Bars[^1].End;

    /// <summary>How many rows of pitches there are.</summary>
    public int Rows => HighestRow - LowestRow + 1;

    /// <summary>Where its notes begin, from above.</summary>
    public double GridTop => Top + (Lanes * LaneHeight) + 4;

    /// <summary>Where the rows of pitches end.</summary>
    public double PitchBottom => GridTop + (Rows * RowHeight);

    /// <summary>Where the rows of drums begin.</summary>
    public double DrumTop => PitchBottom + (Rows > 0 && Drums.Count > 0 ? DrumGap : 0);

    /// <summary>Where its notes end.</summary>
    public double GridBottom => DrumTop + (Drums.Count * DrumRowHeight);

    /// <summary>Its right end.</summary>
    public double Right => XOf(End);

    /// <summary>Where a tick is.</summary>
    public double XOf(double tick) => Left + ((tick - Start) * TickWidth);

    /// <summary>The top of a pitch's row.</summary>
    public double YOf(int pitch) => GridTop + ((HighestRow - pitch) * RowHeight);

    /// <summary>The middle of a drum's row.</summary>
    public double DrumMiddle(int row) => DrumTop + ((row + 0.5) * DrumRowHeight);

    /// <summary>Where the letters of a lane stand; lane 0 is the one next to the notes.</summary>
    public double LaneBaseline(int lane) => GridTop - 4 - (lane * LaneHeight);

    /// <summary>Whether a note sounds in it.</summary>
    public bool Has(Note note) => note.Onset < End && Math.Max(note.End, note.Onset + 1) > Start;
}
