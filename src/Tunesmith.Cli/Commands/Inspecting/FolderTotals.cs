using Tunesmith.Analysis;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Commands.Evaluating;
using Tunesmith.Cli.Drawing;
using Tunesmith.Corpus;
using Tunesmith.Encoding;
using static System.FormattableString;

namespace Tunesmith.Cli.Commands.Inspecting;

/// <summary>What <c>tunesmith inspect FOLDER</c> ends with: how many files have which reason, and what the songs hold together.</summary>
/// <param name="corpus">The folder's songs.</param>
/// <param name="report">What is to be said of them as a whole.</param>
internal sealed class FolderTotals(SongCorpus corpus, CorpusReport report)
{
    private const int MetersShown = 6;

    private readonly CorpusTotals _totals = report.Totals;

    /// <summary>Writes the totals, and notes where they are not enough to learn from.</summary>
    public void Write(ConsoleStream output)
    {
        int left = corpus.Files.Count - _totals.Songs;
        int whole = _totals.Songs - report.PartlyUsed;
        output.WriteLine(Invariant($"files      {whole:N0} used, {report.PartlyUsed:N0} used in part, {left:N0} left out"));
        WriteReasons(output, "left out", report.LeftOut);
        WriteReasons(output, "in part", report.Missing);
        if (_totals.Songs > 0)
        {
            WriteSteps(output);
            WriteMusic(output);
            WriteTitles(output);
            WriteVoices(output);
        }

        ProtocolNotes.Write(output, report.Remarks);
    }

    private void WriteReasons(ConsoleStream output, string label, IReadOnlyList<KeyValuePair<CorpusCause, int>> causes)
    {
        foreach ((CorpusCause cause, int files) in causes)
        {
            output.WriteLine(Invariant($"{label,-9}  {files:N0} {CorpusReason.InCommon(cause, corpus.Options)}"));
        }
    }

    private void WriteSteps(ConsoleStream output)
    {
        IReadOnlyList<int> lengths = _totals.Lengths;
        string ofAll = Invariant($"a song has {lengths[0]:N0} to {lengths[^1]:N0}, half of them at least {lengths[lengths.Count / 2]:N0}");
        output.WriteLine(Invariant($"steps      {_totals.Steps:N0}; {ofAll}"));
        output.WriteLine($"rests      {Wording.Count(_totals.Rests, "step")}, {Wording.Share(_totals.Rests, _totals.Steps)}");
        output.WriteLine($"holds      {Wording.Count(_totals.Holds, "step")}, {Wording.Share(_totals.Holds, _totals.Steps)}");
        string again = Wording.Share(_totals.RepeatedNotes, _totals.Onsets);
        output.WriteLine(Invariant($"notes      {_totals.Onsets:N0}; {again} of them repeat the pitch of the note before"));
        string ofFollowing = Wording.Share(_totals.Repeats, _totals.Steps - _totals.Songs); // the first step of a song follows none
        output.WriteLine(Invariant($"repeats    {_totals.Repeats:N0} steps do as the step before, {ofFollowing}"));
        output.WriteLine($"form       {Wording.Form(RecurringBars.Of(corpus.Melodies))}");
    }

    private void WriteMusic(ConsoleStream output)
    {
        output.WriteLine($"range      {Wording.Range(_totals.Lowest, _totals.Highest)}");
        IEnumerable<string> meters =
            _totals.Meters.Take(MetersShown).Select(meter => $"{meter.Key} in {Wording.Count(meter.Value, "song")}");
        int more = _totals.Meters.Count - MetersShown;
        output.WriteLine($"meter      {string.Join(", ", meters)}{(more > 0 ? Invariant($", and {more:N0} other meters") : "")}");
        IReadOnlyList<double> tempos = _totals.Tempos;
        string spread = tempos[0] == tempos[^1]
            ? Invariant($"{tempos[0]:0.#} quarters a minute")
            : Invariant($"{tempos[0]:0.#} to {tempos[^1]:0.#} quarters a minute, ")
                + Invariant($"half of the songs at least {tempos[tempos.Count / 2]:0.#}");
        output.WriteLine($"tempo      {spread}");
        output.WriteLine($"length     {Wording.Duration(_totals.Seconds)}");
    }

    private void WriteTitles(ConsoleStream output)
    {
        int titles = report.Titles.Titles;
        int groups = report.Titles.Groups.Count;
        string different = titles == groups ? "" : Invariant($", {groups:N0} without exact copies");
        string copies = Wording.Count(report.SongsWithCopy, "song");
        string twins = Wording.Count(report.SongsWithTwin, "song");
        string alike = report.SongsWithCopy + report.SongsWithTwin == 0 ? "" : $"; {copies} with an exact copy, {twins} with a twin";
        output.WriteLine(Invariant($"titles     {titles:N0}{different}{alike}"));
    }

    private void WriteVoices(ConsoleStream output)
    {
        output.WriteLine($"encoding   {corpus.Options.Encoding.Name}");
        if (corpus.Options.Encoding is not { Voice: { } asked } encoding)
        {
            return;
        }

        int named = corpus.Songs.Count(song => song.Voice!.Voice != MelodyVoice.Highest);
        int others = corpus.Songs.Count - named;
        string chosen = asked == MelodyVoice.Auto
            ? $": by its name in {Wording.Count(named, "song")}, the highest notes in {Wording.Count(others, "song")}"
            : "";
        output.WriteLine($"voice      {asked}{chosen}");
        output.WriteLine($"grid       {Wording.Count(encoding.StepsPerQuarter, "step")} a quarter");
        int crowded = corpus.Songs.Sum(song => song.Voice!.Crowded);
        if (crowded > 0)
        {
            output.WriteLine($"crowded    {Wording.Crowded(crowded)}");
        }
    }
}
