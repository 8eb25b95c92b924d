using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Drawing;
using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Experiments;
using static System.FormattableString;

namespace Tunesmith.Cli.Commands.Evaluating;

/// <summary>What is said of songs before recipes are judged on them.</summary>
internal static class ProtocolNotes
{
    /// <summary>The most pairs of songs that are named one by one.</summary>
    public const int MostNamed = 5;

    /// <summary>How many songs of how many titles there are.</summary>
    public static string Describe(SongCorpus corpus, CrossValidation validation)
    {
        string titles = Wording.Count(validation.HeldOutTitles.Sum(fold => fold.Count), "title");
        string least = Wording.Count(corpus.Options.MinSteps, "step");
        return $"{Wording.Count(corpus.Songs.Count, "song")} of {titles} in {validation.Folds} folds, "
            + $"encoding {corpus.Options.Encoding.Name}, at least {least} each ({Wording.LeftOut(corpus)})";
    }

    /// <summary>What makes the numbers less certain: too few titles, twins on two sides, songs too short to be scored.</summary>
    public static IReadOnlyList<string> Remarks(SongCorpus corpus, int from)
    {
        TitleReport titles = TitleReport.Of(corpus);
        return [.. CorpusRemarks.Of(corpus, titles, holdsOut: true), .. Twins(titles.Twins, corpus, corpus), .. TooShort(corpus, from)];
    }

    /// <summary>Songs of which a split holds one out, and learns from a twin of it.</summary>
    public static IEnumerable<string> DividedTwins(SongCorpus corpus, TitleReport titles, SongSplit split) =>
        Twins(titles.DividedBy(corpus, split), corpus, corpus);

    /// <summary>Songs that end before the first step scored.</summary>
    public static IEnumerable<string> TooShort(SongCorpus corpus, int from)
    {
        int count = ScoredSongs.CountTooShort(corpus.Sequences(), from);
        if (count > 0)
        {
            yield return $"{Wording.Count(count, "song")} {(count == 1 ? "ends" : "end")} before step {from} and "
                + $"{(count == 1 ? "is" : "are")} not scored; --score-from would begin earlier";
        }
    }

    /// <summary>Songs of different titles of which one is the other, nearly.</summary>
    /// <param name="twins">The pairs.</param>
    /// <param name="first">Where the first song of each pair is.</param>
    /// <param name="second">Where the second is.</param>
    public static IEnumerable<string> Twins(IReadOnlyList<SongTwin> twins, SongCorpus first, SongCorpus second)
    {
        foreach (SongTwin twin in twins.Take(MostNamed))
        {
            string names = $"\"{first.Songs[twin.First].Name}\" and \"{second.Songs[twin.Second].Name}\"";
            yield return Invariant($"{names} have {twin.Notes} notes in common ({twin.Difference}) ")
                + "and may stand on two sides: a model that knows one is not judged fairly on the other; "
                + "give them one title, or leave one out";
        }

        if (twins.Count > MostNamed)
        {
            yield return Invariant($"{twins.Count - MostNamed} more pairs of songs have most of their notes in common");
        }
    }

    /// <summary>Writes remarks.</summary>
    public static void Write(ConsoleStream notes, IEnumerable<string> remarks)
    {
        foreach (string remark in remarks)
        {
            notes.WriteLine($"note: {ToolConsole.OneLine(remark)}");
        }
    }
}
