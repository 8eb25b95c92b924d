using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Drawing;
using Tunesmith.Corpus;
using Tunesmith.Encoding;
using static System.FormattableString;

namespace Tunesmith.Cli.Commands.Inspecting;

/// <summary>
/// What <c>tunesmith inspect FOLDER</c> tells in words: the lab's summary, the files with something to say about them, and totals. However
/// many files there are, it stays short: of each sort <see cref="MostNamed"/> are named.
/// </summary>
/// <param name="corpus">The folder's songs; at least one file.</param>
/// <param name="report">What is to be said of them as a whole.</param>
internal sealed class FolderReport(SongCorpus corpus, CorpusReport report)
{
    /// <summary>How many files are named for each reason.</summary>
    public const int MostNamed = 20;

    /// <summary>Writes the report.</summary>
    /// <param name="output">Where.</param>
    /// <param name="withMelodies">Whether every melody that was heard is drawn before the totals.</param>
    public void Write(ConsoleStream output, bool withMelodies)
    {
        WriteSummary(output);
        WriteReasons(
            output, "left out", report.LeftOut, corpus.Files.Where(file => !file.IsUsed),
            file => file.LeftOut!.Cause, file => file.Reason!);
        WriteReasons(
            output,
            "used in part",
            report.Missing,
            corpus.Songs.Where(song => song.Missing.Count > 0),
            song => song.Missing[0].Cause,
            song => string.Join("; ", song.MissingInWords));
        IEnumerable<CorpusFile> troubled = corpus.Files.Where(file => file.Trouble.Any());
        WriteFiles(output, "read with trouble", [.. troubled.Select(file => Line(file, TroubleOf(file)))]);
        WriteFiles(output, "exact copies", [.. Songs(report.CopyOf).Select(song => Line(corpus.Songs[song], CopyOf(song)))]);
        WriteFiles(output, "twins", [.. Songs(report.TwinOf).Select(song => Line(corpus.Songs[song], TwinOf(song)))]);
        if (withMelodies)
        {
            WriteMelodies(output);
        }

        output.WriteLine();
        new FolderTotals(corpus, report).Write(output);
    }

    private void WriteSummary(ConsoleStream output)
    {
        int all = corpus.Files.Count;
        int used = corpus.Songs.Count;
        string total = used == 1 ? "1 total song" : Invariant($"{used:N0} total songs");
        output.WriteLine($"{Wording.Count(all, "song")} processed, {Wording.Count(all - used, "song")} discarded, {total} to learn from");
        if (used == 0)
        {
            return;
        }

        CorpusFile first = corpus.Songs[0];
        MelodyEncoding encoding = corpus.Options.Encoding;
        bool isLabs = encoding.RestToken == encoding.TokenCount - 1; // a rest is a row without a mark
        int columns = isLabs ? encoding.RestToken : encoding.TokenCount;
        output.WriteLine(Invariant($"first song: {PlainText.Of(first.Path)}, shape ({first.Steps}, {columns})"));
    }

    private void WriteMelodies(ConsoleStream output)
    {
        foreach (CorpusFile file in corpus.Files.Where(file => file.Melody is not null))
        {
            output.WriteLine();
            output.WriteLine($"{PlainText.Of(file.Path)}{(file.IsUsed ? "" : " (left out)")}");
            output.Draw(new MelodyRoll(file.Melody!));
        }
    }

    /// <summary>Names files by their reasons, those of the commonest first.</summary>
    private static void WriteReasons(
        ConsoleStream output,
        string what,
        IReadOnlyList<KeyValuePair<CorpusCause, int>> causes,
        IEnumerable<CorpusFile> files,
        Func<CorpusFile, CorpusCause> causeOf,
        Func<CorpusFile, string> say)
    {
        ILookup<CorpusCause, CorpusFile> byCause = files.ToLookup(causeOf);
        int count = byCause.Sum(cause => cause.Count());
        if (count == 0)
        {
            return;
        }

        WriteHeading(output, what, count);
        foreach (CorpusFile[] of in causes.Select(cause => byCause[cause.Key].ToArray()))
        {
            WriteLines(output, [.. of.Select(file => Line(file, say(file)))], " for this reason");
        }
    }

    private static void WriteFiles(ConsoleStream output, string what, string[] lines)
    {
        if (lines.Length > 0)
        {
            WriteHeading(output, what, lines.Length);
            WriteLines(output, lines, "");
        }
    }

    private static void WriteHeading(ConsoleStream output, string what, int count)
    {
        output.WriteLine();
        output.WriteLine(Invariant($"{what} ({count:N0}):"));
    }

    private static void WriteLines(ConsoleStream output, string[] lines, string why)
    {
        foreach (string line in lines.Take(MostNamed))
        {
            output.WriteLine($"  {line}");
        }

        if (lines.Length > MostNamed)
        {
            output.WriteLine(Invariant($"  ... and {lines.Length - MostNamed:N0} more{why} (--json names all)"));
        }
    }

    private static string Line(CorpusFile file, string said) => $"{PlainText.Of(file.Path)}: {PlainText.Of(said)}";

    private static IEnumerable<int> Songs(IReadOnlyList<SongPartner?> partners) =>
        Enumerable.Range(0, partners.Count).Where(song => partners[song] is not null);

    private string CopyOf(int song)
    {
        SongPartner copy = report.CopyOf[song]!;
        return $"the same melody as {corpus.Songs[copy.Song].Path}{Others(copy)}";
    }

    private string TwinOf(int song)
    {
        SongPartner partner = report.TwinOf[song]!;
        return $"of {corpus.Songs[partner.Song].Path} {InCommon(partner, song)}{Others(partner)}";
    }

    /// <summary>
    /// What a song has of its twin, such as <c>20 notes, 5 semitones higher, in the same time</c>; null where it has none.
    /// </summary>
    public static string? InCommon(SongPartner? partner, int song)
    {
        if (partner?.Twin is not { } pair)
        {
            return null;
        }

        SongTwin twin = pair.Second == song ? pair : pair.Reversed();
        return $"{Wording.Count(twin.Notes, "note")}, {twin.Difference}";
    }

    private static string Others(SongPartner partner) =>
        partner.Others == 0 ? "" : Invariant($" (and {partner.Others:N0} {(partner.Others == 1 ? "other" : "others")})");

    private static string TroubleOf(CorpusFile file)
    {
        string[] messages = [.. file.Trouble];
        return messages.Length == 1 ? messages[0] : Invariant($"{messages.Length} warnings, the first: {messages[0]}");
    }
}
