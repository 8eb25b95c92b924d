using System.Globalization;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Drawing;
using Tunesmith.Corpus;
using Tunesmith.Encoding;

namespace Tunesmith.Cli.Commands;

/// <summary>The demo in words for somebody who plays music rather than trains networks.</summary>
internal static class DemoReport
{
    /// <summary>What is learned from.</summary>
    public static string Beginning(SongCorpus songbook, SongSplit split) => Say(
        $"{Wording.Count(split.Training.Count, "tune")} of the songbook to learn from; {split.HeldOut.Count} others are kept for later, unheard");

    /// <summary>How a tune begins.</summary>
    public static string Beginning(DemoTune tune) => Say(
        $"in {tune.Meter}; grey, or small letters: the {DemoTune.BarsBegun} bars of {DemoFiles.TitleOf(tune)} that it begins with");

    /// <summary>How much was learned, beside the best that counting can do.</summary>
    public static IEnumerable<string> Learned(DemoDocument document)
    {
        if (document.HeldOut is not { NatsPerStep: { } nats } heldOut)
        {
            yield break;
        }

        string atMoves = heldOut.MoveAccuracy is { } moves ? Say($"it names the next note right {100 * moves:0} times in 100, and ") : "";
        yield return Say($"learned in {document.Seconds:0.0} s. In the {heldOut.Songs} tunes that it has never heard, ")
            + Say($"{atMoves}is as unsure as among {Math.Exp(nats):0.0} choices at each sixteenth");
        if (document.Baseline is { NatsPerStep: { } counting } baseline)
        {
            string verdict = nats < counting ? "it has learned more than counting can" : "it has learned no more than counting can";
            yield return Say($"The best way to tell by counting alone ({baseline.Name}) is as unsure as among {Math.Exp(counting):0.0}: {verdict}");
        }
    }

    /// <summary>What stands where, and what to try next.</summary>
    public static IEnumerable<string> End(DemoDocument document)
    {
        yield return Say($"Four new tunes in {document.Folder}, each the .mid to play and the same as .abc, a text to paste into any ABC page:");
        int width = document.Tunes.Max(tune => Path.GetFileName(tune.Song).Length);
        foreach (DemoTuneDocument tune in document.Tunes)
        {
            yield return Say($"  {Path.GetFileName(tune.Song).PadRight(width)}  {tune.Bars} bars after {tune.BarsBegun} of {tune.BegunLike}, ")
                + Say($"{Durations.InWords(TimeSpan.FromSeconds(tune.Seconds))}; {100 * tune.RecurringBars ?? 0:0} % of them have stood before");
        }

        yield return Say($"  {DemoFiles.Model.PadRight(width)}  the network; {document.Seed} is the seed that gives all of this again");
        yield return Say($"In the songbook {100 * document.RecurringBars ?? 0:0} % of the bars have stood before in their tune.");
        yield return "";
        yield return "To try next:";
        foreach (string line in Next(document))
        {
            yield return $"  {line}";
        }
    }

    /// <summary>Three commands to go on with.</summary>
    public static IReadOnlyList<string> Next(DemoDocument document) =>
    [
        $"{Called} compose {Quoted(document.Model)} --primer songbook:arirang --temperature 0.9 -o my-tune.mid",
        Say($"{Called} demo --seed {unchecked(document.Seed + 1)} -o another-demo"),
        $"{Called} train FOLDER-OF-YOUR-SONGS -o my-model.safetensors",
    ];

    /// <summary>What a person types to call the tool: in a clone of the repository it is run, not installed.</summary>
    private static string Called => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == typeof(Tool).Assembly.GetName().Name
        ? "dotnet run -c Release --project src/Tunesmith.Cli --"
        : Tool.Name;

    private static string Quoted(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
