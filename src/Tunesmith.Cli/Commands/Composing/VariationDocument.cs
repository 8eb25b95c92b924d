using System.Globalization;
using System.Text.Json.Serialization;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Drawing;
using Tunesmith.Cli.Files;
using Tunesmith.Experiments.Choosing;

namespace Tunesmith.Cli.Commands.Composing;

/// <summary>What <c>tunesmith compose --vary</c> reports of one song.</summary>
/// <param name="Song">The song with new bars.</param>
/// <param name="Record">The record beside it; null where none can stand there.</param>
/// <param name="Sound">Its sound; null where none was asked for.</param>
/// <param name="Primer">The song as it was.</param>
/// <param name="Bars">The first and the last bar that were composed anew, counted from 1.</param>
/// <param name="Steps">How many steps they have.</param>
/// <param name="Model">The model's fingerprint.</param>
/// <param name="Seed">What composed the bars.</param>
/// <param name="IsNew">Whether they differ from what they were.</param>
/// <param name="NatsAfter">Mean nats a step of up to four bars that follow them; null where nothing follows.</param>
/// <param name="NatsAfterOriginal">The same after the bars as they were.</param>
/// <param name="OwnNats">Mean nats a step of the bars themselves.</param>
/// <param name="Score">What they were ranked by.</param>
/// <param name="InWords">How they were ranked, in words.</param>
internal sealed record VariationDocument(
    string Song,
    string? Record,
    string? Sound,
    string Primer,
    IReadOnlyList<int> Bars,
    int Steps,
    string Model,
    ulong Seed,
    bool IsNew,
    double? NatsAfter,
    double? NatsAfterOriginal,
    double OwnNats,
    double Score,
    string InWords)
{
    /// <summary>The report of a song.</summary>
    /// <param name="draft">What was composed.</param>
    /// <param name="files">The files of all songs.</param>
    /// <param name="index">Which of them it is.</param>
    /// <param name="name">The song as it was.</param>
    public static VariationDocument Of(VariedDraft draft, ComposedFiles files, int index, string name)
    {
        Music.Melody song = draft.Bars.Song;
        int last = Math.Min(draft.Bars.End, song.Length) - 1;
        return new VariationDocument(
            files.Songs[index],
            RecordFiles.Beside(files.Songs[index]),
            files.SoundOf(files.Songs[index]),
            name,
            [song.Meters.BarAt(draft.Bars.First, song.StepsPerQuarter), song.Meters.BarAt(last, song.StepsPerQuarter)],
            draft.Bars.Steps,
            draft.Draft.Composer.Fingerprint(),
            draft.Draft.Options.Seed,
            draft.IsNew,
            draft.NatsAfter,
            draft.NatsAfterOriginal,
            draft.OwnNats,
            draft.Score,
            Words(draft));
    }

    /// <summary>The report in one line.</summary>
    public override string ToString()
    {
        string bars = Bars[0] == Bars[1]
            ? string.Create(CultureInfo.InvariantCulture, $"bar {Bars[0]}")
            : string.Create(CultureInfo.InvariantCulture, $"bars {Bars[0]} to {Bars[1]}");
        string sound = Sound is null ? "" : $"; as sound {Sound}";
        return string.Create(
            CultureInfo.InvariantCulture, $"composed {bars} of {PlainText.Of(Primer)} anew (seed {Seed}): {Song}{sound}");
    }

    private static string Words(VariedDraft draft)
    {
        string own = string.Create(CultureInfo.InvariantCulture, $"{draft.OwnNats:0.00} nats a step in the new bars");
        string after = draft.NatsAfter is { } nats
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"what follows has {nats:0.000} nats a step after it, "
                    + $"and {draft.NatsAfterOriginal:0.000} after the bars as they were; {own}")
            : $"nothing follows; {own}";
        return draft.IsNew ? after : $"{after}; it is the song as it was, for no draft differs";
    }
}

/// <summary>What <c>tunesmith compose --vary</c> reports.</summary>
/// <param name="Songs">The songs, best first.</param>
internal sealed record VariationDocuments(IReadOnlyList<VariationDocument> Songs);

/// <summary>JSON of <c>tunesmith compose --vary</c>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(FiniteDoubleConverter)])]
[JsonSerializable(typeof(VariationDocument))]
[JsonSerializable(typeof(VariationDocuments))]
internal sealed partial class VariationJson : JsonSerializerContext;
