using Tunesmith.Encoding;

namespace Tunesmith.Corpus;

/// <summary>
/// What a model of some songs will not know, said before it learns: each remark is a sentence or two in plain words, with what would help.
/// </summary>
/// <remarks>
/// There is one where the songs have fewer than 8 titles; where there is but one, and titles were to be held out;
/// where the titles have at most half as many tunes, for the rest are copies, moved or re-timed; where one of three or more songs has
/// more than half of all steps; where songs were composed by Tunesmith itself; and where more than half of the files are left out.
/// </remarks>
public static class CorpusRemarks
{
    /// <summary>Fewer titles than these are few.</summary>
    internal const int FewTitles = 8;

    private const int MostNamed = 5; // songs in one remark

    /// <summary>Looks through a corpus.</summary>
    /// <param name="corpus">At least one song.</param>
    /// <param name="titles">The report of its titles.</param>
    /// <param name="holdsOut">Whether the training is to hold out titles.</param>
    public static IReadOnlyList<string> Of(SongCorpus corpus, TitleReport titles, bool holdsOut)
    {
        string?[] remarks = [FewOf(titles, holdsOut), AlikeIn(titles), HugeIn(corpus), ComposedIn(corpus), LeftOutOf(corpus)];
        return [.. remarks.OfType<string>()];
    }

    private static string? FewOf(TitleReport report, bool holdsOut)
    {
        int titles = report.Groups.Count;
        if (titles >= FewTitles)
        {
            return null;
        }

        string many = titles == 1 ? "one title" : FormattableString.Invariant($"{titles} titles");
        bool hasExcerpts = report.Groups.Any(group => group.Songs.Count > group.Titles.Count);
        bool hasCopies = report.Groups.Any(group => group.Titles.Count > 1);
        string joined = (hasExcerpts ? "files whose names agree up to \" - \"" : "")
            + (hasExcerpts && hasCopies ? " and " : "")
            + (hasCopies ? "exact copies" : "");
        string names = joined.Length == 0 ? "" : $"; {joined} are one title";
        string few = $"there {(titles == 1 ? "is" : "are")} only {many} to learn from{names}: "
            + "the model will know these songs rather than their style; 20 or more of one style would help";
        return titles > 1 || !holdsOut
            ? few
            : $"{few}. No title can be held out, so nothing tells how it does on songs that it does not know, "
                + "and it learns to the last step";
    }

    private static string? AlikeIn(TitleReport report)
    {
        int titles = report.Titles;
        int tunes = CountTunes(report);
        return titles < 2 || 2 * tunes > titles
            ? null
            : FormattableString.Invariant($"the {titles} titles have only {tunes} different {(tunes == 1 ? "tune" : "tunes")}: ")
                + "the rest are copies, perhaps higher, lower or in other time values; other songs would help";
    }

    private static int CountTunes(TitleReport report)
    {
        Dictionary<int, int> groupOf = report.Groups
            .SelectMany((group, index) => group.Songs.Select(song => (song, index)))
            .ToDictionary(pair => pair.song, pair => pair.index);
        DisjointSets tunes = new(report.Groups.Count);
        foreach (SongTwin twin in report.Twins)
        {
            tunes.Join(groupOf[twin.First], groupOf[twin.Second]);
        }

        return tunes.Count();
    }

    private static string? HugeIn(SongCorpus corpus)
    {
        CorpusFile longest = corpus.Songs.MaxBy(song => song.Steps)!;
        return corpus.Songs.Count < 3 || 2L * longest.Steps <= corpus.Steps
            ? null
            : FormattableString.Invariant($"{longest.Path} has {100.0 * longest.Steps / corpus.Steps:0} % of all steps, ")
                + "but each song is chosen as often as any other, so its bars are heard less often than those of the others; "
                + "cutting it into songs of their length would help";
    }

    private static string? ComposedIn(SongCorpus corpus)
    {
        CorpusFile[] composed = [.. corpus.Songs.Where(song => song.IsComposed)];
        if (composed.Length == 0)
        {
            return null;
        }

        string names = string.Join(", ", composed.Take(MostNamed).Select(song => song.Path));
        string more = composed.Length > MostNamed ? FormattableString.Invariant($" and {composed.Length - MostNamed} more") : "";
        return FormattableString.Invariant($"{composed.Length} of {corpus.Songs.Count} songs {(composed.Length == 1 ? "was" : "were")} ")
            + $"composed by Tunesmith: {names}{more}; a network that learns from such songs learns their mistakes as well";
    }

    private static string? LeftOutOf(SongCorpus corpus)
    {
        CorpusFile[] left = [.. corpus.Files.Where(file => !file.IsUsed)];
        if (2 * left.Length <= corpus.Files.Count)
        {
            return null;
        }

        IGrouping<CorpusCause, CorpusFile> most = left.GroupBy(file => file.LeftOut!.Cause).MaxBy(group => group.Count())!;
        int[] lengths = [.. most.Select(file => file.Steps).Order()];
        string advice = most.Key == CorpusCause.TooShort && lengths[lengths.Length / 2] > 0
            ? FormattableString.Invariant($"--min-steps {lengths[lengths.Length / 2]} would keep half of those")
            : "tunesmith inspect names each";
        string why = CorpusReason.InCommon(most.Key, corpus.Options);
        return FormattableString.Invariant(
            $"{left.Length} of {corpus.Files.Count} files are left out, {most.Count()} of them for this: {why}; {advice}");
    }
}
