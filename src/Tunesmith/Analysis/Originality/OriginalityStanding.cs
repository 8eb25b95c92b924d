using static System.FormattableString;

namespace Tunesmith.Analysis.Originality;

/// <summary>Where a song stands among real songs, each of which was compared with all others but those of its own title group.</summary>
/// <param name="RealSongs">How many real songs there are to compare with; 0 where there are none, or the song has too few notes.</param>
public readonly record struct OriginalityStanding(int RealSongs)
{
    /// <summary>Fewer real songs than this tell little: 20.</summary>
    public const int FewSongs = 20;

    private const int Unusual = 95; // of 100

    /// <summary>How many of them it is more alike than, by the higher of its two ranks. Ties do not count.</summary>
    public int MoreAlikeThan { get; init; }

    /// <summary>How many of them are exactly as alike as it is.</summary>
    public int AsAlikeAs { get; init; }

    /// <summary>How many have a shorter longest passage.</summary>
    public int LongerThan { get; init; }

    /// <summary>How many have a smaller share covered.</summary>
    public int CoveredMoreThan { get; init; }

    /// <summary>
    /// <c>100 MoreAlikeThan / RealSongs</c>, 0 to 100: "more alike than so many of 100 real songs". For real songs of one kind it is about
    /// uniform. Null where there is nothing to compare with.
    /// </summary>
    public double? Percentile => Of100(MoreAlikeThan);

    /// <summary>The share of real songs with a shorter longest passage, 0 to 100; null where there are none.</summary>
    public double? LongestPercentile => Of100(LongerThan);

    /// <summary>The share of real songs of which less is covered, 0 to 100; null where there are none.</summary>
    public double? CoveredPercentile => Of100(CoveredMoreThan);

    /// <summary>Whether there are too few real songs for the percentile to tell much.</summary>
    public bool IsFew => RealSongs < FewSongs;

    /// <summary>Below, within or above what real songs share by accident.</summary>
    public Likeness Likeness => RealSongs == 0 ? Likeness.Unknown
        : 100L * MoreAlikeThan >= (long)Unusual * RealSongs ? Likeness.Above
        : 100L * (RealSongs - MoreAlikeThan - AsAlikeAs) >= (long)Unusual * RealSongs ? Likeness.Below
        : Likeness.Within;

    /// <summary>
    /// The same in plain words, such as <c>that is more than chance: 97 of 100 real songs share less with the others</c>. It never says
    /// more than was counted: shares are rounded down, and of few songs the number stands there itself.
    /// </summary>
    public string InWords
    {
        get
        {
            if (RealSongs == 0)
            {
                string notes = Invariant($"{OriginalityIndex.LeastNotes} notes");
                return $"nothing to compare with: that takes {notes}, and real songs of other titles";
            }

            if (IsFew)
            {
                return RealSongs == 1
                    ? $"the one real song shares {(MoreAlikeThan == 1 ? "less" : "no less")} with the others; one tells little"
                    : Invariant($"{MoreAlikeThan} of the {RealSongs} real songs {Share(MoreAlikeThan)} less with the others; ")
                        + "so few tell little";
            }

            long share = 100L * MoreAlikeThan / RealSongs;
            string of100 = Invariant($"{share} of 100");
            string less = $"{of100} {Share(share)} less with the others";
            return Likeness switch
            {
                Likeness.Above => $"that is more than chance: {of100} real songs share less with the others",
                Likeness.Below => $"real songs share more by accident: {less}",
                _ => $"real songs share as much by accident: {less}, the rest as much or more",
            };
        }
    }

    private static string Share(long songs) => songs == 1 ? "shares" : "share";

    private double? Of100(int songs) => RealSongs == 0 ? null : 100.0 * songs / RealSongs;
}
