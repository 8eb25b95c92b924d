using System.Globalization;
using Tunesmith.Analysis;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Drawing;
using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Cli.Commands;

/// <summary>
/// What <c>tunesmith inspect FOLDER</c> tells in words: the lab's summary, totals, and every file with something to say about it.
/// </summary>
/// <param name="corpus">The folder's songs; at least one file.</param>
internal sealed class FolderReport(SongCorpus corpus)
{
    /// <summary>Writes the report.</summary>
    /// <param name="output">Where.</param>
    /// <param name="withMelodies">Whether every melody that was heard is drawn at the end.</param>
    public void Write(ConsoleStream output, bool withMelodies)
    {
        WriteSummary(output);
        WriteFiles(output, "left out", corpus.Files.Where(file => !file.Used), file => file.Reason!);
        WriteFiles(output, "read with trouble", corpus.Files.Where(file => file.Trouble.Any()), TroubleOf);
        if (withMelodies)
        {
            WriteMelodies(output);
        }
    }

    private void WriteSummary(ConsoleStream output)
    {
        int all = corpus.Files.Count;
        int used = corpus.Songs.Count;
        string total = used == 1 ? "1 total song" : Say($"{used:N0} total songs");
        output.WriteLine($"{Wording.Count(all, "song")} processed, {Wording.Count(all - used, "song")} discarded, {total} to learn from");
        if (used == 0)
        {
            return;
        }

        CorpusFile first = corpus.Songs[0];
        MelodyEncoding encoding = corpus.Options.Encoding;
        bool isLabs = encoding.RestToken == encoding.TokenCount - 1; // a rest is a row without a mark
        int columns = isLabs ? encoding.RestToken : encoding.TokenCount;
        output.WriteLine(Say($"first song: {PlainText.Of(first.Path)}, shape ({first.Steps}, {columns})"));
        output.WriteLine();

        WriteTotals(output);
    }

    private void WriteTotals(ConsoleStream output)
    {
        Melody[] melodies = [.. corpus.Songs.Select(song => song.Melody!)];
        int[] lengths = [.. melodies.Select(melody => melody.Length).Order()];
        int median = lengths[lengths.Length / 2];
        int[] pitches = [.. melodies.SelectMany(melody => melody.SoundingPitches())];
        int[] sounding = [.. pitches.Where(pitch => pitch >= 0)];
        int rests = pitches.Length - sounding.Length;
        long repeats = melodies.Sum(Repeats);
        string ofAll = Say($"a song has {lengths[0]:N0} to {lengths[^1]:N0}, half of them at least {median:N0}");
        output.WriteLine(Say($"steps      {corpus.Steps:N0}; {ofAll}"));
        output.WriteLine(Say($"rests      {Wording.Count(rests, "step")}, {Wording.Share(rests, pitches.Length)}"));
        string ofFollowing = Wording.Share(repeats, pitches.Length - melodies.Length); // the first step of a song follows none
        output.WriteLine(Say($"repeats    {repeats:N0} steps do as the step before, {ofFollowing}"));
        output.WriteLine($"form       {Wording.Form(RecurringBars.Of(melodies))}");
        output.WriteLine($"range      {Wording.Range(sounding)}");
        output.WriteLine($"length     {Wording.Duration(corpus.Songs.Sum(song => song.Facts!.Seconds))}");
        output.WriteLine($"encoding   {corpus.Options.Encoding.Name}");
        WriteVoices(output);
    }

    private void WriteVoices(ConsoleStream output)
    {
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

    private void WriteMelodies(ConsoleStream output)
    {
        foreach (CorpusFile file in corpus.Files.Where(file => file.Melody is not null))
        {
            output.WriteLine();
            output.WriteLine($"{PlainText.Of(file.Path)}{(file.Used ? "" : " (left out)")}");
            output.Draw(new MelodyRoll(file.Melody!));
        }
    }

    private static void WriteFiles(ConsoleStream output, string what, IEnumerable<CorpusFile> files, Func<CorpusFile, string> say)
    {
        CorpusFile[] all = [.. files];
        if (all.Length == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine(Say($"{what} ({all.Length}):"));
        foreach (CorpusFile file in all)
        {
            output.WriteLine($"  {PlainText.Of(file.Path)}: {PlainText.Of(say(file))}");
        }
    }

    private static string TroubleOf(CorpusFile file)
    {
        string[] messages = [.. file.Trouble];
        return messages.Length == 1 ? messages[0] : Say($"{messages.Length} warnings, the first: {messages[0]}");
    }

    /// <summary>The steps that go on with what the one before does: that hold its note, or rest as it does.</summary>
    private static long Repeats(Melody melody)
    {
        MelodyStep[] steps = melody.Steps.ToArray();
        return steps.Zip(steps.Skip(1)).LongCount(pair => !pair.Second.IsOnset && pair.First.Pitch == pair.Second.Pitch);
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
