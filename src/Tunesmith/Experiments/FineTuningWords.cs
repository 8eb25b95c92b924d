using System.Globalization;

namespace Tunesmith.Experiments;

/// <summary>What fine-tuning has won and lost, in plain words.</summary>
public static class FineTuningWords
{
    /// <summary>Less than this, in nats a step, is neither won nor lost.</summary>
    private const double Least = 0.0005;

    /// <summary>The report in a sentence or two.</summary>
    public static string InWords(this FineTuningReport report)
    {
        if (report.IsUnchanged)
        {
            return "No step made it better on the new songs held out: the model is the one that it began with.";
        }

        string?[] parts =
        [
            report.Won is { } won
                ? Change(
                    won,
                    "it now foresees the new songs better",
                    "it now foresees the new songs less well",
                    "the new songs are as before to it")
                : null,
            report.Kept is { } kept
                ? Change(
                    kept,
                    "it knows the songs it came from better, too",
                    "it foresees the songs it came from less well",
                    "on the songs it came from it has lost nothing")
                : null,
        ];
        string[] told = [.. parts.OfType<string>()];
        return told.Length == 0
            ? "Nothing was held out to judge it by."
            : $"{char.ToUpperInvariant(told[0][0])}{string.Join("; ", told)[1..]}.";
    }

    /// <summary>What songs are to the model, such as <c>15 songs held out</c>.</summary>
    /// <param name="which">What they are.</param>
    /// <param name="songs">How many they are.</param>
    public static string Name(JudgedSongs which, int songs)
    {
        string count = string.Create(CultureInfo.InvariantCulture, $"{songs:N0} song{(songs == 1 ? "" : "s")}");
        return which switch
        {
            JudgedSongs.HeldOut => $"{count} held out",
            JudgedSongs.Learned => $"{count}, all learned from",
            _ => $"{count}, not those of its training",
        };
    }

    private static string Change(FineTuningScore score, string better, string worse, string same) =>
        score.Gain > Least ? $"{better}, by {Size(score)}"
        : score.Gain < -Least ? $"{worse}, by {Size(score)}"
        : same;

    private static string Size(FineTuningScore score)
    {
        string nats = string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(score.Gain):0.000} nats a step");
        return score is { Before.MoveAccuracy: { } before, After.MoveAccuracy: { } after }
            ? string.Create(CultureInfo.InvariantCulture, $"{nats} (of 100 moves {100 * after:0}, before {100 * before:0})")
            : nats;
    }
}
