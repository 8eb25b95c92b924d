using Tunesmith.Cli.Drawing;
using Tunesmith.Music;
using static System.FormattableString;

namespace Tunesmith.Cli.Commands.Evaluating;

/// <summary>A statistic in a musician's words.</summary>
/// <param name="Label">What its row is called.</param>
/// <param name="More">What tunes do that have more of it.</param>
/// <param name="Less">What tunes do that have less.</param>
/// <param name="What">What the number counts, after it.</param>
internal sealed record StatisticsWords(string Label, string More, string Less, string What)
{
    private static readonly Dictionary<string, StatisticsWords> Known = new(StringComparer.Ordinal)
    {
        ["pitchRange"] = new(
            "range, semitones", "reach wider", "stay in a narrower range", "semitones from the lowest note to the highest"),
        ["pitchesUsed"] = new("pitches used", "use more pitches", "use fewer pitches", "pitches a tune"),
        ["pitchClassesUsed"] = new(
            "pitch classes used", "use more of the twelve notes", "use fewer of the twelve notes", "of the twelve notes a tune"),
        ["pitchEntropy"] = new(
            "pitch entropy, bits", "spread over more pitches", "dwell on fewer pitches", "bits of pitch entropy"),
        ["pitchClassEntropy"] = new(
            "pitch-class entropy",
            "use the notes of the scale more evenly",
            "lean on fewer notes of the scale",
            "bits of pitch-class entropy"),
        ["scaleConsistency"] = new("in one scale", "keep more to one scale", "leave the scale more", "of the notes in one scale"),
        ["intervalSize"] = new(
            "interval, semitones", "move in wider intervals", "move in smaller intervals", "semitones from note to note"),
        ["leapRate"] = new("leaps", "leap more", "leap less", "of the intervals are of three semitones or more"),
        ["noteLength"] = new("note length, quarters", "hold their notes longer", "have shorter notes", "quarters a note"),
        ["emptyBeatRate"] = new("empty beats", "rest more", "rest less", "of the beats are silent"),
        ["emptyMeasureRate"] = new("empty bars", "leave more bars empty", "leave fewer bars empty", "of the bars are silent"),
        ["grooveConsistency"] = new(
            "groove consistency",
            "keep more of the rhythm from bar to bar",
            "change the rhythm more from bar to bar",
            "of the steps alike"),
        ["repetitionAfter1Bar"] = Repetition("1 bar"),
        ["repetitionAfter2Bars"] = Repetition("2 bars"),
        ["repetitionAfter4Bars"] = Repetition("4 bars"),
        ["repetitionAfter8Bars"] = Repetition("8 bars"),
        ["intervals"] = Notes("intervals"),
        ["noteLengths"] = Notes("note lengths"),
        ["pitchClasses"] = Notes("pitch classes"),
        ["onsetPositions"] = Notes("onset positions"),
    };

    /// <summary>The words of a statistic; its name where it has none.</summary>
    public static StatisticsWords Of(string name) =>
        Known.GetValueOrDefault(name) ?? new(name, $"have more {name}", $"have less {name}", name);

    /// <summary>What a bin of a statistic of notes counts.</summary>
    public static string Bin(string name, long value) => name switch
    {
        "intervals" when value == 0 => "notes struck again",
        "intervals" => Invariant($"moves of {Math.Abs(value)} semitone{(Math.Abs(value) == 1 ? "" : "s")} {(value > 0 ? "up" : "down")}"),
        "noteLengths" => $"notes of {Wording.Count(value, "step")}",
        "pitchClasses" => $"notes on {PitchSet.ClassName((int)value)}",
        "onsetPositions" when value == 0 => "notes on the bar line",
        "onsetPositions" => $"notes {Wording.Count(value, "step")} after the bar line",
        _ => Invariant($"{name} {value}"),
    };

    private static StatisticsWords Repetition(string lag) => new(
        $"repetition after {lag}", $"say more again after {lag}", $"say less again after {lag}", $"of the notes stood there {lag} before");

    private static StatisticsWords Notes(string label) => new(label, "", "", "");
}
