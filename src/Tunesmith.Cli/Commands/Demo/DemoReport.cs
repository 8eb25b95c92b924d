using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Commands.Originality;
using Tunesmith.Cli.Drawing;
using Tunesmith.Encoding;
using static System.FormattableString;

namespace Tunesmith.Cli.Commands.Demo;

/// <summary>The demo in words for somebody who plays music rather than trains networks.</summary>
internal static class DemoReport
{
    /// <summary>What is learned from.</summary>
    public static string Songs(SongSplit split)
    {
        string tunes = Wording.Count(split.Training.Count, "tune");
        return Invariant($"{tunes} of the songbook to learn from; {split.HeldOut.Count} others are kept from the network");
    }

    /// <summary>What the picture of a tune shows.</summary>
    public static string Picture(DemoTune tune) => Invariant(
        $"the first of four new tunes, in {tune.Meter}; pale, or in small letters, the {DemoTune.BarsBegun} bars that it begins with:");

    /// <summary>How much was learned, beside the best that counting can do.</summary>
    public static IEnumerable<string> Learned(DemoDocument document)
    {
        yield return Invariant($"learned in {document.Seconds:0.0} s");
        if (document.HeldOut is { NatsPerStep: { } nats } heldOut)
        {
            string atMoves = heldOut.MoveAccuracy is { } moves
                ? Invariant($"it names the next note right {100 * moves:0} times in 100 and ")
                : "it ";
            double choices = Math.Exp(nats);
            yield return Invariant($"in the {heldOut.Songs} tunes kept from it, {atMoves}")
                + Invariant($"wavers among {choices:0.0} choices at each sixteenth");
            if (document.Baseline is { NatsPerStep: { } counting } baseline)
            {
                double chosen = Math.Exp(counting);
                string verdict = nats < counting ? "it has learned more than that" : "it has not learned even that much";
                yield return Invariant($"the best that mere counting can do there ({baseline.Name}) wavers among {chosen:0.0}: {verdict}");
            }
        }
    }

    /// <summary>What stands where, and what to try next.</summary>
    public static IEnumerable<string> End(DemoDocument document)
    {
        yield return $"open {ToolConsole.OneLine(document.Page)} in a browser to hear and see the tunes, and how the network learned";
        string sound = document.Tunes.Any(tune => tune.Sound is not null) ? ", as .wav to listen to," : ",";
        string folder = ToolConsole.OneLine(document.Folder);
        yield return $"{folder} holds each tune as .mid to play{sound} and as .abc, text to paste into any ABC page:";
        int width = document.Tunes.Max(tune => Path.GetFileName(tune.Song).Length);
        foreach (DemoTuneDocument tune in document.Tunes)
        {
            string form = tune.RecurringBars is { } share ? Invariant($", {100 * share:0} % of them heard before") : "";
            yield return $"  {Path.GetFileName(tune.Song).PadRight(width)}  "
                + Invariant($"{Durations.InWords(TimeSpan.FromSeconds(tune.Seconds))}, {tune.Bars} new bars{form}");
        }

        yield return $"  {DemoFiles.Model.PadRight(width)}  the network that composed them";
        yield return Originality(document.Tunes);
        yield return Invariant($"of the songbook's own bars {100 * document.RecurringBars ?? 0:0} % have been heard before in their tune");
        yield return "";
        yield return "to try next:";
        foreach (string line in Next(document))
        {
            yield return $"  {line}";
        }
    }

    /// <summary>What the most alike of the tunes shares with the songbook.</summary>
    private static string Originality(IReadOnlyList<DemoTuneDocument> tunes)
    {
        TuneOriginalityDocument most = tunes.Select(tune => tune.Originality)
            .MaxBy(tune => (tune.Percentile ?? 0, tune.LongestSharedNotes))!;
        string with = most.LongestWith is { } song ? $", as {song} has them" : "";
        string usual = most.Percentile is { } percentile
            ? $"; of 100 real tunes {Wording.Sharing(percentile)} less with the others"
            : "";
        string notes = Wording.Count(most.LongestSharedNotes, "note");
        return $"the one most like the songbook shares {notes} in a row with it{with}{usual}";
    }

    /// <summary>Three commands to go on with.</summary>
    public static IReadOnlyList<string> Next(DemoDocument document) =>
    [
        $"{Called} compose {Quoted(document.Model)} --primer songbook:arirang --temperature 0.9 -o my-tune.mid",
        Invariant($"{Called} demo --seed {unchecked(document.Seed + 1)} -o another-demo"),
        $"{Called} train FOLDER-OF-YOUR-SONGS -o my-model.safetensors",
    ];

    /// <summary>What a person types to call the tool: in a clone of the repository it is run, not installed.</summary>
    private static string Called => IsRunFromSource
        ? "dotnet run -c Release --project src/Tunesmith.Cli --"
        : Tool.Name;

    private static bool IsRunFromSource => Path.GetFileName(Environment.ProcessPath) is { } name
        && name.Replace(".exe", "", StringComparison.OrdinalIgnoreCase) == typeof(Tool).Assembly.GetName().Name;

    private static string Quoted(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;
}
