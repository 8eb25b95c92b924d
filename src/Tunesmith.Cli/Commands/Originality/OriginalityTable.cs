using System.Globalization;
using Tunesmith.Analysis.Originality;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Drawing;
using Tunesmith.Corpus;
using static System.FormattableString;

namespace Tunesmith.Cli.Commands.Originality;

/// <summary>What a song shares with others, as tables and in words for somebody who plays music.</summary>
/// <param name="path">The song.</param>
/// <param name="corpus">What it was compared with.</param>
/// <param name="report">What they share.</param>
/// <param name="judgedFrom">The bar from which the song is judged; null where all of it is.</param>
internal sealed class OriginalityTable(string path, SongCorpus corpus, OriginalityReport report, int? judgedFrom)
{
    /// <summary>How many passages are shown.</summary>
    public const int MostPassages = 20;

    private const int NameColumns = 28;

    /// <summary>Writes it.</summary>
    public void Write(ConsoleStream output)
    {
        string name = PlainText.Of(Path.GetFileName(path));
        output.WriteLine($"{name}, {NotesInWords()}, beside {Wording.Count(corpus.Songs.Count, "song")} "
            + $"of {PlainText.Of(corpus.Source)} ({Wording.LeftOut(corpus)})");
        if (judgedFrom is { } bar)
        {
            output.WriteLine(
                Invariant($"judged is what was composed, from bar {bar} on; what the song begins with was given, and is left out"));
        }

        output.WriteLine();
        output.WriteLine($"{"",NameColumns}  notes in a row  of its notes in passages of {OriginalityIndex.LeastNotes} or more");
        WriteFigures(output, name, report.Figures);
        foreach (RealQuantile real in report.Real)
        {
            WriteFigures(output, Invariant($"{100 * real.Share:0} of 100 real songs, up to"), real.Figures);
        }

        output.WriteLine();
        WriteHearings(output);
        output.WriteLine(report.Standing.InWords);
        if (report.Standing is { RealSongs: > 0, AsAlikeAs: > 0 } standing)
        {
            output.WriteLine(Invariant($"({standing.AsAlikeAs:N0} of the {standing.RealSongs:N0} real songs are exactly as alike, ")
                + "and not counted there)");
        }

        output.WriteLine();
        WritePassages(output);
        output.WriteLine(OriginalityReport.NoClearance);
    }

    /// <summary>
    /// How many notes there are, on each grid where they differ: a coarse one hears one of several that are close together.
    /// </summary>
    private string NotesInWords() => report.Hearings.Select(hearing => hearing.Notes).Distinct().Count() == 1
        ? Wording.Count(report.Hearings[0].Notes, "note")
        : string.Join(", ", report.Hearings.Select(hearing =>
            $"{Wording.Count(hearing.Notes, "note")} on {hearing.StepsPerQuarter} steps a quarter"));

    private static void WriteFigures(ConsoleStream output, string name, OriginalityFigures figures) =>
        output.WriteLine($"{PlainText.Fit(name, NameColumns)}  "
            + Invariant($"{figures.LongestSharedNotes,14:N0}  {100 * figures.CoveredShare,12:0.0} %"));

    private void WriteHearings(ConsoleStream output)
    {
        if (report.Hearings.Count > 1)
        {
            int longest = report.HearingOf(figures => figures.LongestSharedNotes).StepsPerQuarter;
            int covered = report.HearingOf(figures => figures.CoveredShare).StepsPerQuarter;
            output.WriteLine("the hearing that finds more counts: " + (longest == covered
                ? Invariant($"here that on {longest} steps a quarter")
                : Invariant($"for notes in a row that on {longest} steps a quarter, for the share that on {covered}")));
        }
    }

    private void WritePassages(ConsoleStream output)
    {
        if (report.Passages.Count == 0)
        {
            output.WriteLine(Invariant($"no song shares {OriginalityIndex.LeastNotes} notes in a row with it"));
            return;
        }

        string songs = report.Passages.Count == 1 ? "one song" : $"each of {Wording.Count(report.Passages.Count, "song")}";
        output.WriteLine($"the longest passage shared with {songs}, bars counted from 1:");
        output.WriteLine("notes    its bars   the song's");
        foreach (SharedPassage passage in report.Passages.Take(MostPassages))
        {
            output.WriteLine($"{passage.Notes.ToString("N0", CultureInfo.InvariantCulture),5}  {Bars(passage.Bars),10}   "
                + $"{Bars(passage.OtherBars),10}  {PlainText.Of(passage.Name)}, {passage.Difference}");
        }

        if (report.Passages.Count > MostPassages)
        {
            output.WriteLine(Invariant($"... and {report.Passages.Count - MostPassages:N0} more (--json names all)"));
        }
    }

    private static string Bars((int First, int Last) bars) =>
        bars.First == bars.Last ? Invariant($"{bars.First}") : Invariant($"{bars.First}-{bars.Last}");
}
