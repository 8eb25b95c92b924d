using Tunesmith.Evaluation;
using Tunesmith.Model;
using Tunesmith.Report.Html;

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
                [new LevelBar("the network", moves, Words.Say($"{100 * moves:0}")), .. Counting(counting?.MoveAccuracy, 1, "0", 100)]);
        }

        if (own.Perplexity is { } choices)
        {
            double longest = Math.Max(choices, counting?.Perplexity ?? 0);
            LevelBars.Write(
                html,
                "Choices that it wavers among at each step",
                "Fewer is better; 1 would be to know what comes.",
                [new LevelBar("the network", choices / longest, Words.Say($"{choices:0.00}")), .. Counting(counting?.Perplexity, longest, "0.00", 1)]);
        }

        html.Close();
        WriteTable(html, training);

        IEnumerable<LevelBar> Counting(double? value, double longest, string format, double times) => value is { } number
            ? [new LevelBar($"counting ({name})", number / longest, Words.Number(times * number, format)) { IsBaseline = true }]
            : [];
    }

    private static string Verdict(HeldOutSummary own, HeldOutScore? counting, string name)
    {
        string songs = $"{Words.Count(own.Songs, "song")} with {own.SongSteps.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} steps";
        string kept = $"Kept from the network while it learned: {songs}.";
        return counting?.NatsPerStep is not { } nats ? kept
            : own.Loss < nats ? $"{kept} It foresees them better than the best that mere counting can do ({name}): it has learned more than that."
            : $"{kept} It foresees them no better than mere counting does ({name}): more songs, more steps or another recipe would help.";
    }

    private static void WriteTable(HtmlWriter html, ReportTraining training)
    {
        HeldOutSummary own = training.Summary.HeldOut!;
        html.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "group"), ("aria-label", "Scores in numbers")).Open("table");
        html.Element("caption", "On the songs kept from it, at every step but each song's first");
        html.Open("thead").Open("tr");
        foreach (string heading in (string[])["", "nats a step", "choices", "accuracy", "at moves"])
        {
            html.Element(heading.Length == 0 ? "td" : "th", heading, heading.Length == 0 ? [] : [("scope", "col")]);
        }

        html.Close().Close().Open("tbody");
        Row(html, "the network", own.Loss, own.Perplexity, own.Accuracy, own.MoveAccuracy);
        if (training.Baseline is { } baseline)
        {
            HeldOutScore score = baseline.Score;
            Row(html, $"counting: {baseline.Name}", score.NatsPerStep, score.Perplexity, score.Accuracy, score.MoveAccuracy);
        }

        html.Close().Close().Close();
        html.Element(
            "p",
            "A nat is the unit of surprise: 0 is to have known, and each 0.69 more is one more doubling of the choices. Accuracy is mostly the "
            + "skill of holding a note; what counts for music are the moves, where something else comes than before.",
            ("class", "hint"));
    }

    private static void Row(HtmlWriter html, string name, double? nats, double? choices, double? accuracy, double? moves)
    {
        html.Open("tr").Element("th", name, ("scope", "row"));
        foreach (string value in (string[])
            [Words.Number(nats, "0.000"), Words.Number(choices, "0.00"), Words.Share(accuracy), Words.Share(moves)])
        {
            html.Element("td", value);
        }

        html.Close();
    }
}
