namespace Tunesmith.Pictures.Rolls;

/// <summary>What of a song a piano roll shows, and how.</summary>
public sealed record PianoRollOptions : PictureOptions
{
    /// <summary>The most bars drawn: what is beyond is counted below the picture.</summary>
    public const int MostBars = 400;

    /// <summary>
    /// The most marks of notes drawn, a note that goes on in another line being two: bars beyond that are counted below the picture.
    /// </summary>
    public const int MostMarks = 20_000;

    /// <summary>The first bar drawn, from 1; an upbeat is bar 1. Default: 1.</summary>
    public int FirstBar { get; init; } = 1;

    /// <summary>The last bar drawn, not before the first. Default: as many as there are and may be.</summary>
    public int LastBar { get; init; } = int.MaxValue;

    /// <summary>
    /// The tick at which what was composed begins: what sounds before it is the primer, and drawn paler. Null, the default, where the song
    /// is of one piece.
    /// </summary>
    public long? ComposedFrom { get; init; }

    /// <summary>
    /// Whether all is one line, as wide as it takes, in place of lines of whole bars that <see cref="PictureOptions.Width"/> bounds.
    /// Default: no.
    /// </summary>
    public bool IsOneLine { get; init; }

    /// <summary>
    /// How wide a quarter note is, 4 to 200. Lines of whole bars may make it narrower, or wider to fill the width. Null, the default, where
    /// the notes decide: wide enough for the short ones.
    /// </summary>
    public double? QuarterWidth { get; init; }
}
