using System.Text.Json.Serialization;
using Tunesmith.Analysis;
using Tunesmith.Analysis.Originality;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Commands.Originality;
using Tunesmith.Cli.Commands.Training;
using Tunesmith.Cli.Files;
using Tunesmith.Corpus;
using Tunesmith.Evaluation;
using Tunesmith.Training;

namespace Tunesmith.Cli.Commands.Demo;

/// <summary>What <c>tunesmith demo</c> reports.</summary>
/// <param name="Folder">Where the files are.</param>
/// <param name="Seed">What gives the same files again.</param>
/// <param name="Songs">How many tunes the songbook has.</param>
/// <param name="Seconds">How long the network learned.</param>
/// <param name="Page">The page that shows and plays all of it.</param>
/// <param name="Model">The model file.</param>
/// <param name="HeldOut">How the model does on the tunes that it has not learned; null where none were held out.</param>
/// <param name="Baseline">The best baseline on them; null where none were.</param>
/// <param name="RecurringBars">The share of the songbook's bars that have stood before in their tune, 0 to 1.</param>
/// <param name="Tunes">The new tunes.</param>
internal sealed record DemoDocument(
    string Folder,
    ulong Seed,
    int Songs,
    double Seconds,
    string Page,
    string Model,
    HeldOutDocument? HeldOut,
    BaselineDocument? Baseline,
    double? RecurringBars,
    IReadOnlyList<DemoTuneDocument> Tunes)
{
    /// <summary>The report of a demo.</summary>
    public static DemoDocument Of(
        string folder,
        ulong seed,
        SongCorpus songbook,
        TrainingResult result,
        IReadOnlyList<string> heldOutTitles,
        EvaluationRow? baseline,
        RecurringBars usualForm,
        IReadOnlyList<DemoTune> tunes,
        IReadOnlyList<OriginalityReport> originality,
        bool wav) => new(
        folder,
        seed,
        songbook.Songs.Count,
        result.Elapsed.TotalSeconds,
        Path.Combine(folder, DemoFiles.Page),
        Path.Combine(folder, DemoFiles.Model),
        result.Model.Summary.HeldOut is { } heldOut ? HeldOutDocument.Of(heldOut, heldOutTitles) : null,
        BaselineDocument.Of(baseline),
        usualForm.Share,
        [.. tunes.Select((tune, index) => DemoTuneDocument.Of(tune, originality[index], index + 1, folder, wav))]);
}

/// <summary>One new tune.</summary>
/// <param name="Song">Its MIDI file.</param>
/// <param name="Abc">The same as ABC.</param>
/// <param name="Meter">Its meter, such as <c>6/8</c>.</param>
/// <param name="BegunLike">The tune whose first bars it begins with.</param>
/// <param name="BarsBegun">How many bars those are.</param>
/// <param name="Bars">How many bars were composed after them.</param>
/// <param name="Seconds">How long all of it lasts.</param>
/// <param name="RecurringBars">The share of the composed bars that have stood before in the tune, 0 to 1; null where none counts.</param>
internal sealed record DemoTuneDocument(
    string Song, string Abc, string Meter, string BegunLike, int BarsBegun, int Bars, double Seconds, double? RecurringBars)
{
    /// <summary>What was composed shares with the songbook.</summary>
    public required TuneOriginalityDocument Originality { get; init; }

    /// <summary>Its sound; absent where none was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Sound { get; init; }

    /// <summary>The report of a tune.</summary>
    public static DemoTuneDocument Of(DemoTune tune, OriginalityReport originality, int number, string folder, bool wav)
    {
        string path = Path.Combine(folder, DemoFiles.NameOf(tune, number));
        return new(
            $"{path}.mid",
            $"{path}.abc",
            tune.Meter.ToString(),
            DemoFiles.TitleOf(tune),
            DemoTune.BarsBegun,
            tune.Bars,
            tune.Melody.Tempos.SecondsAt(tune.Melody.Length, tune.Melody.StepsPerQuarter),
            tune.Form.Share)
        {
            Originality = TuneOriginalityDocument.Of(originality),
            Sound = wav ? SoundFiles.Beside($"{path}.mid") : null,
        };
    }
}

/// <summary>JSON of <c>tunesmith demo</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(FiniteDoubleConverter)])]
[JsonSerializable(typeof(DemoDocument))]
internal sealed partial class DemoJson : JsonSerializerContext;
