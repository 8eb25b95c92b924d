using Tunesmith.Analysis;
using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Music;
using static System.FormattableString;

namespace Tunesmith.Cli.Drawing;

/// <summary>Numbers in the words of a report.</summary>
internal static class Wording
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(100_000);

    /// <summary>A number of things, such as <c>1 song</c> or <c>3,000 songs</c>.</summary>
    public static string Count(long number, string thing) => Invariant($"{number:N0} {thing}{(number == 1 ? "" : "s")}");

    /// <summary>
    /// A number of steps of a song: where the grid has them, sixteenths, so that nobody takes them for steps of a training.
    /// </summary>
    /// <param name="number">How many.</param>
    /// <param name="stepsPerQuarter">The grid.</param>
    public static string Steps(long number, int stepsPerQuarter) =>
        Count(number, stepsPerQuarter == Encodings.UsualGrid ? "sixteenth" : "step");

    /// <summary>A part of a melody as a musician counts it: <c>4 bars and the upbeat</c>, <c>31 bars and 4 sixteenths</c>.</summary>
    /// <param name="melody">The melody.</param>
    /// <param name="from">The first step.</param>
    /// <param name="to">The step after the last.</param>
    public static string Bars(Melody melody, int from, int to)
    {
        int[] lines = [.. Enumerable.Range(from, to - from + 1).Where(step => melody.PositionAt(step).Offset == 0)];
        if (lines.Length < 2)
        {
            return Steps(to - from, melody.StepsPerQuarter);
        }

        int before = lines[0] - from;
        int bar = melody.PositionAt(lines[^1]).Length;
        (int more, int rest) = Math.DivRem(to - lines[^1] + (from == 0 ? 0 : before), bar); // what is before and after may make a bar
        return Count(lines.Length - 1 + more, "bar")
            + (from == 0 && before > 0 ? " and the upbeat" : "")
            + (rest > 0 ? $" and {Steps(rest, melody.StepsPerQuarter)}" : "");
    }

    /// <summary>A length in bars to two places: <c>1 bar</c>, <c>1,200.5 bars</c>.</summary>
    public static string Bars(double bars)
    {
        string number = Invariant($"{bars:#,0.##}");
        return number == "1" ? "1 bar" : $"{number} bars";
    }

    /// <summary>How many files of a corpus were left out.</summary>
    public static string LeftOut(SongCorpus corpus)
    {
        int left = corpus.Files.Count - corpus.Songs.Count;
        return left == 0 ? "no file left out" : Invariant($"{left} of {corpus.Files.Count} files left out; tunesmith inspect says why");
    }

    /// <summary>A part of a whole in per cent; 0 of nothing.</summary>
    public static string Share(long part, long whole) => Invariant($"{(whole == 0 ? 0 : 100.0 * part / whole):0.0} %");

    /// <summary>How many of 100 songs share, such as <c>1 shares</c> or <c>4 share</c>; never more than was counted.</summary>
    public static string Sharing(double percentile) =>
        Invariant($"{Math.Floor(percentile)} {(percentile is >= 1 and < 2 ? "shares" : "share")}");

    /// <summary>From the lowest to the highest of some MIDI numbers.</summary>
    public static string Range(IReadOnlyCollection<int> pitches) =>
        pitches.Count == 0 ? Range(null, null) : Range(new Pitch(pitches.Min()), new Pitch(pitches.Max()));

    /// <summary>From the lowest to the highest pitch.</summary>
    public static string Range(Pitch? lowest, Pitch? highest) =>
        lowest is null ? "no notes" : lowest == highest ? $"{lowest}" : $"{lowest} to {highest}";

    /// <summary>A span of time, however long a file says it is.</summary>
    public static string Duration(double seconds) =>
        seconds < Longest.TotalSeconds ? Durations.InWords(TimeSpan.FromSeconds(seconds)) : Invariant($"over {Longest.TotalDays:N0} days");

    /// <summary>How much of some melodies has been heard before.</summary>
    public static string Form(RecurringBars bars) =>
        bars.Bars == 0
            ? "no whole bar that is not silent"
            : $"{Share(bars.Recurring, bars.Bars)} of the bars have stood before in their song";

    /// <summary>What the grid is too coarse for.</summary>
    /// <param name="notes">How many notes; 1 or more.</param>
    public static string Crowded(int notes) =>
        $"{Count(notes, "note")} {(notes == 1 ? "gives way to another in its" : "give way to others in their")} step; "
        + "a finer --grid tells them apart";
}
