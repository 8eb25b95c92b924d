using System.Globalization;
using Tunesmith.Cli.Commands.Evaluating;
using Tunesmith.Cli.Drawing;
using Tunesmith.Corpus;
using Tunesmith.Experiments;

namespace Tunesmith.Cli.Commands.Training;

/// <summary>What there is to say of a model that has learned on, in words.</summary>
internal static class FineTuningEnd
{
    /// <summary>Before and after as a small table, then in a sentence.</summary>
    public static IEnumerable<string> Lines(FineTuningReport report)
    {
        if (report.Won is not null || report.Kept is not null)
        {
            (string Name, FineTuningScore? Score)[] rows = [("the new songs", report.Won), ("the songs it came from", report.Kept)];
            (string Name, FineTuningScore Score)[] told =
                [.. rows.Where(row => row.Score is not null)
                    .Select(row => ($"{row.Name}, {row.Score!.SongsInWords}", row.Score))];
            int width = told.Max(row => row.Name.Length);
            yield return $"{"before -> after".PadRight(width)}  nats a step     at moves";
            foreach ((string name, FineTuningScore score) in told)
            {
                yield return $"{name.PadRight(width)}  {Pair(score.Before.NatsPerStep, score.After.NatsPerStep)}  "
                    + Pair(score.Before.MoveAccuracy, score.After.MoveAccuracy);
            }
        }

        yield return report.InWords.TrimEnd('.');
    }

    /// <summary>What speaks against the numbers, before there are any.</summary>
    /// <param name="model">The model to fine-tune.</param>
    /// <param name="songs">The new songs.</param>
    /// <param name="before">The songs that it came from; null where they are not at hand.</param>
    public static IReadOnlyList<string> Remarks(FineTunedModel model, SongCorpus songs, SongCorpus? before)
    {
        if (model.Model.DataFingerprint == songs.Fingerprint())
        {
            return
            [
                "these are the very songs that the model learned from: it learns more of the same, "
                    + "and with another --seed it may know the titles held out",
            ];
        }

        if (before is null)
        {
            return
            [
                "the songs that the model came from are not known, so that nothing tells what it forgets of them: "
                    + "name their folder with --from-songs",
            ];
        }

        CorpusOverlap overlap = CorpusOverlap.Of(before, songs);
        string[] known = overlap.Titles.Count == 0
            ? []
            :
            [
                $"{Wording.Count(overlap.Titles.Count, "title")} of the new songs {(overlap.Titles.Count == 1 ? "is" : "are")} among "
                    + "those that the model came from: it may know what is held out now",
            ];
        return [.. known, .. ProtocolNotes.Twins(overlap.Twins, before, songs)];
    }

    private static string Pair(double? before, double? after) => $"{Number(before)} -> {Number(after)}";

    private static string Number(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "    -";
}
