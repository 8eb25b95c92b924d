using Tunesmith.Evaluation;
using Tunesmith.Model;
using Tunesmith.Report.Html;
using static System.FormattableString;

namespace Tunesmith.Report.Sections;

/// <summary>The scores on songs held out, beside the best that counting can do, in plain words and in numbers.</summary>
internal static class ScoresSection
{
    /// <summary>Writes the section of a training that held songs out.</summary>
    public static void Write(HtmlWriter html, ReportTraining training)
    {
        HeldOutSummary own = training.Summary.HeldOut!;
        HeldOutScore? counting = training.Baseline?.Score;
        string name = training.Baseline?.Name ?? "";
        html.Element("p", Verdict(own, counting, name), ("class", "verdict"));

        html.Open("div", ("class", "measures"));
        if (own.MoveAccuracy is { } moves)
        {
            LevelBars.Write(
                html,
                "Of 100 times that the melody moves, it names the next note right",
                "More is better.",
                [new LevelBar("the network", moves, Invariant($"{100 * moves:0}")), .. Counting(counting?.MoveAccuracy, 1, "0", 100)]);
        }

        if (own.Perplexity is { } choices)
        {
            double longest = Math.Max(choices, counting?.Perplexity ?? 0);
            LevelBars.Write(
                html,
                "Choices that it wavers among at each step",
                "Fewer is better; 1 would be to know what comes.",
                [
                    new LevelBar("the network", choices / longest, Invariant($"{choices:0.00}")),
                    .. Counting(counting?.Perplexity, longest, "0.00", 1),
                ]);
        }

        html.Close();
        WriteTable(html, training);

        IEnumerable<LevelBar> Counting(double? value, double longest, string format, double times) => value is { } number
            ? [new LevelBar($"counting ({name})", number / longest, Words.Number(times * number, format)) { IsBaseline = true }]
            : [];
    }

    private static string Verdict(HeldOutSummary own, HeldOutScore? counting, string name)
    {
        string songs = $"{Words.Count(own.Songs, "song")} with {Words.Count(own.SongSteps, "step")}";
        string kept = $"Kept from the network while it learned: {songs}.";
        return counting?.NatsPerStep is not { } nats ? kept
            : own.Loss < nats
            ? $"{kept} It foresees them better than the best that mere counting can do ({name}): it has learned more than that."
            : $"{kept} It foresees them no better than mere counting does ({name}): more songs, more steps or another recipe would help.";
    }

    private static void WriteTable(HtmlWriter html, ReportTraining training)
    {
        HeldOutSummary own = training.Summary.HeldOut!;
        ScoreRow[] counting = training.Baseline is { } baseline ? [ScoreRow.Of($"counting: {baseline.Name}", baseline.Score)] : [];
        ScoreTable.Write(
            html,
            "Scores in numbers",
            "On the songs kept from it, at every step but each song's first",
            [new ScoreRow("the network", own.Loss, own.Perplexity, own.Accuracy, own.MoveAccuracy), .. counting]);
        html.Element(
            "p",
            "A nat is the unit of surprise: 0 is to have known, and each 0.69 more is one more doubling of the choices. Accuracy is mostly "
            + "the skill of holding a note; what counts for music are the moves, where something else comes than before.",
            ("class", "hint"));
    }
}
